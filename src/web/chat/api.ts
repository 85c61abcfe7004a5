import { Refusal, toTrouble } from './problem.ts'
import type {
  AgreementView,
  Conversation,
  CostStatement,
  DemoCustomer,
  HandOff,
  Language,
  Message,
  OfferCard,
  Posted,
  Session,
  Verification,
} from './shapes.ts'

type Method = 'GET' | 'POST' | 'DELETE'
type Write = { body?: unknown; key: string }
type Call = { method?: Method; write?: Write; signal?: AbortSignal; accept?: string }

/** The bank's customer API under one origin; every write carries the key of the customer's intent. */
export function createApi(server: string, token: string | null) {
  const base = `${server.replace(/\/$/, '')}/api/customer`

  async function call(path: string, { method = 'GET', write, signal, accept }: Call = {}): Promise<Response> {
    const headers: Record<string, string> = { accept: accept ?? 'application/json' }
    if (token !== null) headers.authorization = `Bearer ${token}`
    if (write) {
      headers['content-type'] = 'application/json'
      headers['idempotency-key'] = write.key
    }
    const body = write ? JSON.stringify(write.body ?? {}) : undefined
    let response: Response
    try {
      const limit = signal ?? AbortSignal.timeout(30_000)
      response = await fetch(base + path, { method, headers, body, signal: limit, cache: 'no-store' })
    } catch {
      throw new Refusal({ kind: 'offline' })
    }
    if (!response.ok) throw new Refusal(toTrouble(response.status, await response.json().catch(() => null)))
    return response
  }

  const read = async <T>(path: string): Promise<T> => (await call(path)).json()
  const send = async <T>(path: string, key: string, body?: unknown, method: Method = 'POST'): Promise<T> =>
    (await call(path, { method, write: { body, key } })).json()

  return {
    demoCustomers: () => read<{ customers: DemoCustomer[] }>('/demo-customers'),
    openDemo: (key: string, ref: string) =>
      send<{ token: string; expiresAt: string }>('/demo-session', key, { ref }),
    session: () => read<Session>('/session'),
    conversations: () => read<{ conversations: Conversation[] }>('/conversations'),
    open: (key: string, language: Language) => send<Conversation>('/conversations', key, { language }),
    conversation: (id: string) => read<Conversation>(`/conversations/${id}`),
    messages: (id: string, after: number) =>
      read<{ messages: Message[] }>(`/conversations/${id}/messages?after=${after}`),
    post: (key: string, id: string, text: string) =>
      send<Posted>(`/conversations/${id}/messages`, key, { text }),
    askPerson: (key: string, id: string) => send<HandOff>(`/conversations/${id}/hand-off`, key),
    cancelPerson: (key: string, id: string) =>
      send<HandOff>(`/conversations/${id}/hand-off`, key, undefined, 'DELETE'),
    sendCode: (key: string, id: string) => send<Verification>(`/conversations/${id}/verification`, key),
    confirmCode: (key: string, id: string, code: string) =>
      send<{ verified: true }>(`/conversations/${id}/verification/confirm`, key, { code }),
    rate: (key: string, id: string, body: { score: number; comment?: string }) =>
      send<{ ok: true }>(`/conversations/${id}/rating`, key, body),
    accept: (key: string, offer: string) => send<OfferCard>(`/offers/${offer}/accept`, key),
    decline: (key: string, offer: string, reason?: string) =>
      send<OfferCard>(`/offers/${offer}/decline`, key, reason ? { reason } : {}),
    counter: (key: string, offer: string, text: string) =>
      send<Posted>(`/offers/${offer}/counter`, key, { text }),
    costStatement: (offer: string, lang: Language) =>
      read<CostStatement>(`/offers/${offer}/cost-statement?lang=${lang}`),
    confirmCost: (key: string, id: string) =>
      send<{ confirmedAt: string }>(`/cost-statements/${id}/confirm`, key),
    agreement: (id: string) => read<AgreementView>(`/agreements/${id}`),
    agreementPdf: async (id: string, lang: Language) =>
      (await call(`/agreements/${id}/pdf?lang=${lang}`, { accept: 'application/pdf' })).blob(),
    confirmAgreement: (key: string, id: string, language: Language) =>
      send<AgreementView>(`/agreements/${id}/confirm`, key, { consent: true, language }),
    feedback: (key: string, message: string, body: { helpful: boolean; reason?: string }) =>
      send<{ ok: true }>(`/messages/${message}/feedback`, key, body),
    events: (signal: AbortSignal) => call('/events', { signal, accept: 'text/event-stream' }),
  }
}

export type Api = ReturnType<typeof createApi>
