import { amountText, dateText, rateText } from '../../platform/money.ts'
import { claimLabel } from './claim-labels.ts'
import type { Both, Claim, ClaimValue, Evidence } from './model.ts'

type Language = 'zh-Hans' | 'en'

const both = (zh: string, en: string): Both => ({ 'zh-Hans': zh, en })

/** What each claim says, by its code; `{name}` is a value of the claim. */
const sentences: Record<string, Both> = {
  'nature.credit_hardship': both(
    '客户表示难以按原约定还款，请求调整还款安排。',
    'The customer says the agreed repayments are hard to keep and asks for another arrangement.',
  ),
  'nature.investment_consultation': both(
    '客户对理财产品有疑问。',
    'The customer has doubts about a wealth product.',
  ),
  'nature.complaint': both('客户提出投诉。', 'The customer complains.'),
  'nature.fee_waiver': both('客户请求减免费用。', 'The customer asks for a fee to be waived.'),
  'nature.general': both('客户有一般性问题。', 'The customer has a general question.'),
  'cause.hardship': both('{cause}', '{cause}'),
  'cause.topic': both('投诉涉及：{topic}。', 'The complaint is about: {topic}.'),
  'cause.charge': both('涉及的费用：{charge}。', 'The charge in question: {charge}.'),
  'cause.story': both('{story}。', 'By the message, {story}.'),
  'cause.doubt': both('疑问在于：{doubt}。', 'The doubt: {doubt}.'),
  'cause.product': both('问到的产品：{product}。', 'The product asked about: {product}.'),
  'cause.asked': both('客户的问题见来信。', 'The question is in the message.'),
  'effect.owed': both(
    '欠款合计 {total}，逾期 {days} 天，合同年利率 {rate}。',
    'Total owed {total}, {days} days past due, contract rate {rate} a year.',
  ),
  'effect.charged': both(
    '账户上记有费用和违约金合计 {amount}。',
    'Fees and late fees of {amount} stand on the account.',
  ),
  'effect.charge_differs': both(
    '客户说的金额是 {said}，与账户记录不一致，需要核对。',
    'The customer names {said}, which is not what the account shows; to be checked.',
  ),
  'effect.holding': both(
    '持有 {product}，现值 {value}，买入 {paid}，差额 {change}。',
    'Holds {product}: worth {value}, bought for {paid}, a difference of {change}.',
  ),
  'effect.waiting': both(
    '客户自 {since} 起等待答复。',
    'The customer has waited for an answer since {since}.',
  ),
  'interest.willing': both(
    '客户愿意还款，希望月供在承受范围内。',
    'The customer is willing to repay and wants an instalment that can be kept.',
  ),
  'interest.position': both(
    '客户已提出明确的要求，见原话。',
    'The customer has said what they want, in their own words.',
  ),
  'interest.beneath': both('背后的关切：{interest}。', 'What lies beneath: {interest}.'),
  'interest.wanted': both('客户希望得到{wanted}。', 'The customer wants {wanted}.'),
  'interest.answer': both('客户希望得到明确的答复。', 'The customer wants a clear answer.'),
  'figure.fact': both('{fact}：{amount}', '{fact}: {amount}'),
  'figure.share': both('{fact}：{share}', '{fact}: {share}'),
  'figure.months': both('{fact}：{months} 个月', '{fact}: {months} months'),
  'figure.left': both(
    '按已知收支，每月可支配余额约 {amount}（未计本笔欠款）。',
    'On known figures about {amount} is left each month (before this debt).',
  ),
  'figure.rating': both(
    '风险承受能力 {rating}，测评于 {tested_on}。',
    'Risk rating {rating}, assessed on {tested_on}.',
  ),
  'history.contacts': both(
    '近期往来 {n} 次，最近一次在 {last}。',
    '{n} recent contacts, the last on {last}.',
  ),
  'history.promises': both(
    '承诺还款 {n} 次，兑现 {kept} 次，未兑现 {broken} 次。',
    'Promises to pay: {n}, of which {kept} kept and {broken} broken.',
  ),
  'history.promise_broken': both(
    '最近一次未兑现：应于 {due} 还 {amount}。',
    'The last one broken: {amount} due on {due}.',
  ),
  'history.complaint': both(
    '{opened} 投诉过{category}，结果：{outcome}。',
    'Complained of {category} on {opened}; outcome: {outcome}.',
  ),
  'history.satisfaction': both(
    '最近一次满意度 {score}/{of}（{on}）。',
    'Last satisfaction score {score} of {of} ({on}).',
  ),
  'history.rating': both('上次会话评分 {score} 分。', 'Rated an earlier conversation {score}.'),
  'history.case': both(
    '{opened} 有过{kind}事项，{closed}。',
    'An earlier matter on {opened} ({kind}): {closed}.',
  ),
  'history.agreement': both('协议 {number}：{state}。', 'Agreement {number}: {state}.'),
  'history.none': both(
    '行内没有往来、承诺或投诉的记录。',
    'The bank has no record of contacts, promises or complaints.',
  ),
  'risk.current': both(
    '目前尚未逾期，及早安排可以避免逾期。',
    'Nothing is overdue yet; arranging it early can keep it that way.',
  ),
  'risk.early': both(
    '逾期 {days} 天，处于早期，一般还能恢复正常还款。',
    '{days} days overdue, an early stage from which payments often recover.',
  ),
  'risk.arrears': both(
    '逾期 {days} 天，若无可行安排，逾期可能继续加深。',
    '{days} days overdue; without a workable plan the arrears are likely to deepen.',
  ),
  'risk.deep': both(
    '逾期 {days} 天，收回的可能性随时间下降；负担得起的安排对双方都更好。',
    '{days} days overdue and harder to recover with time; an affordable plan serves both.',
  ),
  'risk.broken_promise': both(
    '有未兑现的承诺，安排须留有余地。',
    'A promise was broken before; the plan has to leave room.',
  ),
  'risk.nothing_left': both(
    '按已知收支没有还款余力，硬性安排会再次违约。',
    'On known figures nothing is left to repay with; a forced plan would break.',
  ),
  'risk.stated_only': both('收入仅有自述，尚无凭证。', 'Income is only stated, with no document.'),
  'risk.clock': both(
    '须在 {decide_by} 前作出决定并告知，逾期即违反时限。',
    'Has to be decided and told by {decide_by}; later breaks the time limit.',
  ),
  'risk.regulator': both(
    '客户提到监管部门，升级的可能较大。',
    'The customer names the regulator and may take it there.',
  ),
  'risk.harassment': both(
    '涉及被骚扰的指控，催收行为须核查。',
    'Harassment is alleged; conduct has to be examined.',
  ),
  'risk.repeat': both(
    '此前有过投诉，重复发生影响更大。',
    'There was a complaint before; a repeat weighs more.',
  ),
  'risk.low_satisfaction': both('此前满意度偏低。', 'Satisfaction was low before.'),
  'risk.charge': both(
    '所涉费用最多 {amount}，减免的成本以此为限。',
    'At most {amount} is at stake, which bounds the cost of a waiver.',
  ),
  'risk.bank_error': both(
    '如查实系本行原因，须全额退还并更正记录。',
    'If it was the bank’s fault, it has to be refunded and records put right.',
  ),
  'risk.mismatch': both(
    '产品等级 {level} 高于客户等级 {rating}，不得销售或推介。',
    'The product’s level {level} is above the customer’s rating {rating}: no sale, no recommendation.',
  ),
  'risk.test_expired': both('风险测评已于 {expires} 到期。', 'The risk assessment ran out on {expires}.'),
  'risk.elderly': both(
    '客户年满 {age} 岁，须逐项说明并由另一名人员在场。',
    'The customer is {age} or older: explain each point, with a second member of staff.',
  ),
  'risk.conduct': both(
    '答复不得承诺本金或收益，不得预测涨跌。',
    'The answer may promise neither principal nor return, and forecast nothing.',
  ),
  'risk.waiting': both('须在 {due} 前给出答复。', 'An answer is due by {due}.'),
  'risk.unclear': both(
    '诉求不明，答非所问会引起投诉。',
    'What is wanted is unclear; answering past it invites a complaint.',
  ),
  rule: both('适用《{title}》第{number}条（{heading}）。', '"{title}", clause {number} ({heading}) applies.'),
}

