import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../api.ts'
import type {
  AuditRow,
  CaseView,
  ConversationView,
  DemoLogin,
  Me,
  PolicyList,
  PolicySearch,
  PolicyVersion,
  QueueItem,
  Run,
  RunSummary,
  Scenarios,
  StopSwitch,
} from './shapes.ts'

/** Every read of the desk, with the key a change on the line names. */

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request<Me>('/api/staff/me', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export const demoLoginsQuery = queryOptions({
  queryKey: ['demo-logins'],
  queryFn: ({ signal }) => request<{ logins: DemoLogin[] }>('/api/staff/demo-logins', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export const queueQuery = queryOptions({
  queryKey: ['queue'],
  queryFn: ({ signal }) => request<{ items: QueueItem[] }>('/api/staff/queue', { signal }),
})

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => request<CaseView>(`/api/staff/cases/${id}`, { signal }),
  })

/** Asked for when somebody is about to choose, and never kept: the case may have moved on. */
export const scenariosQuery = (caseId: string, wanted: boolean) =>
  queryOptions({
    queryKey: ['scenarios', caseId],
    queryFn: ({ signal }) => request<Scenarios>(`/api/staff/cases/${caseId}/scenarios`, { signal }),
    enabled: wanted,
    staleTime: 0,
    gcTime: 0,
  })

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversation', id],
    queryFn: ({ signal }) => request<ConversationView>(`/api/staff/conversations/${id}`, { signal }),
  })

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => request<PolicyList>('/api/staff/policies', { signal }),
})

export const policyVersionQuery = (documentId: string, version: number) =>
  queryOptions({
    queryKey: ['policies', documentId, version],
    queryFn: ({ signal }) =>
      request<PolicyVersion>(`/api/staff/policies/${encodeURIComponent(documentId)}/versions/${version}`, {
        signal,
      }),
  })

export type Question = {
  q: string
  asOf: string
  /** As `datetime-local` gives it, by the reader's clock; empty for now. */
  knownAt: string
  audience: 'public' | 'internal'
  lang: 'zh-Hans' | 'en' | 'any'
  products: string
}

export const policySearchQuery = (question: Question) =>
  queryOptions({
    queryKey: ['policy-search', question],
    queryFn: ({ signal }) =>
      request<PolicySearch>(`/api/staff/policies/search?${toQuery(question)}`, { signal }),
    enabled: question.q.trim() !== '',
  })

function toQuery({ knownAt, lang, products, ...question }: Question): URLSearchParams {
  return new URLSearchParams({
    ...question,
    ...(knownAt ? { knownAt: new Date(knownAt).toISOString() } : {}),
    ...(lang === 'any' ? {} : { lang }),
    ...(products ? { products } : {}),
  })
}

export const runsQuery = queryOptions({
  queryKey: ['runs'],
  queryFn: ({ signal }) => request<{ runs: RunSummary[] }>('/api/compliance/runs', { signal }),
})

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['run', id],
    queryFn: ({ signal }) => request<Run>(`/api/compliance/runs/${id}`, { signal }),
  })

const auditPage = 200

/** The trail a page at a time, each page after the last row of the one before. */
export const auditQuery = (caseId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['audit', caseId ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({
        ...(caseId ? { caseId } : {}),
        ...(pageParam ? { after: pageParam } : {}),
      })
      return request<{ rows: AuditRow[] }>(`/api/compliance/audit?${query}`, { signal })
    },
    getNextPageParam: ({ rows }) => (rows.length < auditPage ? undefined : rows.at(-1)?.id),
  })

export const stopSwitchQuery = queryOptions({
  queryKey: ['stop-switch'],
  queryFn: ({ signal }) => request<StopSwitch>('/api/compliance/stop-switch', { signal }),
})
