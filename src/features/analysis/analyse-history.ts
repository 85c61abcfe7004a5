import type { HistoryEntry } from '../customers/model.ts'
import type { AnalysisInput } from './analysis-input.ts'
import { amount, claimed, code, count, date, words } from './claim-words.ts'
import type { Claim, Evidence } from './model.ts'

/** The customer's history with the bank: contacts, promises kept and broken, complaints, satisfaction, earlier cases. */
export function historyOf(input: AnalysisInput): Claim[] {
  const { language, profile, records } = input
  const of = (kind: string) => profile.history.filter((entry) => entry.kind === kind)
  const say = (what: string, values: Claim['values'], evidence: Evidence[]) =>
    claimed(language, 'history', what, values, evidence)
  const claims = [
    ...contacts(of('contacts'), say),
    ...promises(of('promises'), say),
    ...of('complaints').map((entry) =>
      say(
        'history.complaint',
        {
          opened: date(String(entry.data?.opened_on ?? entry.at)),
          category: code(`complaint.${entry.data?.category ?? 'other'}`),
          outcome: code(`outcome.${entry.data?.outcome ?? 'open'}`),
        },
        [entryEvidence(entry)],
      ),
    ),
    ...satisfaction(of('satisfaction'), say),
    ...records.agreements.map(({ id, number, state }) =>
      say('history.agreement', { number: words(number), state: code(`agreement.${state}`) }, [
        { from: 'record', record: id, label: number },
      ]),
    ),
    ...records.cases.map(({ id, kind, opened, closed }) =>
      say(
        'history.case',
        { opened: date(opened), kind: code(`kind.${kind}`), closed: code(`closed.${closed ?? 'open'}`) },
        [{ from: 'record', record: id, label: `${opened} · ${kind}` }],
      ),
    ),
    ...records.ratings.map(({ id, score }) =>
      say('history.rating', { score: count(score) }, [{ from: 'record', record: id, label: 'satisfaction' }]),
    ),
  ]
  if (claims.length > 0) return claims
  return [say('history.none', {}, [{ from: 'record', record: 'history', label: 'history' }])]
}

type Say = (what: string, values: Claim['values'], evidence: Evidence[]) => Claim

function contacts(entries: HistoryEntry[], say: Say): Claim[] {
  const last = newest(entries)
  if (!last) return []
  return [
    say('history.contacts', { n: count(entries.length), last: date(last.at) }, [
      ...entries.slice(-3).map(entryEvidence),
    ]),
  ]
}

function promises(entries: HistoryEntry[], say: Say): Claim[] {
  if (entries.length === 0) return []
  const broken = entries.filter(({ data }) => data?.outcome === 'broken')
  const kept = entries.filter(({ data }) => data?.outcome === 'kept')
  const last = newest(broken)
  return [
    say(
      'history.promises',
      { n: count(entries.length), kept: count(kept.length), broken: count(broken.length) },
      entries.slice(-3).map(entryEvidence),
    ),
    ...(last && typeof last.data?.amount === 'number'
      ? [
          say(
            'history.promise_broken',
            { amount: amount(last.data.amount), due: date(String(last.data.due_on ?? last.at)) },
            [entryEvidence(last)],
          ),
        ]
      : []),
  ]
}

function satisfaction(entries: HistoryEntry[], say: Say): Claim[] {
  const last = newest(entries)
  const { score, of } = last?.data ?? {}
  if (!last || typeof score !== 'number' || typeof of !== 'number') return []
  return [
    say('history.satisfaction', { score: count(score), of: count(of), on: date(last.at) }, [
      entryEvidence(last),
    ]),
  ]
}

/** Whether a promise was broken, a complaint made or a low score given before. */
export function soreSpots({ profile }: AnalysisInput): {
  broken: boolean
  complained: boolean
  low: boolean
} {
  const last = newest(profile.history.filter((entry) => entry.kind === 'satisfaction'))
  const score = last?.data?.score
  const of = last?.data?.of
  return {
    broken: profile.history.some((entry) => entry.kind === 'promises' && entry.data?.outcome === 'broken'),
    complained: profile.history.some((entry) => entry.kind === 'complaints'),
    low: typeof score === 'number' && typeof of === 'number' && score * 2 < of,
  }
}

function newest(entries: HistoryEntry[]): HistoryEntry | undefined {
  return [...entries].sort((a, b) => a.at.localeCompare(b.at)).at(-1)
}

function entryEvidence(entry: HistoryEntry): Evidence {
  const on = entry.at.slice(0, 10)
  return { from: 'record', record: entry.kind, label: [on, entry.text].filter(Boolean).join(' · ') }
}
