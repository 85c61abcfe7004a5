import { surnames } from '../language/surnames.ts'
import type { Hit } from './model.ts'
import {
  commonWordSurnames,
  doings,
  functionWordSurnames,
  givenCharacters,
  moreSurnames,
  notNames,
  openings,
  ordinaryGivenNames,
  relations,
  titles,
} from './name-words.ts'
import type { TextView } from './text-view.ts'

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const han = /^\p{Script=Han}+$/u
const neverGiven =
  /[病血祸行的在已会将与及为是可请您你们我他她它不给把被从到对还就了吗呢吧啊呀这那个什么说没很太想让得着过又要再跟和也都最更只每去来做用找问打叫欠借付款钱元块亿千百几第且其该某]/
const strongBefore = new RegExp(
  `(?:${relations}|我叫|我姓|我是|叫做|名叫|叫|自称|姓名|名字|户名|尊敬的|亲爱的|转告|嫁给|娶了|填的|写的|登记人|户主|给)(?:的?名字)?(?:\\s?(?:是|叫|为|:|一个叫|的))?\\s?["“「]?$`,
)
const anyBefore = new RegExp(`(?:^|[\\s,，。!?;:、(（"“「]|(?:${openings})(?:了|过|着|的)?)$`)
const anyAfter = new RegExp(`^(?:$|[\\s,，。!?;:、)）"”」]|${doings})`)
const titleAfter = new RegExp(`^(?:${titles})`)
const honoured =
  /^(?:哥(?!们)|姐(?!妹|夫)|叔|婶|嫂|姨|伯|爷(?!爷)|总(?!共|是|之|算|得|要|额|数|行|部)|工(?![作资厂商人行程]))/

/** Family names that count sheets, sections and weeks, and what stands before them when they do. */
const measures = new Set([
  '张',
  '周',
  '段',
  '章',
  '项',
  '程',
  '单',
  '成',
  '节',
  '万',
  '元',
  '年',
  '月',
  '季',
  '百',
])
const counted = /[一二两三四五六七八九十几这那每多上下本前后第\d百千十]$/

type Scene = { text: string; starts: Set<number>; ends: Set<number>; tokens: Map<number, number> }

/** People named in Chinese: by family name, segmentation and what stands around, and by nickname. */
export function findHanNames(view: TextView): Hit[] {
  const scene: Scene = { text: view.folded, starts: new Set(), ends: new Set(), tokens: new Map() }
  for (const { segment, index } of words.segment(view.folded)) {
    scene.starts.add(index)
    scene.ends.add(index + segment.length)
    scene.tokens.set(index, index + segment.length)
  }
  const hits: Hit[] = []
  const free = (span: [number, number]) => !hits.some((hit) => hit.span[0] < span[1] && span[0] < hit.span[1])
  for (const find of [foreignNames, fullNames, titledNames, nicknames])
    for (const span of find(scene)) {
      if (free(span)) hits.push({ kind: 'NAME', span, key: view.folded.slice(...span).replace(/\s/g, '') })
    }
  return hits
}

/** 丹尼尔·惠特莫尔 */
function foreignNames({ text }: Scene): [number, number][] {
  return [...text.matchAll(/\p{Script=Han}{2,6}[·•‧]\p{Script=Han}{2,7}(?:[·•‧]\p{Script=Han}{1,7})?/gu)].map(
    (match) => {
      const before = /^(?:.*(?:我是|我叫|叫做|是|叫|给|跟|和|与|找|请|让))?/u.exec(
        match[0].split(/[·•‧]/)[0]!,
      )![0]
      return [match.index + before.length, match.index + match[0].length]
    },
  )
}

function familyAt(text: string, at: number): string | undefined {
  for (const size of [2, 1]) {
    const family = text.slice(at, at + size)
    if (family.length === size && (surnames.has(family) || moreSurnames.has(family))) return family
  }
  return undefined
}

function* fullNames(scene: Scene): Generator<[number, number]> {
  const { text } = scene
  for (let at = 0; at < text.length; at++) {
    const family = familyAt(text, at)
    if (!family) continue
    const end = [2, 1]
      .map((size) => at + family.length + size)
      .find((end) => isFullName(scene, at, family, end))
    if (end === undefined) continue
    yield [at, end]
    at = end - 1
  }
}

