import { romanisedSurnames } from '../language/surnames.ts'
import { ambiguousGivenNames, givenNames, notPersons, wordSurnames } from './latin-names.ts'
import type { Hit } from './model.ts'
import type { TextView } from './text-view.ts'

const word =
  "(?:(?:Mc|Mac|O['’]|D['’]|De|La|Le|Van|Du)?[A-Z][a-z]+(?:[A-Z][a-z]+)*(?:['’][a-z]{2,})?(?:-[A-Z][a-z]+)*|[A-Z]{2,}(?:['’-][A-Z]{2,})*)"
const particle = '(?:(?:van|von|de|der|den|la|le|bin|al|el|da|di|dos|du|ter|y)\\s)'
const initial = '(?:[A-Z]\\.\\s?)'
const sequence = new RegExp(
  `(?<![A-Za-z0-9_@#/.-])(?:${initial}){0,2}${word}(?:\\s${initial}{0,2}${particle}{0,2}${word}){0,3}(?![A-Za-z0-9_@])`,
  'gu',
)
const honorific = /(?:^|[^A-Za-z])(?:mr|mrs|ms|miss|dr|prof|mx|madam|sir|auntie|uncle|aunt)\.?\s$/i
const relation =
  'husband|wife|spouse|partner|fianc[eé]e?|boyfriend|girlfriend|mother|father|mum|mom|dad|parents?|brother|sister|son|daughter|child|uncle|aunt|cousin|nephew|niece|grand(?:mother|father|son|daughter|ma|pa)|friend|colleague|co-?worker|boss|manager|supervisor|employer|employee|neighbou?r|landlord|landlady|tenant|flatmate|roommate|accountant|lawyer|solicitor|doctor|agent|broker|adviser|advisor|assistant|officer|guarantor|co-?signer|co-?borrower|borrower|cardholder|holder|guardian|carer|caller|scammer|man|woman|person|guy|lady|girl|boy|someone|somebody|recipient|payee|payer|witness|in-law|ex|kid|partner'
