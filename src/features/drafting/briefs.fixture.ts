import { loadPrompts } from '../../platform/prompts.ts'
import { checkText } from '../guards/check-text.ts'
import type { Finding } from '../guards/model.ts'
import type { OfferTerms } from '../offers/store.ts'
import { type Composed, citationsOf, type Manner, type ReplyBrief, type Source, type Voice } from './brief.ts'
import { composeReply, wordingOf } from './compose-reply.ts'

export const prompts = await loadPrompts('prompts')

/** The bank's standing sentences as the sample bank has them, with the facts in them. */
export function voice(language: 'zh-Hans' | 'en'): Voice {
  const en = language === 'en'
  return {
    language,
    name: en ? 'Lin Xiaotong' : '林晓彤',
    label: en
      ? 'This reply was drafted with AI assistance and approved by a member of staff before it was sent.'
      : '本回复由人工智能协助起草，经本行工作人员审核后发送。',
    objection: en
      ? 'If you disagree with this reply, answer this message or call 95504 within 30 days of receiving it and ask for a review by a different member of staff.'
      : '对本答复有异议，可在收到之日起30日内回复本消息，或拨打 95504，要求另一名工作人员复核。',
    hotline: '95504',
    hours: '08:00–22:00',
    standing: [
      { id: 'hotline', kind: 'phone', value: '95504', source: 'policy', subject: 'bank' },
      { id: 'objection_0', kind: 'term', value: 30, unit: 'day', source: 'policy', role: 'deadline' },
    ],
  }
}

export function manner(
  language: 'zh-Hans' | 'en',
  tone: Manner['tone'],
  variant: number,
  cause: string | null = null,
): Manner {
  return { voice: voice(language), tone, variant, cause }
}

/** A plan with the figures the engine would give it: interest on a declining balance is not needed here. */
export function planTerms(
  shape: OfferTerms['shape'],
  amounts: number[],
  more: { down?: number; waived?: number; starts?: string } = {},
): OfferTerms {
  const start = more.starts ?? '2026-12-24'
  const rows = amounts.map((amount, index) => ({
    date: monthsOn(start, index),
    amount,
    principal: amount - 1_000,
    interest: 1_000,
  }))
  const down = more.down ?? 0
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  return {
    shape,
    months: amounts.length,
    schedule: [
      ...(down > 0 ? [{ date: '2026-11-24', amount: down, principal: down, interest: 0 }] : []),
      ...rows,
    ],
    total: sum + down,
    financed: sum - 1_000 * amounts.length,
    waived: { fees: more.waived ?? 0, default_charges: 0, interest: 0, principal: 0 },
    plan_rate_bp: 1625,
    apr_nominal_bp: 1625,
    apr_effective_bp: 1752,
  }
}

function monthsOn(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const at = new Date(Date.UTC(year, month - 1 + months, day))
  return at.toISOString().slice(0, 10)
}

export const plans: OfferTerms[] = [
  planTerms('level', [200_000, 200_000, 200_000, 200_000, 199_990]),
  planTerms('step_up', [150_000, 150_000, 180_000, 180_000, 210_000, 209_990]),
  planTerms('grace', [210_500, 210_500, 210_500, 210_500, 210_480], { starts: '2027-02-24' }),
  planTerms('down_payment', [172_300, 172_300, 172_300, 172_300, 172_290], { down: 200_000 }),
  planTerms('level', [161_050, 161_050, 161_050, 161_050, 161_050, 161_040], { waived: 15_580 }),
]

export function source(language: 'zh-Hans' | 'en', matter: keyof typeof clauses): Source {
  const [zh, en] = clauses[matter]
  const [title, number, heading, passage] = language === 'en' ? en : zh
  return { ref: `${matter}#${number}`, title, number, heading, passage }
}