/** A claim's sentence in a language: from its code and values alone. */
export function claimText(code: string, values: Claim['values'], language: Language): string {
  const sentence = sentences[code]?.[language]
  if (sentence === undefined) throw new Error(`no words for the claim ${code}`)
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (!value) throw new Error(`the claim ${code} needs ${name}`)
    return shown(value, language)
  })
}

function shown({ is, value, en }: ClaimValue, language: Language): string {
  if (en !== undefined && language === 'en') return en
  if (is === 'code') return claimLabel(String(value), language)
  if (is === 'amount') return amountText(Number(value), language)
  if (is === 'rate') return rateText(Number(value))
  if (is === 'date') return dateText(String(value).slice(0, 10), language)
  return String(value)
}

export const amount = (value: number): ClaimValue => ({ is: 'amount', value })
export const rate = (value: number): ClaimValue => ({ is: 'rate', value })
export const days = (value: number): ClaimValue => ({ is: 'days', value })
export const months = (value: number): ClaimValue => ({ is: 'months', value })
export const count = (value: number): ClaimValue => ({ is: 'count', value })
export const date = (value: string): ClaimValue => ({ is: 'date', value })
export const code = (value: string): ClaimValue => ({ is: 'code', value })
export const words = (value: string, en?: string): ClaimValue => ({
  is: 'text',
  value,
  ...(en === undefined ? {} : { en }),
})

/** Builds a claim in the conversation's language and in both. */
export function claimed(
  language: Language,
  aspect: Claim['aspect'],
  what: string,
  values: Claim['values'],
  evidence: Evidence[],
  more: Pick<Claim, 'amount' | 'grade'> = {},
): Claim {
  const texts = { 'zh-Hans': claimText(what, values, 'zh-Hans'), en: claimText(what, values, 'en') }
  return { aspect, code: what, values, text: texts[language], texts, ...more, evidence }
}