const before = new RegExp(
  `(?:\\b(?:${relation}),?(?:\\s(?:is|was|called|named|whose name is|by the name of))?,?\\s(?:is\\s)?|\\b(?:name(?:'s| is| was)?|named|called|i am|i'm|this is|it was|it is|signed|from|for|to|with|by|and|or|told|asked|tell|ask|spoke to|speak to|spoken to|speaking to|talk to|talked to|met|contact|call|ring|phone|dear|hi|hello|hey|regards|sincerely|faithfully|thanks|thank you|let|letting|made|helped|help|trust|know|knows|see|saw|paid|pay|owe|lent|borrowed from|married|divorced|because|that|if|when|but|while|whether|since|attn|care of|c/o|signature|sent|send|gave|give|according to)[,:]?\\s+)$`,
  'i',
)
const strongBefore = new RegExp(
  `(?:\\b(?:${relation}),?(?:\\s(?:is|was|called|named))?,?\\s|\\b(?:name(?:'s| is)|named|called|i am|i'm|told|asked|spoke to|speak to|dear|hi|hello|hey|regards,?|sincerely,?|married|according to|contact|ring|signed)[,:]?\\s+)$`,
  'i',
)
const after =
  /^(?:['’]s\b|\s(?:said|says|told|tells|asked|called|calls|phoned|rang|promised|agreed|signed|took|takes|lent|borrowed|owes|owed|paid|pays|sent|gave|offered|refused|stopped|opened|used|stole|introduced|recommended|helped|explained|confirmed|assured|wants|wanted|wrote|left|died|works|worked|lives|lived|lost|has|had|is|was|will|would|can|could|does|did|at the|from the|in your|who|and I|and me|never|always|still|also|again|keeps|kept|made|moved|passed)\b|,\s(?:who|my|the|a|your|our|his|her|is|was|my)\b)/
const hanBefore =
  /(?:叫|是|叫做|名叫|我是|找|跟|和|与|给|让|请|被|把|由|向|对|替|帮|问|告诉|联系|转给|汇给|借给|一个|的|老板|同事|朋友|经理|manager|boss|客服|老公|老婆|爱人|男友|女友|哥|姐|弟|妹|老师|专员|中介|外教|主管|name|is)\s*[:“"「]?\s*$/
const hanAfter =
  /^\s*(?:说|讲|问|告诉|答应|承诺|保证|介绍|推荐|拉|骗|借|替|帮|让|给|跟|和|打|联系|签|担保|失业|跑|失联|拿|刷|转|还|欠|收|没|不|同意|接待|处理|负责|可以|能|也|已经|昨天|今天|上次|去年|先生|女士|小姐|老师|经理|的(?:电话|手机|账|帐|卡|钱|名|身份|微信|邮箱))/

/** People named in Latin letters, in English or inside Chinese: by shape, given names and what stands around. */
export function findLatinNames(view: TextView): Hit[] {
  const hits: Hit[] = []
  for (const match of view.plain.matchAll(sequence)) {
    const found = namesIn(view.plain, match.index, match[0])
    for (const span of found) hits.push({ kind: 'NAME', span, key: latinKey(view.plain.slice(...span)) })
  }
  return [...hits, ...findLowerCase(view)]
}

export function latinKey(name: string): string {
  return name.toLowerCase().replace(/[.,]/g, ' ').replace(/’/g, "'").trim().replace(/\s+/g, ' ')
}

/** What is no family name even behind a given name. */
const firmWords =
  /^(?:bank|street|road|card|pay|department|plan|team|law|act|account|loan|branch|office|january|february|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mr|mrs|ms|dr|please|thanks|the|and|i)$/

type Part = { text: string; at: number }

/** The pieces of a run of capitalised words that are people: words that are nobody divide it. */
function namesIn(plain: string, offset: number, text: string): [number, number][] {
  const parts: Part[] = [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    at: offset + match.index,
  }))
  const pieces: Part[][] = [[]]
  for (const part of parts) {
    const bare = part.text.toLowerCase().replace(/['’]s$|\.$/g, '')
    const first = pieces.at(-1)!.at(-1)?.text.toLowerCase() ?? ''
    const follows =
      pieces.at(-1)!.length === 1 && plain.slice(0, part.at).trimEnd().endsWith(pieces.at(-1)![0]!.text)
    const surname =
      (follows && wordSurnames.has(bare)) ||
      (givenNames.has(first) && !ambiguousGivenNames.has(first) && !firmWords.test(bare))
    if (!surname && isNobody(bare, part, plain, parts.length)) pieces.push([])
    else pieces.at(-1)!.push(part)
  }
  return pieces.flatMap((piece): [number, number][] => {
    while (piece.length > 0 && /^[a-z]/.test(piece[0]!.text)) piece.shift()
    while (piece.length > 0 && /^(?:[a-z]+|[A-Z]\.)$/.test(piece.at(-1)!.text)) piece.pop()
    if (piece.length === 0) return []
    const last = piece.at(-1)!
    const span: [number, number] = [piece[0]!.at, last.at + last.text.length]
    return isPerson(plain, span, piece) ? [span] : []
  })
}

function isNobody(bare: string, part: Part, plain: string, count: number): boolean {
  if (/^(?:mr|mrs|ms|miss|dr|prof|mx|madam|sir)$/.test(bare)) return true
  if (!notPersons.has(bare)) return /^[A-Z]{2,5}$/.test(part.text) && count === 1 && !givenNames.has(bare)
  if (!ambiguousGivenNames.has(bare) && !givenNames.has(bare)) return true
  const left = plain.slice(Math.max(0, part.at - 30), part.at)
  return !(
    honorific.test(left) ||
    strongBefore.test(left) ||
    givenNames.has(/([A-Za-z]+)\s$/.exec(left)?.[1]?.toLowerCase() ?? '') ||
    /^\s[A-Z][a-z]+/.test(plain.slice(part.at + part.text.length))
  )
}

function isPerson(plain: string, [from, to]: [number, number], piece: readonly Part[]): boolean {
  const left = plain.slice(Math.max(0, from - 40), from)
  const right = plain.slice(to, to + 24)
  const words = piece.map(({ text }) => text.toLowerCase().replace(/['’]s$/, ''))
  if (honorific.test(left)) return true
  const inHan = /\p{Script=Han}\s*$/u.test(left) || /^\s*\p{Script=Han}/u.test(right)
  const shouted = piece.every(({ text }) => text === text.toUpperCase())
  const knownName = words.some((one) => givenNames.has(one) && !ambiguousGivenNames.has(one))
  const romanised =
    words.length > 1 && words.some((one) => romanisedSurnames.has(one)) && words.every(isSyllabic)
  const context = inHan
    ? hanBefore.test(left) || hanAfter.test(right)
    : before.test(left) || after.test(right)
  const strong = inHan ? hanBefore.test(left) && hanAfter.test(right) : strongBefore.test(left)
  if (shouted) return (knownName || romanised) && (words.length > 1 || context)
  if (romanised) return true
  const named = words.length > 1 && words.some((one) => givenNames.has(one))
  const usual = words.every((one) => ordinaryEnding.test(one)) && !knownName && !named
  if (words.length > 1 && usual)
    return !opens(left) && (strong || /\b(?:by|from|to)\s$/.test(left) || after.test(right))
  if (words.length > 1)
    return !/^\s(?:Road|Street|Bank|Co|Ltd|Inc|Group|Plc|University|Hospital|School)\b/.test(right)
  if (words.some((one) => ambiguousGivenNames.has(one)))
    return strong || (context && (inHan || (after.test(right) && !opens(left))))
  if (knownName) return context || strong || inHan || !opens(left)
  if (usual) return inHan && context
  return strong || (context && (inHan || (after.test(right) && !opens(left))))
}

const ordinaryEnding =
  /(?:tions?|sions?|ings?|ments?|it(?:y|ies)|ances?|ences?|ial|ical|ive|ness|ships?|tures?|ous|able|ible|ised|ized|onic|ology|ics|ties|ages?|ncy|isms?|less|ful|[a-z]{4,}ed)$|^(?:commercial|industry|banks|rules|laws)$/

/** Whether a sentence begins here, where a capital says nothing. */
function opens(left: string): boolean {
  return /(?:^|[.!?:;。！？\n]\s*["“]?)$/.test(left)
}

function isSyllabic(part: string): boolean {
  return /^(?:(?:zh|ch|sh|ts|[bpmfdtnlgkhjqxzcsrwy])?[aeiouüv]{1,3}(?:ng|n|r)?-?){1,3}$/i.test(part)
}

const lower = new RegExp(
  `(?:\\b(?:my|his|her|our|your)\\s(?:${relation})|\\bmr|\\bmrs|\\bms|\\bnamed|\\bcalled|name is|i am|i'm|this is|told|asked|spoke to)\\.?,?\\s(?<value>([a-z]{2,})(?:\\s([a-z]{2,}))?)(?![a-z])`,
  'dg',
)

/** People written without capitals, beside a word for a person and by a usual given name. */
function findLowerCase(view: TextView): Hit[] {
  return [...view.plain.matchAll(lower)].flatMap((match): Hit[] => {
    const [, , first = '', second] = match
    if (!givenNames.has(first) || ambiguousGivenNames.has(first) || notPersons.has(first)) return []
    const [from] = match.indices!.groups!.value!
    const both = second && !notPersons.has(second) && !/(?:ed|s|ing)$/.test(second) ? ` ${second}` : ''
    const to = from + first.length + both.length
    return [{ kind: 'NAME', span: [from, to], key: latinKey(view.plain.slice(from, to)) }]
  })
}
