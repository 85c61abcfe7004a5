import { describe, expect, it } from 'vitest'
import { guardsOn } from './guards-on.ts'
import type { Fact } from './model.ts'

const facts: Fact[] = [
  {
    id: 'b',
    kind: 'amount',
    value: 3650000,
    currency: 'CNY',
    role: 'balance',
    source: 'account',
  },
  {
    id: 'f',
    kind: 'amount',
    value: 3500000,
    currency: 'CNY',
    role: 'financed',
    source: 'engine',
  },
  {
    id: 'w',
    kind: 'amount',
    value: 150000,
    currency: 'CNY',
    role: 'waived',
    source: 'engine',
  },
  {
    id: 'i',
    kind: 'amount',
    value: 161000,
    currency: 'CNY',
    role: 'instalment',
    source: 'engine',
  },
  {
    id: 't',
    kind: 'amount',
    value: 3864000,
    currency: 'CNY',
    role: 'total',
    source: 'engine',
  },
  {
    id: 'dp',
    kind: 'amount',
    value: 0,
    currency: 'CNY',
    role: 'other',
    source: 'engine',
  },
  {
    id: 'm',
    kind: 'term',
    value: 24,
    role: 'months',
    source: 'engine',
  },
  {
    id: 'an',
    kind: 'rate',
    value: 980,
    role: 'apr_nominal',
    source: 'engine',
  },
  {
    id: 'ae',
    kind: 'rate',
    value: 1025,
    role: 'apr_effective',
    source: 'engine',
  },
  {
    id: 'd1',
    kind: 'date',
    value: '2026-12-18',
    role: 'first_due',
    source: 'engine',
  },
  {
    id: 'd2',
    kind: 'date',
    value: '2028-11-18',
    role: 'last_due',
    source: 'engine',
  },
  {
    id: 'dl',
    kind: 'date',
    value: '2026-12-02',
    role: 'deadline',
    source: 'engine',
  },
  {
    id: 'n',
    kind: 'name',
    value: '高建国',
    source: 'account',
    subject: 'customer',
  },
  {
    id: 'n2',
    kind: 'name',
    value: 'Gao Jianguo',
    source: 'account',
    subject: 'customer',
  },
]
const promises = [{ kind: 'waiver', fact: 'w' }] as const

describe('roles of one plan', () => {
  it.each([
    '高先生您好：您目前未还本息合计36500元，我行可减免滞纳金1500元，减免后35000元办理24期个性化分期，月还款1610元，合计38640元，年化9.8%（单利），实际年化10.25%。',
    '高建国先生，您账户总欠款为人民币 36,500.00 元。其中 1,500 元违约金予以免除，剩余 35,000 元按 24 个月等额偿还，每个月应还 1,610 元。首个还款日 2026-12-18，最后还款 2028-11-18。',
    '方案摘要｜分期金额：¥35,000｜期数：24｜每期：¥1,610｜总还款：¥38,640｜名义年化：9.80%｜实际年化：10.25%',
    '| 项目 | 数值 |\n|---|---|\n| 欠款余额 | 36,500元 |\n| 每期还款 | 1,610元 |\n| 还款总额 | 38,640元 |\n| 期数 | 24期 |',
    '三万五千元分二十四期，每期一千六百一十元，从今年十二月十八号开始，到2028年11月18日结束，全部还完共三万八千六百四十元。',
    '我们把3.5万欠款拆成24个月来还，每月1610块，您一共付38640块。回复截止到12月2日。',
    '您总共欠3.65万元，扣掉减免的1500元，实际分期3.5万元。',
    '请于2026年12月2日（含）前确认，逾期未确认视为放弃。首次扣款日：2026年12月18日。',
    '若您接受，自2026年12月18日起每月18日扣款1,610元，至2028年11月18日止。',
    '您每月只需偿还1,610元，24个月后即可结清35,000元的本金及利息，累计支付38,640元。',
    'Dear Mr Gao, of the ¥36,500 you owe, we will waive ¥1,500 in late fees. The remaining ¥35,000 is spread over 24 months at ¥1,610 per month, ¥38,640 in total (nominal 9.8%, effective 10.25%).',
    'Mr Gao, your 24 payments of ¥1,610 start on 18 December 2026 and end on 18 November 2028. Altogether they come to ¥38,640.',
    'Your debt is CNY 36,500; once the CNY 1,500 in late charges is written off, CNY 35,000 remains to be repaid.',
    "You'd pay 1,610 yuan a month for two years, so 38,640 yuan all told, and the first one falls on December 18th.",
    'Please confirm no later than 2 December 2026. Your last payment would be on 18 November 2028, the first on 18 December 2026.',
    'The annual percentage rate is 9.8% (nominal), equal to 10.25% effective.',
    'Financed: 35,000.00 CNY. Instalment: 1,610.00 CNY x 24. Total: 38,640.00 CNY. Waived: 1,500.00 CNY.',
    'Instead of RMB 36,500 you would repay RMB 35,000 plus interest, i.e. RMB 38,640 over two years.',
    'Over the next 24 months, you pay ¥1,610 on the 18th of every month.',
    '您的欠款约3.65万元。',
    '您的欠款大约36,400元',
  ])('binds: %s', (text) => {
    expect(guardsOn(text, { facts, promises: [...promises] })).toEqual([])
  })

  it.each([
    '高先生，三万八千六百四十元分二十四期，每期一千六百一十元，全部还完共三万五千元。',
    '高先生，每月还35,000元，共还1,610元。',
    'Mr Gao, you pay ¥38,640 per month and ¥1,610 in total.',
    '首期还款日为2028年11月18日，最后一期为2026年12月18日。',
    '请在2026年12月18日前回复，首期还款日是2026年12月2日。',
    'Please reply by 18 December 2026; the first payment is on 2 December 2026.',
    '名义年化10.25%，实际年化9.8%。',
    'The nominal rate is 10.25% and the effective rate 9.8%.',
    '每期约1,610元。',
    '每期1,600元左右。',
    '您的欠款约3.7万元。',
    '年利率9.8‰。',
    '月利率9.8%。',
    '您的欠款为36,500美元。',
    '您的欠款为36,500港元。',
    '分24期，每期1,160元。',
    '分42期还。',
    '分24年还。',
    'Over 24 weeks you pay ¥1,610 a month.',
    'Your last payment would be on 18 November 2027.',
    '我们为您减免35,000元，余额1,500元。',
    'We waive ¥35,000 and the remaining ¥1,500 is repaid monthly.',
  ])('refuses: %s', (text) => {
    expect(guardsOn(text, { facts, promises: [...promises] })).toContain('number_unsupported')
  })
})
