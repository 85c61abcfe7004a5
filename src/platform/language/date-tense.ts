/** How a bare date is spoken of. `mixed`: of both, or only by its surroundings; the nearer year then decides. */
export type Tense = 'past' | 'mixed' | 'open' | 'future'

const clauseEnds = /[，。；！？;!?\n]|,(?!\d{3}(?!\d))|\.(?=\s|$)/

type Clause = { before: string; after: string; next: string; last: string }

/** The clause around an offset, between the nearest stops, with the clauses on either side of it. */
function clauseAround(folded: string, [start, end]: [number, number]): Clause {
  const left = folded.slice(0, start).split(clauseEnds)
  const right = folded.slice(end).split(clauseEnds)
  return { before: left.at(-1) ?? '', after: right[0] ?? '', next: right[1] ?? '', last: left.at(-2) ?? '' }
}

const verbOf =
  '[还交付买办借扣转存收签开走刷测寄打取花订汇发领退充绑投划缴搬填辞批]|提交|结清|还清|付清|递交|申请|办理|签订|购买|消费|注销|报名|入账|下单|反映|反馈'
const pastChinese = new RegExp(
  [
    '了(?!解|结)|去世|过世|离世|逝世|病逝|身故|没的|走的那|被|盗刷|丢的|摔|停机|过(?!两|几|后|世|年|户|敏|期|[来去](?!的))|已(?!婚)|早就|曾|上次|当时|刚(?!好|需)|明明|以来',
    `(?:${verbOf})(?:[下上出回过]?[来去]|完|好|到|掉)?的`,
    '(?:消费|交易|扣款)(?:记录|不是|是怎么|我)',
    '又(?:说|改|变|寄|问|叫|让|扣|收|打|刷|来|催|转|给|发|少|多|去|call|charge)|没(?:收到|到账|扣|还上|发|接|成功|入账|来|打通|人)',
    '着火|失火|起火|发大水|发洪水|淹|车祸|翻车|晕倒|病倒|中风|确诊|地震|破产|倒闭|跑路|被盗|断供',
  ].join('|'),
)
const futureChinese =
  /会|将|要|能|可以|想|打算|准备|之?前(?!天)|才(?![^，。]{0,8}[的了])|再|到时|开始|保证|争取|就(?![^，。]{0,12}(?<!到期)了)|等|快|截止|最晚|最迟|答应|承诺|行吗|好吗|吧|怎么办|的话/
/** Words that hold a character of the future and say nothing of it. */
const notFuture =
  /提前|要求|主要|重要|要不是|要债|会员|社会|机会|会议|开会|工会|协会|功能|将近|快递|快捷|等等|保证金|再三|一再|再次|没想到|想不到|以前|想问下?|想查|就是|可以看/g
const surroundings =
  /那(?:天|晚|夜|次|回|日)|夜里|半夜|深夜|凌晨|晚上|傍晚|[有那这](?:一|两|几|三)?笔|上午|下午|早上|中午|发现|收到|接到|显示|(?:夸|表扬|感谢|谢谢|投诉|举报)[^，]{0,6}$/

const pastEnglish =
  /\b(?:was|were|wasn't|weren't|did|didn't|had|hadn't|been|paid|pd|got|lost|died|stole|broke|fell|hit|cut|shut|ran|flew|wrote|rang|swiped|passed away|have (?:pay|transfer|send|give)|received|took|made|called|went|saw|bought|sold|sent|left|came|told|said|since|spoke|gave|spent|lent|caught|found|forgot|froze|heard|held|kept|met|quit|sank|slept|stood|swore|thought|threw|tore|drove|woke|grew|chose|passed|recogni[sz]e|let (?:me|him|her|us) go|(?:they|we|he|she|company|firm|boss|employer|factory|plant|office|hotel|school|who) let|transaction|purchase|withdrew|began|ago|last time|[a-z]{2,}ed)\b/
const futureEnglish =
  /\b(?:will|'ll|won't|can|can't|cannot|could|would|going to|gonna|want|plan|planning|by|before|until|till|due|shall|may|should|expect|start|starting|begin|need|am to|able|let me (?!go)|i'll|we'll|suppose|if (?:i|we))\b|'ll\b/
const notPast =
  /\b(?:need|feed|speed|indeed|agreed|supposed|proposed|revised|reduced|scheduled|delayed|extended|unemployed|overdue|retired|worried|stressed|confused|scared|interested|planned|fixed|expected|allowed)\b/g
/** What is "of" or "from" a day has mostly happened: a letter of 3 May, a charge from 3 May. */
const documentEnglish =
  /\b(?:applications?|letters?|e?-?mails?|complaints?|calls?|requests?|messages?|texts?|statements?|charges?|purchases?|transactions?|transfers?|debits?|withdrawals?|orders?|visits?|meetings?|conversation|report|receipt|slip)(?: (?:of|from|dated|on|made on))? (?:the )?$|[\d.] from $/

/** A stretch whose record is asked for lies mostly behind, whatever the verb. */
const recordsChinese = /^[^，。！？,]{0,14}的?(?:流水|明细|账单|对账单|回单|交易|记录|凭证)/
const recordsEnglish = /\b(?:statements|records?|history|transactions|print ?outs?)\b[^.;!?]*$/

/**
 * Whether a bare date is spoken of as past, by the verbs of its clause. `mixed` when past and future stand there
 * together, or when only the words around it tell of something that happened.
 */
export function tenseOf(folded: string, span: [number, number]): Tense {
  const { before, after, next, last } = clauseAround(folded, span)
  const clause = `${before} ${after}`
  if (/[一-龥]/.test(clause)) {
    if (/^(?:之前|以前|前)/.test(after)) return 'future'
    if (recordsChinese.test(after)) return pastChinese.test(clause) ? 'past' : 'mixed'
    const plain = `${before} ${after.replace(/^了/, '')}`
    const past = pastChinese.test(plain)
    const future = futureChinese.test(plain.replace(notFuture, ''))
    if (past || future) return past ? (future ? 'mixed' : 'past') : 'future'
    return surroundings.test(clause) || pastEnglish.test(clause) || pastChinese.test(next) ? 'mixed' : 'open'
  }
  const past = pastEnglish.test(clause.replace(notPast, ''))
  const future = futureEnglish.test(clause)
  if (!past && (documentEnglish.test(before) || recordsEnglish.test(before))) return 'mixed'
  if (past || future) return past ? (future ? 'mixed' : 'past') : 'future'
  return /^ ?(?:on|at|and|it was)? ?(?:the )?$/.test(before) && pastEnglish.test(last.replace(notPast, ''))
    ? 'mixed'
    : 'open'
}

/** Whether a bare date is spoken of as past and nothing in its clause looks ahead. */
export function isPast(folded: string, span: [number, number]): boolean {
  return tenseOf(folded, span) === 'past'
}
