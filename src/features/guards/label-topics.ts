import type { Fact } from './model.ts'
import { plainText } from './plain-text.ts'

/** What figures without a role of their own are about, in both languages, known by labels and by nearby words. */
const topics: readonly [string, RegExp][] = [
  ['income', /收入|工资|薪|退休金|养老金|income|salary|wage|pension|earning/],
  ['expense', /支出|开支|生活费|开销|花销|expense|living cost|spending|essential/],
  ['surplus', /结余|盈余|剩余可|余钱|surplus|left over|spare/],
  ['minimum', /最低还款|最低应还|minimum/],
  ['statement', /账单(?!日)|statement/],
  ['annual fee', /年费|annual fee/],
  ['late fee', /违约金|滞纳金|late fee|late charge|penalty(?! (?:interest|rate))/],
  ['interest', /利息|罚息|interest(?![- ](?:rate|free|only))/],
  ['penalty rate', /罚息|penalty (?:interest|rate)/],
  ['contract rate', /合同(?:约定)?利率|原利率|contract(?:ual)? rate/],
  ['overdue', /逾期|overdue|past due|arrears/],
  ['limit', /额度|credit limit/],
  ['savings', /存款|积蓄|savings|deposit/],
  ['rent', /房租|租金|\brent\b/],
  ['age', /年龄|岁|\bage\b|years old/],
  ['transaction', /交易|消费|刷卡|transaction|purchase|spent/],
  ['cap', /能力|承受|上限|afford|capacity|at most|no more than|超过|above/],
  [
    'grace',
    /宽限|暂缓|缓一缓|缓交|\bgrace\b|holiday|pause|nothing (?:would be |is |will be )?due|no payments?/,
  ],
  ['instalments', /分期|各期|期款|instal?lments?|payments/],
  ['down payment', /首付|头款|down[- ]?payment|up[- ]?front/],
  ['former', /原(?:来|先|每期|月供|定)|由\s?$|从\s?$|调整前|\bold\b|former|previous|\bfrom\s?$|instead of/],
  ['dispute', /争议|异议|质疑|非本人|盗刷|disput|queried|contest|unauthori[sz]ed/],
  ['refund', /退还|退款|退回|返还|refund|return|credited/],
  ['paid', /已(?:还|付|收|到账)|paid|received|settled/],
  ['remainder', /剩余|剩下|余下|还剩|留下|尚(?:欠|需)|remain|still to pay|left|rest\b/],
  ['compensation', /赔偿|补偿|compensat/],
  ['management fee', /管理费|management/],
  ['sales fee', /销售服务费|sales (?:service )?fee/],
  ['custody fee', /托管费|custody/],
  ['courier', /快递|加急|courier|express|delivery/],
  ['replacement', /补卡|换卡|工本费|replacement/],
  ['product', /产品|理财|基金|净值|申购|赎回|product|fund|redeem|redemption|subscription|maturity/],
  ['premium', /保费|保险费|premium/],
  ['assets', /资产|assets/],
  ['monthly', /每个?月|月费|月租|\bmonthly\b|\b(?:a|per|each|every) month\b/],
  ['share', /占比|比例|占|share|proportion/],
]

/** Topics that a folded text speaks of. */
export function topicsOf(folded: string): Set<string> {
  return new Set(topics.flatMap(([topic, pattern]) => (pattern.test(folded) ? [topic] : [])))
}

const known = new Map<string, Set<string>>()

/** Topics of a fact's label and id. */
export function topicsOfFact(fact: Fact): Set<string> {
  const label = labelOf(fact)
  const found = known.get(label) ?? topicsOf(label)
  if (known.size > 2000) known.clear()
  known.set(label, found)
  return found
}

export function labelOf(fact: Fact): string {
  return plainText(`${fact.label ?? ''} ${fact.id.replaceAll('_', ' ')}`)
}
