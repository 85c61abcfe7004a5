import type { Both } from './model.ts'
import { causeLabels, factLabels } from './questions.ts'

const both = (zh: string, en: string): Both => ({ 'zh-Hans': zh, en })

const prefixed = (prefix: string, labels: Record<string, Both>): Record<string, Both> =>
  Object.fromEntries(Object.entries(labels).map(([code, label]) => [`${prefix}.${code}`, label]))

/** What codes in claims are called, by `group.code`. */
export const claimLabels: Record<string, Both> = {
  ...prefixed('cause', causeLabels),
  ...prefixed('fact', factLabels),
  'topic.collection_conduct': both('催收方式', 'How you were contacted about a debt'),
  'topic.charge': both('收费', 'A charge or fee'),
  'topic.misleading_sale': both('销售说明不清楚', 'How a product was sold'),
  'topic.system_failure': both('系统或自动扣款故障', 'A system or automatic payment that failed'),
  'topic.service': both('服务态度或效率', 'Service'),
  'topic.data': both('个人信息', 'Personal data'),
  'topic.credit_record': both('征信记录', 'Credit record'),
  'topic.transaction': both('非本人交易', 'A payment they did not make'),
  'wanted.refund': both('退还款项', 'money returned'),
  'wanted.waiver': both('减免费用', 'a charge waived'),
  'wanted.apology': both('道歉', 'an apology'),
  'wanted.explanation': both('一个解释', 'an explanation'),
  'wanted.correction': both('更正错误', 'a mistake corrected'),
  'wanted.stop_contact': both('停止联系', 'contact to stop'),
  'wanted.staff_action': both('处理有关人员', 'staff held to account'),
  'wanted.redeem': both('赎回资金', 'the money taken out'),
  'wanted.more_time': both('宽限时间', 'more time'),
  'charge.late_fee': both('违约金', 'a late fee'),
  'charge.annual_fee': both('年费', 'an annual fee'),
  'charge.interest': both('利息', 'interest'),
  'charge.cash_fee': both('取现手续费', 'a cash advance fee'),
  'charge.foreign_fee': both('外币交易费', 'a foreign currency fee'),
  'charge.instalment_fee': both('分期费用', 'an instalment charge'),
  'story.bank_error': both('客户认为是银行一方的原因', 'the customer sees the fault with the bank'),
  'story.paid_in_time': both('客户称已按时还款', 'the customer says it was paid in time'),
  'story.first_time': both('客户称是头一次', 'the customer says it was the first time'),
  'story.forgot': both('客户称忘了还款日', 'the customer forgot the due date'),
  'story.hardship': both('客户周转困难', 'the customer is short of money'),
  'story.not_told': both('客户称事先没有被告知', 'the customer says nobody told them'),
  'doubt.loss': both('担心亏损', 'worry about a loss'),
  'doubt.locked': both('资金取不出来', 'the money is locked in'),
  'doubt.rating': both('风险等级是否匹配', 'whether the risk rating matches'),
  'doubt.product_fees': both('产品费用', 'fees of the product'),
  'doubt.safety': both('本金是否安全', 'whether the principal is safe'),
  'doubt.buying': both('考虑买入', 'thinking of buying'),
  'interest.keep_credit_record': both('保住信用记录', 'to keep a clean credit record'),
  'interest.keep_home': both('保住住房', 'to keep their home'),
  'interest.feed_family': both('养家', 'to provide for the family'),
  'interest.pay_for_care': both('看病就医', 'to pay for medical care'),
  'interest.keep_business': both('维持生意', 'to keep the business going'),
  'interest.stop_calls': both('不再被频繁联系', 'to be contacted less'),
  'interest.be_heard': both('被认真对待', 'to be taken seriously'),
  'interest.gain_time': both('多一些时间', 'to gain time'),
  'interest.keep_cost_down': both('少付成本', 'to keep the cost down'),
  'kind.credit_hardship': both('还款困难', 'credit hardship'),
  'kind.investment_consultation': both('理财咨询', 'investment consultation'),
  'kind.complaint': both('投诉', 'complaint'),
  'kind.fee_waiver': both('费用减免', 'fee waiver'),
  'kind.general': both('一般咨询', 'general'),
  'closed.open': both('仍在处理', 'still open'),
  'closed.resolved': both('已解决', 'resolved'),
  'closed.withdrawn': both('客户撤回', 'withdrawn'),
  'closed.no_agreement': both('未达成一致', 'no agreement'),
  'closed.duplicate': both('重复', 'duplicate'),
  'agreement.drafted': both('待签署', 'being drafted'),
  'agreement.delivered': both('待客户确认', 'waiting for the customer'),
  'agreement.confirmed': both('履行中', 'being kept'),
  'agreement.broken': both('已违约', 'broken'),
  'agreement.completed': both('已履行完毕', 'completed'),
  'agreement.cancelled': both('已取消', 'cancelled'),
  'complaint.collection_conduct': both('催收行为', 'collection conduct'),
  'complaint.fee': both('收费', 'fees'),
  'complaint.other': both('其他事项', 'something else'),
  'outcome.upheld': both('投诉成立', 'upheld'),
  'outcome.partly_upheld': both('部分成立', 'partly upheld'),
  'outcome.not_upheld': both('不成立', 'not upheld'),
}

/** The label of a code; a code without one shows itself, without its group. */
export function claimLabel(code: string, language: 'zh-Hans' | 'en'): string {
  return claimLabels[code]?.[language] ?? code.replace(/^\w+\./, '').replaceAll('_', ' ')
}
