import type { MetricName } from './metrics.ts'
import type { StrategyName } from './strategy.ts'

export type Words = { zh: string; en: string }

export const strategyWords: Record<StrategyName, Words> = {
  parley: { zh: 'Parley 引擎', en: 'Parley engine' },
  yields: { zh: '有求必应', en: 'Gives what is asked' },
  fixed: { zh: '统一方案', en: 'One standard plan' },
  oracle: { zh: '全知上限', en: 'Knows everything' },
}

export const metricWords: Record<MetricName, Words> = {
  agreement_rate: { zh: '达成率', en: 'Agreement rate' },
  kept_rate: { zh: '履约率', en: 'Kept rate' },
  rounds: { zh: '平均轮数', en: 'Rounds' },
  rr_nominal: { zh: '回收率（名义）', en: 'Recovery, nominal' },
  rr_pv: { zh: '回收率（现值）', en: 'Recovery, present value' },
  over_concession_gap: { zh: '过度让步差距', en: 'Over-concession gap' },
  gap_given: { zh: '其中：协议中多让', en: 'of it: given away in agreements' },
  gap_lost: { zh: '其中：未达成损失', en: 'of it: lost without agreement' },
  sr: { zh: '资产始终不为负的比例', en: 'Assets never below zero' },
  qrd: { zh: '还清四分之一（天）', en: 'Quarter repaid, days' },
  hrd: { zh: '还清一半（天）', en: 'Half repaid, days' },
  crd: { zh: '全部还清（天）', en: 'All repaid, days' },
  l1c: { zh: '始终留有一个月开支', en: 'Always a month of costs left' },
  l2c: { zh: '始终留有三个月开支', en: 'Always three months of costs left' },
  atv: { zh: '资产档位波动', en: 'Wealth tier variance' },
  cri: { zh: '债权人回收指数', en: 'Creditor recovery index' },
  dhi: { zh: '债务人健康指数', en: 'Debtor health index' },
  cci: { zh: '综合指数', en: 'Combined index' },
  violations: { zh: '违规数', en: 'Violations' },
}

export const segmentWords: Record<string, Words> = {
  style: { zh: '议价风格', en: 'Bargaining style' },
  product: { zh: '产品', en: 'Product' },
  days_past_due: { zh: '逾期天数', en: 'Days past due' },
  evidence: { zh: '资料依据', en: 'Evidence' },
}

export const pageWords = {
  title: { zh: '谈判模拟报告', en: 'Negotiation simulation' },
  lead: {
    zh: '同一批模拟客户分别面对每种银行策略。差距按真实可成交区间内对银行价值最高的方案计算，占欠款比例，越小越好。',
    en: 'The same simulated customers meet every strategy of the bank. The gap is measured against the plan worth most to the bank that the customer could truly agree to, as a share of the debt; smaller is better.',
  },
  gap: { zh: '过度让步差距：协议中多让与未达成损失', en: 'Over-concession gap: given away and lost' },
  given: { zh: '协议中多让', en: 'given away' },
  lost: { zh: '未达成损失', en: 'lost' },
  rates: { zh: '达成率与履约率', en: 'Agreements reached and kept' },
  metrics: { zh: '全部指标（95% 置信区间）', en: 'All metrics (95 % intervals)' },
  segments: { zh: '分群', en: 'Segments' },
  segmentNote: { zh: '达成率 / 履约率 / 差距', en: 'agreement / kept / gap' },
  sensitivity: { zh: '敏感性：参数变动 ±30%', en: 'Sensitivity: parameters moved by ±30 %' },
  broken: { zh: '违反的规则', en: 'Rules broken' },
  none: { zh: '无', en: 'none' },
  customers: { zh: '客户数', en: 'Customers' },
  withZopa: { zh: '有可成交区间', en: 'with room to agree' },
  seed: { zh: '随机种子', en: 'Seed' },
  parameter: { zh: '参数', en: 'Parameter' },
  strategy: { zh: '策略', en: 'Strategy' },
} satisfies Record<string, Words>
