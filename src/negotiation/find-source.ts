import type { Source } from '../features/drafting/brief.ts'
import { citePassage } from '../features/drafting/cite-passage.ts'
import { checkText } from '../features/guards/check-text.ts'
import { refOf } from '../features/policies/citation.ts'
import type { Clause } from '../features/policies/model.ts'
import { searchClauses } from '../features/policies/search-clauses.ts'
import type { Tx } from '../platform/db.ts'

type Language = 'zh-Hans' | 'en'

/** What a reply looks for in published policy, and what a clause must say to be the one meant. */
const sought = {
  basis: {
    'zh-Hans': ['还款困难 帮扶方式 分期 宽限 减少每期还款', /宽限[^。]{0,60}减免|减免[^。]{0,60}宽限/],
    en: [
      'repayment difficulty what help can be arranged instalments grace lower payments',
      /\bgrace\b[^.]{0,160}waiv|waiv[^.]{0,160}\bgrace\b/,
    ],
  },
  clock: {
    'zh-Hans': ['申请帮扶 审核时间 几个工作日 答复', /工作日[^。]{0,4}答复|答复[^。]{0,12}工作日/],
    en: ['hardship application how long working days answer', /\banswer\b[^.]{0,60}working days/],
  },
  hold: {
    'zh-Hans': ['暂无还款能力 暂停催收 没有余额', /没有[^。]{0,12}余[额力][^。]{0,40}暂停催收/],
    en: ['no means to repay nothing left pause collection', /nothing (?:is )?left[\s\S]{0,140}paused/],
  },
  advice: {
    'zh-Hans': ['债务咨询 如何预约', /债务咨询[^。]{0,12}预约/],
    en: ['debt advice booking', /[Bb]ook under "Debt advice"|debt advice[^.]{0,20}book/],
  },
  eligibility: {
    'zh-Hans': ['不符合条件的处理 个性化分期 前提条件', /不符合|两个条件/],
    en: ['not eligible individual plan conditions', /d(?:o|id) not qualify|both of two things/],
  },
  complaint: {
    'zh-Hans': ['投诉处理时限 作出处理决定并告知', /收到投诉之日起\s*\d+\s*日内/],
    en: ['how long a complaint takes decide and tell you', /decide and tell you within \d+ days/],
  },
  disputed: {
    'zh-Hans': ['投诉期间的催收与计费 争议部分', /争议部分/],
    en: ['collection and charges while a complaint is open disputed part', /disputed part/],
  },
  fees: {
    'zh-Hans': ['违约金的申请减免 首次', /申请减免/],
    en: ['asking for a late fee to be waived first', /be waived/],
  },
  paid_in_time: {
    'zh-Hans': ['还款宽限 到期还款日后几日内还清 视为按时还款', /视为按时还款/],
    en: ['days of grace payment after the due date counts as on time', /counts as on time/],
  },
  bank_error: {
    'zh-Hans': ['本行原因造成的收费 自动扣款失败 全额退还', /全额退还/],
    en: ['charges caused by our own error refund in full', /refund in full/],
  },
  suitability: {
    'zh-Hans': ['产品风险等级 客户等级 匹配 可以购买', /等级/],
    en: ['which product ratings match customer rating', /rating/],
  },
  difficulty: {
    'zh-Hans': ['分期还款中又遇困难 申请调整方案', /调整/],
    en: ['difficulty during a plan adjust', /adjust|change/],
  },
  missed: {
    'zh-Hans': ['未按约还款 补足期', /补足/],
    en: ['missed payment under a plan days to catch up', /make (?:it )?(?:up|good)|catch up|days to/],
  },
} as const satisfies Record<string, Record<Language, readonly [string, RegExp]>>

export type Sought = keyof typeof sought

const looked = 5

/** The best public clause in force that says what is meant; null when none does. */
export async function findSource(
  tx: Tx,
  what: Sought,
  { language, asOf, product }: { language: Language; asOf: string; product?: string | undefined },
): Promise<Source | null> {
  const [question, says] = sought[what][language]
  const { hits } = await searchClauses(tx, {
    question,
    asOf,
    audience: 'public',
    lang: language === 'en' ? 'en' : 'zh',
    ...(product ? { products: [product] } : {}),
    limit: looked,
  })
  const sources = hits.filter(({ body }) => says.test(body.replace(/\s+/g, ' '))).map(sourceOf)
  return sources.find((source) => !quoted.has(what) || isQuotable(source, language, asOf)) ?? null
}

/** What is quoted word for word, and so has to pass the guards as it stands. */
const quoted = new Set<Sought>([
  'clock',
  'hold',
  'advice',
  'eligibility',
  'disputed',
  'fees',
  'paid_in_time',
  'bank_error',
  'difficulty',
  'missed',
])

/** Whether a clause's own words may be sent: a guard may object to a phrase that is harmless in a rule. */
function isQuotable({ ref, heading, passage }: Source, lang: Language, at: string): boolean {
  return checkText({
    id: ref,
    lang,
    at,
    verified: true,
    text: citePassage(passage, '[1]'),
    citations: [{ marker: '[1]', clause: ref }],
    clauses: [{ id: ref, text: `${heading}\n${passage}`, audience: 'public' }],
  }).sendable
}

/** A clause as a reply may cite it. */
export function sourceOf(clause: Clause): Source {
  const { title, number, heading, body } = clause
  return { ref: refOf(clause), title, number, heading, passage: body }
}