function isFullName(scene: Scene, at: number, family: string, end: number): boolean {
  const { text, starts, ends, tokens } = scene
  const name = text.slice(at, end)
  const given = text.slice(at + family.length, end)
  if (end > text.length || !han.test(name) || neverGiven.test(given)) return false
  const before = text.slice(Math.max(0, at - 8), at)
  const after = text.slice(end, end + 6)
  if (measures.has(family) && counted.test(before)) return false
  if (given.length === 1 && /[一三全多乙家之均]/.test(given)) return false
  if (titleAfter.test(text.slice(at + family.length))) return false
  const likely = [...given].every((char) => givenCharacters.has(char)) && !given.endsWith('家')
  const labelled = strongBefore.test(before)
  const strong = labelled || titleAfter.test(after)
  const called = labelled && likely && given.length === 2
  if (!labelled && /[中之]$/.test(given)) return false
  if (!called && (notNames.test(name) || notNames.test(text.slice(at, at + 4)))) return false
  const oneWord = tokens.get(at) === end
  const joined =
    likely &&
    given.length === 2 &&
    /[由和跟与给让找被是叫问请]$/.test(before) &&
    !/由于$/.test(before + family)
  const begins = starts.has(at) || joined
  const finishes = ends.has(end) || (likely && /^[也都就还又说的]/.test(after))
  const close = [anyBefore.test(before), anyAfter.test(after)].filter(Boolean).length
  const functional = functionWordSurnames.has(family)
  if (ordinaryGivenNames.has(given) || (functional && !likely)) return false
  const partly = finishes && [...given].some((char) => givenCharacters.has(char))
  if (strong && (likely || partly || (finishes && !commonWordSurnames.has(family))) && (begins || labelled))
    return finishes || anyAfter.test(after) || titleAfter.test(after)
  if (family.length > 1) return begins && (finishes || anyAfter.test(after))
  const half = given.length === 2 && close === 2 && [...given].some((char) => givenCharacters.has(char))
  if (!begins || !finishes || !(likely || half)) return false
  if (oneWord) return close === 2 && !commonWordSurnames.has(family) && given.length === 2
  if (functional) return close === 2
  return given.length === 2 || close >= (commonWordSurnames.has(family) || measures.has(family) ? 1 : 0)
}

/** 王经理: the family name alone, before a title. */
function* titledNames({ text, starts }: Scene): Generator<[number, number]> {
  for (let at = 0; at < text.length; at++) {
    const family = familyAt(text, at)
    if (!family) continue
    const rest = text.slice(at + family.length, at + family.length + 6)
    const before = text.slice(Math.max(0, at - 8), at)
    const opens = starts.has(at) && (!commonWordSurnames.has(family) || anyBefore.test(before))
    const led = anyBefore.test(before) && !/由于$/.test(before + family) && titleAfter.test(rest)
    if (!opens && !led && !strongBefore.test(before)) continue
    if (notNames.test(text.slice(at, at + 3))) continue
    if (
      titleAfter.test(rest) ||
      (honoured.test(rest) && (family.length > 1 || anyBefore.test(before) || anyAfter.test(rest.slice(1))))
    )
      yield [at, at + family.length]
  }
}

const notNickname =
  /^(?:老(?:师|板|家|人|公|婆|实|是|百|客|户|年|大爷|大妈|爷|乡|赖|房|小|款|用|旧|字|早|司机|同|总|底|伴|外|牌|账|帐|股|样|几|马识)|小(?:时|区|额|店|学|孩|心|姐|子|伙|数|票|微|贷|米|型|于|计|费|程|题|车|房|偷|朋|吃|生意|企|本|册|字|组|金库|钱|单|红书|黄车|白|康|的|事|号|看|说|声|便|高|写|马|满)|阿(?:里|姨|胶|拉|婆|公|爸|妈|哥|弟|姐|妹|爷|嬷|富|们)|大(?:家|于|额|概|约|小|部|多|方|学|量|连|姐|哥|叔|爷|妈|伯|婶|嫂|厦|夫|人|事|病|同|庆|金|成|和|全|宗|盘|幅|楼|路|明|平|通|江|水|石|山|红|海|师|牛|都|米|元|白|易|万|丰|马路))/

/** 老王, 小李, 阿强, and 强哥 or 王姐. */
function* nicknames({ text }: Scene): Generator<[number, number]> {
  for (const match of text.matchAll(/[老小阿大]\p{Script=Han}{1,2}/gu)) {
    const at = match.index
    const [prefix = '', char = ''] = [...match[0]]
    if (notNickname.test(text.slice(at, at + 4))) continue
    const double = familyAt(text, at + 1)
    if (double?.length === 2 && prefix !== '阿') {
      yield [at, at + 3]
      continue
    }
    const size = prefix === '阿' ? givenCharacters.has(char) : familyAt(text, at + 1) === char
    const called = prefix === '小' && givenCharacters.has(char)
    if (!size && !called) continue
    const before = text.slice(Math.max(0, at - 8), at)
    const after = text.slice(at + 2, at + 8)
    const close = [anyBefore.test(before), anyAfter.test(after)].filter(Boolean).length
    const strong = strongBefore.test(before)
    const sure = size && prefix !== '大' && !commonWordSurnames.has(char)
    if (strong ? close >= 1 : sure ? close >= 1 : close === 2) yield [at, at + 2]
  }
  for (const match of text.matchAll(/(\p{Script=Han})(?:哥(?!们|哥)|姐(?!妹|夫|姐)|嫂|叔(?!叔))/gu)) {
    const at = match.index
    const before = text.slice(Math.max(0, at - 8), at)
    if (!givenCharacters.has(match[1]!) || /[大二三小表堂哥姐师学空的]/.test(match[1]!)) continue
    if (anyBefore.test(before) && anyAfter.test(text.slice(at + 2, at + 8))) yield [at, at + 1]
  }
}
