import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem, Unreachable } from '../api.ts'
import type { Change } from '../live.ts'
import { sessionEnded } from './session.ts'
import type { CaseView } from './shapes.ts'

const retries = 2

function noticeSignedOut(error: unknown): void {
  if (error instanceof ApiProblem && error.body.status === 401) sessionEnded()
}

/** The client for all reads and writes: only a missing answer is asked again, a refusal never. */
export function startFetching(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignedOut }),
    mutationCache: new MutationCache({ onError: noticeSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        networkMode: 'always',
        retry: (failures, error) => error instanceof Unreachable && failures < retries,
      },
      mutations: {
        networkMode: 'always',
        // Safe because a repeat carries the same idempotency key.
        retry: (failures, error) => error instanceof Unreachable && failures < retries,
        retryDelay: (attempt) => 400 * 2 ** attempt,
      },
    },
  })
}

/** Marks exactly what a change names as out of date. A case carries its conversation's messages, so it follows. */
export function applyChange(client: QueryClient, change: Change): void {
  if (change.topic === 'queue') void client.invalidateQueries({ queryKey: ['queue'] })
  if (change.topic === 'case') void client.invalidateQueries({ queryKey: ['case', change.id] })
  if (change.topic === 'draft') {
    for (const [key, data] of client.getQueriesData<CaseView>({ queryKey: ['case'] })) {
      if (data?.draft?.id === change.id) void client.invalidateQueries({ queryKey: key, exact: true })
    }
  }
  if (change.topic === 'policies') {
    void client.invalidateQueries({ queryKey: ['policies'] })
    void client.invalidateQueries({ queryKey: ['policy-ingests'] })
  }
  if (change.topic === 'runs') {
    void client.invalidateQueries({ queryKey: ['runs'] })
    void client.invalidateQueries({ queryKey: ['run', change.id] })
  }
  if (change.topic === 'conversation') {
    void client.invalidateQueries({ queryKey: ['conversation', change.id] })
    for (const [key, data] of client.getQueriesData<CaseView>({ queryKey: ['case'] })) {
      if (data?.conversation.id === change.id) void client.invalidateQueries({ queryKey: key, exact: true })
    }
  }
}
