import { z } from 'zod'
import { readText } from '../src/features/customers/contents.ts'
import type { Check } from '../src/features/evals/model.ts'
import type { Finding } from '../src/features/guards/model.ts'
import { readReport } from '../src/features/guards/store.ts'
import { findLatestSet, readOffers } from '../src/features/offers/store.ts'
import type { Suite } from '../src/negotiation/run-eval.ts'
import { walkCase } from '../src/negotiation/walk-case.ts'
import { system } from '../src/platform/context.ts'

const Item = z.object({
  id: z.string(),
  lang: z.enum(['zh-Hans', 'en']),
  customer: z.string(),
  verified: z.boolean().default(true),
  messages: z.array(z.string()).min(1),
  expect: z.object({
    actions: z.array(z.string()).optional(),
    draft: z.boolean().optional(),
    empty: z.string().optional(),
    months_at_most: z.number().optional(),
    authority: z.string().optional(),
    signals: z.array(z.string()).optional(),
    says: z.array(z.string()).optional(),
    never_says: z.array(z.string()).optional(),
  }),
})
type Item = z.infer<typeof Item>

type Output = {
  actions: string[]
  signals: string[]
  texts: string[]
  draft: { text: string; findings: Finding[]; sendable: boolean } | null
  offers: { months: number; authority: string; instalments: number[]; total: number }[]
  empty: string | null
}

/** One conversation with the production functions: every message, then whatever an agent would be shown. */
async function negotiate(story: Parameters<Suite<Item, Output>['task']>[0], item: Item): Promise<Output> {
  const { caseId, draft, turns } = await walkCase(story, { ...item, turns: item.messages })
  const made = await story.db.withActor(system('eval'), async (tx) => {
    const set = caseId ? await findLatestSet(tx, caseId) : undefined
    const report = draft?.guard_report_id ? await readReport(story, tx, draft.guard_report_id) : null
    return {
      draft:
        draft?.content_id && report ? { text: await readText(story, tx, draft.content_id), ...report } : null,
      offers: set ? await readOffers(tx, { setId: set.id }) : [],
      empty: (set?.result as { reason?: string } | undefined)?.reason ?? null,
    }
  })
  return {
    actions: turns.map((turn) => turn.action),
    signals: [...new Set(turns.flatMap((turn) => turn.signals))],
    texts: turns.flatMap((turn) => turn.texts),
    draft: made.draft,
    offers: made.offers.map(({ terms, authority }) => ({
      months: terms.months,
      authority,
      instalments: terms.schedule.map((row) => row.amount),
      total: terms.total,
    })),
    empty: made.empty,
  }
}

const passed = (name: string, ok: boolean, reason: string): Check => ({
  name,
  outcome: ok ? 'passed' : 'failed',
  reason: ok ? '' : reason,
})
const skipped = (name: string): Check => ({ name, outcome: 'not_evaluated', reason: 'the item does not say' })

const checks: Suite<Item, Output>['checks'] = [
  ({ expect }, { actions }) =>
    expect.actions
      ? passed('actions', expect.actions.join() === actions.join(), `did ${actions.join(', ')}`)
      : skipped('actions'),
  ({ expect }, { signals }) => {
    if (!expect.signals) return skipped('signals')
    const missed = expect.signals.filter((signal) => !signals.includes(signal))
    return passed('signals', missed.length === 0, `missed ${missed.join(', ')}`)
  },
  ({ expect }, { draft }) =>
    expect.draft === undefined
      ? skipped('draft')
      : passed('draft', expect.draft === (draft !== null), draft ? 'a draft was made' : 'no draft was made'),
  (_, { draft }) => {
    if (!draft) return skipped('guards')
    const hard = draft.findings.filter((finding) => finding.severity === 'hard')
    const told = hard.map(({ guard, detail }) => `${guard}: ${detail}`).join('; ')
    return passed('guards', draft.sendable && hard.length === 0, told)
  },
  ({ expect }, { empty }) =>
    expect.empty ? passed('empty', expect.empty === empty, `the engine said ${empty}`) : skipped('empty'),
  ({ expect }, { offers }) => {
    const limit = expect.months_at_most
    if (limit === undefined) return skipped('months')
    return passed(
      'months',
      offers.length > 0 && offers.every(({ months }) => months <= limit),
      JSON.stringify(offers),
    )
  },
  ({ expect }, { offers }) =>
    expect.authority
      ? passed(
          'authority',
          offers[0]?.authority === expect.authority,
          `first offer needs ${offers[0]?.authority}`,
        )
      : skipped('authority'),
  (_, { offers }) =>
    offers.length === 0
      ? skipped('totals')
      : passed(
          'totals',
          offers.every(({ instalments, total }) => instalments.reduce((sum, one) => sum + one, 0) === total),
          'the rows of a schedule do not add up to its total',
        ),
  ({ expect }, { texts, draft }) => {
    if (!expect.says) return skipped('says')
    const all = [...texts, draft?.text ?? ''].join('\n')
    const missing = expect.says.filter((words) => !all.includes(words))
    return passed('says', missing.length === 0, `did not say ${missing.join(' / ')}`)
  },
  ({ expect }, { texts, draft }) => {
    if (!expect.never_says) return skipped('never_says')
    const all = [...texts, draft?.text ?? ''].join('\n')
    const said = expect.never_says.filter((words) => all.includes(words))
    return passed('never_says', said.length === 0, `said ${said.join(' / ')}`)
  },
]

/** What a customer in trouble meets: the first line, the analysis, the engine and the drafted reply together. */
export const negotiation: Suite<Item, Output> = {
  name: 'negotiation',
  dataset: new URL('./datasets/negotiation.jsonl', import.meta.url).pathname,
  item: Item,
  task: negotiate,
  show: {
    input: (item) => `${item.customer}${item.verified ? '' : ' (unverified)'}\n${item.messages.join('\n')}`,
    output: ({ texts, draft, empty }) =>
      [...texts, ...(draft ? [draft.text] : []), ...(empty ? [`∅ ${empty}`] : [])].join('\n———\n'),
  },
  checks,
}
