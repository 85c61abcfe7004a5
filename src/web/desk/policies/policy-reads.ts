import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type * as policy from '../../../http/staff/policy-shapes.ts'
import { request } from '../../api.ts'

/** What the policies room reads besides the documents themselves. */
export type Ingest = z.infer<typeof policy.Ingest>
export type PolicyChanges = z.infer<typeof policy.PolicyChanges>
export type ClauseUse = z.infer<typeof policy.ClauseUse>
export type Unanswered = z.infer<typeof policy.Unanswered>
export type Move = z.infer<typeof policy.Move>
export type VersionReturn = Extract<Move, { move: 'return' }>['reason']

const lookAgainMs = 1_000

export function isRunning({ state }: Pick<Ingest, 'state'>): boolean {
  return state !== 'done' && state !== 'failed'
}

/** The last uploads; looked at each second while one is on its way, besides what the live line says. */
export const ingestsQuery = queryOptions({
  queryKey: ['policy-ingests'],
  queryFn: ({ signal }) => request<{ ingests: Ingest[] }>('/api/staff/policies/ingests', { signal }),
  refetchInterval: ({ state }) => (state.data?.ingests.some(isRunning) ? lookAgainMs : false),
})

export const changesQuery = (documentId: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['policies', documentId, to, 'changes', from],
    queryFn: ({ signal }) =>
      request<PolicyChanges>(
        `/api/staff/policies/${encodeURIComponent(documentId)}/versions/${to}/changes?from=${from}`,
        { signal },
      ),
  })

export const clauseUseQuery = (documentId: string) =>
  queryOptions({
    queryKey: ['policies', documentId, 'use'],
    queryFn: ({ signal }) =>
      request<{ clauses: ClauseUse[] }>(`/api/staff/policies/${encodeURIComponent(documentId)}/use`, {
        signal,
      }),
  })

export const unansweredQuery = (settled: boolean) =>
  queryOptions({
    queryKey: ['policy-unanswered', settled],
    queryFn: ({ signal }) =>
      request<{ questions: Unanswered[] }>(`/api/staff/policies/unanswered?settled=${settled}`, { signal }),
  })
