import { z } from 'zod'
import { listComingChanges } from '../features/policies/coming-changes.ts'
import type { Search } from '../features/policies/plan-search.ts'
import { searchClauses } from '../features/policies/search-clauses.ts'
import { listClauses, listVersions } from '../features/policies/store.ts'
import { root } from '../main.ts'
import { openPrivateStory } from '../negotiation/private-story.ts'
import { today } from '../negotiation/story.ts'
import { system } from '../platform/context.ts'
import { type Command, options, progressBar, Usage } from './command.ts'
import { print } from './json-lines.ts'

export const ask: Command = {
  usage:
    '"QUESTION" [--as-of DATE] [--known-at INSTANT] [--audience public|internal] [--lang zh|en] [--json]',
  about: 'which clauses of the sample bank answer a question, and why',
  help: '\n--as-of: the day the clauses must be in force. --known-at: only what had been published by then, such as 2026-01-31T18:00:00+08:00; documents of the sample bank count as published when the day they take effect begins.',
  async run(args) {
    const { values, positionals } = options(args, {
      'as-of': { type: 'string' },
      'known-at': { type: 'string' },
      audience: { type: 'string', default: 'public' },
      lang: { type: 'string' },
      json: { type: 'boolean', default: false },
    })
    const question = positionals.join(' ').trim()
    if (!question) throw new Usage('what is the question?')
    const { audience, lang } = values
    const asOf = values['as-of']
    if (audience !== 'public' && audience !== 'internal') throw new Usage('--audience is public or internal')
    if (lang !== undefined && lang !== 'zh' && lang !== 'en') throw new Usage('--lang is zh or en')
    if (asOf !== undefined && !z.iso.date().safeParse(asOf).success)
      throw new Usage('--as-of is a date such as 2026-11-23')
    const known = values['known-at']
    if (known !== undefined && !z.iso.datetime({ offset: true }).safeParse(known).success)
      throw new Usage('--known-at is an instant with its offset, such as 2026-01-31T18:00:00+08:00')
    const knownAt = known === undefined ? undefined : new Date(known)
    const progress = progressBar('reading policies')
    const story = await openPrivateStory(root, { progress, withHistory: knownAt !== undefined })
    try {
      const { found, changes } = await story.db.withActor(system('ask'), async (tx) => {
        const on = asOf ?? today(story, tx)
        const search: Search = {
          question,
          asOf: on,
          ...(knownAt ? { knownAt } : {}),
          audience,
          ...(lang ? { lang } : {}),
          limit: 5,
        }
        const found = await searchClauses(tx, search)
        const ids = found.hits.map((hit) => hit.clauseId)
        return { found, changes: await listComingChanges(tx, ids, on) }
      })
      const hits = found.hits.map(
        ({
          clauseId,
          title,
          number,
          heading,
          body,
          version,
          effectiveFrom,
          effectiveTo,
          score,
          matched,
        }) => ({
          clause: clauseId,
          title,
          number,
          heading,
          passage: body,
          version,
          effective_from: effectiveFrom,
          effective_to: effectiveTo,
          changes_on: changes.find((change) => change.clauseId === clauseId)?.on ?? null,
          score,
          matched,
        }),
      )
      if (values.json)
        print({
          question,
          ...(knownAt ? { known_at: knownAt.toISOString() } : {}),
          answered: found.answered,
          coverage: found.coverage,
          threshold: found.threshold,
          hits,
        })
      else console.log(tell(found.answered, hits))
      return 0
    } finally {
      await story.close()
    }
  },
}

function tell(
  answered: boolean,
  hits: {
    clause: string
    title: string
    heading: string
    passage: string
    changes_on: string | null
    score: number
    matched: string[]
  }[],
): string {
  const head = answered
    ? ''
    : 'Published policy does not answer this well enough; the nearest clauses are:\n\n'
  return (
    head +
    hits
      .map(({ clause, title, heading, passage, changes_on, score, matched }) =>
        [
          `${clause}  ${title} · ${heading}  (${score.toFixed(2)})`,
          `  ${passage}`,
          ...(changes_on ? [`  changes on ${changes_on}`] : []),
          `  matched: ${matched.join(' ')}`,
        ].join('\n'),
      )
      .join('\n\n')
  )
}

export const policies: Command = {
  usage: '[--json]',
  about: 'document and clause ids of the sample bank',
  async run(args) {
    const { values } = options(args, { json: { type: 'boolean', default: false } })
    const story = await openPrivateStory(root, { progress: progressBar('reading policies') })
    try {
      await story.db.withActor(system('ask'), async (tx) => {
        for (const version of await listVersions(tx)) {
          const clauses = await listClauses(tx, version.id)
          const document = {
            document: version.documentId,
            version: version.version,
            state: version.state,
            title: version.title,
            lang: version.lang,
            audience: version.audience,
            effective_from: version.effectiveFrom,
            effective_to: version.effectiveTo,
            clauses: clauses.map(({ clauseId, number, heading }) => ({ id: clauseId, number, heading })),
          }
          if (values.json) print(document)
          else
            console.log(
              `${document.document} v${document.version} ${document.title} (${clauses.length} clauses)`,
            )
        }
      })
      return 0
    } finally {
      await story.close()
    }
  },
}