type Cited = [title: string, number: string, heading: string, passage: string]
/** Clauses worded like those a bank publishes; each pair says the same in both languages. */
const clauses = {
  basis: [
    ['信用卡还款困难帮扶办法', '二', '可以申请的帮扶', '帮扶方式包括：个性化分期、短期宽限、减免部分费用。'],
    [
      'Help with Card Repayments',
      '2',
      'Help you can ask for',
      'Help includes individual instalment plans, short grace and waivers of some charges.',
    ],
  ],
  clock: [
    [
      '信用卡还款困难帮扶办法',
      '七',
      '审核时间与期间保护',
      '本行在收到申请后1日内确认受理，材料齐备后5个工作日内答复，情况复杂的10个工作日。审核期间暂停催收，最长30日，期间不新增违约金。',
    ],
    [
      'Help with Card Repayments',
      '7',
      'How long it takes',
      'We confirm within 1 day of receiving an application and answer within 5 working days once papers are complete, 10 if it is complex. Collection is paused meanwhile for at most 30 days, with no new late fees.',
    ],
  ],
  hold: [
    [
      '信用卡还款困难帮扶办法',
      '二十二',
      '暂无还款能力',
      '核算后没有可用于还款的余额的，本行不安排象征性的还款计划，而是暂停催收60日，期间不新增违约金，并介绍免费的债务咨询渠道。期满前与您重新核算。',
    ],
    [
      'Help with Card Repayments',
      '22',
      'No means to repay',
      'If nothing is left to repay with, we set up no token plan but pause collection for 60 days with no new late fees, and point to free debt advice. Before that ends we work it out with you again.',
    ],
  ],
  advice: [
    [
      '债务咨询与理性借贷指引',
      '三',
      '如何预约',
      '在App“债务咨询”或拨打95504预约，一般3个工作日内安排，可以选择电话、视频或网点，提供中英文服务。',
    ],
    [
      'Debt Advice',
      '3',
      'Booking',
      'Book under "Debt advice" in the app or on 95504, usually within 3 working days, by phone, video or at a branch, in Chinese or English.',
    ],
  ],
  eligibility: [
    [
      '信用卡还款困难帮扶办法',
      '二十三',
      '不符合条件的处理',
      '欠款没有超出还款能力的，可以办理普通账单分期，成本以利息列示，按时还款照常记录为正常。本行会说明不符合的原因和可以选择的其他方式。',
    ],
    [
      'Help with Card Repayments',
      '23',
      'If you do not qualify',
      'If the debt is within your means, ordinary instalments are open to you, with the cost shown as interest; payments on time are recorded as normal. We tell you why you do not qualify and what else there is.',
    ],
  ],
  complaint: [
    [
      '消费者投诉处理办法',
      '四',
      '投诉处理时限',
      '本行自收到投诉之日起15日内作出处理决定并告知；情况复杂的，经批准可以延长至30日。',
    ],
    [
      'Complaints',
      '4',
      'How long a complaint takes',
      'We decide and tell you within 15 days. A complex complaint may, with approval, take 30 days.',
    ],
  ],
  disputed: [
    [
      '消费者投诉处理办法',
      '十三',
      '投诉期间的催收与计费',
      '投诉针对某笔欠款或费用的，处理期间本行暂停就争议部分催收，争议部分不新增违约金。无争议的部分仍需按时归还。',
    ],
    [
      'Complaints',
      '13',
      'Collection while a complaint is open',
      'If the complaint concerns a particular debt or charge, we pause collection of the disputed part while we handle it and add no late fee to it. The undisputed part remains due as usual.',
    ],
  ],
  fees: [
    [
      '收费与违约金规则',
      '五',
      '违约金的申请减免',
      '过去12个月内首次被收取违约金，且已经补足最低还款额的，您可以通过App、热线或在线客服申请减免一次。',
    ],
    [
      'Fees and Charges',
      '5',
      'Asking for a late fee to be waived',
      'If it is your first late fee in 12 months and you have since made up the minimum payment, you may ask once for it to be waived, in the app, by phone or in chat.',
    ],
  ],
  bankError: [
    [
      '收费与违约金规则',
      '六',
      '本行原因造成的收费',
      '因本行系统故障、自动扣款失败或信息有误导致您被收取违约金或利息的，本行核实后全额退还，并更正已报送的信息。退还款项在核实之日起5日内入账。',
    ],
    [
      'Fees and Charges',
      '6',
      'Charges caused by our own error',
      'If our system failed or an automatic payment did not go through because of us, we refund in full any late fee or interest that followed and correct anything we reported. The refund is posted within 5 days of our confirming the facts.',
    ],
  ],
  suitability: [
    ['理财产品适当性管理办法', '五', '等级匹配表', '等级相符是购买的前提，但不是唯一条件。'],
    [
      'Suitability of Wealth Products',
      '5',
      'Which products match',
      'A matching rating is necessary but not all that counts.',
    ],
  ],
  difficulty: [
    [
      '信用卡还款困难帮扶办法',
      '二十',
      '还款中又遇困难',
      '预计无法支付下一期的，请在到期日前联系95504。情况有新变化并有证明的，可以申请调整一次方案，调整后总期限仍不超过60个月。',
    ],
    [
      'Help with Card Repayments',
      '20',
      'Difficulty during a plan',
      'If you expect to miss a payment, call 95504 before it is due. If things have changed and you can show it, you may apply once for the plan to be adjusted, for at most 60 months altogether.',
    ],
  ],
  agreement: [
    [
      '个性化分期协议须知',
      '三',
      '协议必须写明的内容',
      '协议写明欠款金额、还款周期和每期日期、利息和费用、双方权利义务。协议以中文文本为准，英文为参考文本，随消息发送。',
    ],
    [
      'Instalment Agreements',
      '3',
      'What an agreement states',
      "A written agreement states the balance, the dates and instalments, interest and charges, and both sides' duties. The Chinese text governs; an English copy is attached.",
    ],
  ],
  card: [
    [
      '收费与违约金规则',
      '二',
      '信用卡年费',
      '年费在每个持卡年度的首个账单日入账，达到免除条件的不收取。\n\n| 卡种 | 年费（元） | 免除条件 |\n|---|---|---|\n| 金卡 | 300 | 上一年度消费满6笔 |\n| 白金卡 | 2,000 | 上一年度消费满150,000元 |',
    ],
    [
      'Fees and Charges',
      '2',
      'Card annual fees',
      'The annual fee is posted on the first statement date of each card year, unless the condition for waiving it was met.\n\n| Card | Annual fee (CNY) | Not charged if |\n|---|---|---|\n| Gold Card | 300 | 6 purchases in the previous card year |\n| Platinum Card | 2,000 | purchases of CNY 150,000 in the previous card year |',
    ],
  ],
} satisfies Record<string, [Cited, Cited]>

export function compose(brief: ReplyBrief): Composed {
  return composeReply(wordingOf(prompts, brief.scenario), brief)
}

/** What the guards say of a brief's text, sent on a day when its clauses are in force. */
export function findings(brief: ReplyBrief, { verified = true, composed = compose(brief) } = {}): Finding[] {
  return checkText({
    id: 'reply',
    lang: brief.voice.language,
    at: '2026-11-24T10:00:00+08:00',
    verified,
    text: composed.text,
    facts: composed.facts,
    promises: composed.promises,
    requires: composed.requires,
    citations: citationsOf(brief).map(({ marker, ref }) => ({ marker, clause: ref })),
    clauses: brief.sources.map(({ ref, heading, passage }) => ({
      id: ref,
      text: `${heading}\n${passage}`,
      audience: 'public',
      effective_from: '2026-08-01',
    })),
  }).findings
}
