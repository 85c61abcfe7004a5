import type { Api } from './api.ts'
import { backOff, type Connection, followChanges } from './follow-changes.ts'
import { isPassing, Refusal, type Trouble, troubleOf } from './problem.ts'
import { sendInOrder } from './send-in-order.ts'
import type { AgreementView, Conversation, Language, Message, OfferCard, Session } from './shapes.ts'
import { fetchAfter, mergeMessages, type Pending, stillPending, withAgreement, withOffer } from './thread.ts'

export type ChatState = {
  phase: 'opening' | 'ready' | 'over'
  trouble: Trouble | null
  session: Session | null
  conversation: Conversation | null
  messages: Message[]
  pending: Pending[]
  connection: Connection
}

const atFirst: ChatState = {
  phase: 'opening',
  trouble: null,
  session: null,
  conversation: null,
  messages: [],
  pending: [],
  connection: 'connecting',
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** One customer's conversation as the page holds it: in memory only, repaired from the bank at any time. */
export function createChat(api: Api, preferred: Language | null) {
  let state = atFirst
  let unfollow: () => void = () => {}
  let stopped = false
  let refreshing: Promise<void> | null = null
  let again = false
  const listeners = new Set<(state: ChatState) => void>()

  function set(change: Partial<ChatState>): void {
    state = { ...state, ...change }
    state.pending = stillPending(state.pending, state.messages)
    for (const listener of listeners) listener(state)
  }

  function end(): void {
    unfollow()
    set({ phase: 'over' })
  }

  /** Runs a request, again with back-off while the trouble may pass by itself; a dead session ends the chat. */
  async function insist<T>(request: () => Promise<T>, times: number): Promise<T> {
    for (let n = 0; ; n++) {
      try {
        return await request()
      } catch (error) {
        const trouble = troubleOf(error)
        if (trouble.kind === 'refused' && trouble.status === 401) end()
        if (stopped || state.phase === 'over' || n >= times || !isPassing(trouble)) throw new Refusal(trouble)
        if (state.phase === 'opening') set({ trouble })
        await pause(backOff(n, Math.random()))
      }
    }
  }

  async function start(): Promise<void> {
    const key = crypto.randomUUID()
    try {
      const session = await insist(() => api.session(), 1e6)
      const { conversations } = await insist(() => api.conversations(), 1e6)
      const language = preferred ?? session.customer.language
      const conversation = conversations[0] ?? (await insist(() => api.open(key, language), 1e6))
      if (stopped) return
      set({ session, conversation, trouble: null })
      await insist(fetchNews, 1e6)
      set({ phase: 'ready' })
      follow()
    } catch (error) {
      if (state.phase !== 'over') set({ trouble: troubleOf(error) })
    }
  }

  function follow(): void {
    const id = state.conversation?.id
    if (!id || stopped) return
    unfollow()
    unfollow = followChanges({
      api,
      conversationId: id,
      onChange: refresh,
      onConnection: (connection) => set({ connection }),
      onEnd: end,
    })
  }

  async function fetchNews(): Promise<void> {
    const id = state.conversation?.id
    if (!id) return
    const conversation = await api.conversation(id)
    for (let after = fetchAfter(state.messages); ; ) {
      const { messages } = await api.messages(id, after)
      if (stopped || state.conversation?.id !== id) return
      set({ conversation, messages: mergeMessages(state.messages, messages) })
      const last = state.messages.at(-1)?.seq ?? 0
      if (messages.length === 0 || last <= after || last >= conversation.lastSeq) return
      after = last
    }
  }

  /** Fetches what is new; calls while one is under way become one more round, never two at once. */
  function refresh(): Promise<void> {
    if (refreshing) {
      again = true
      return refreshing
    }
    again = false
    refreshing = fetchNews()
      .catch((error) => {
        const trouble = troubleOf(error)
        if (trouble.kind === 'refused' && trouble.status === 401) end()
      })
      .finally(() => {
        refreshing = null
        if (again && !stopped) refresh()
        else sender.wake()
      })
    return refreshing
  }

  const sender = sendInOrder({
    next: () => state.pending.find((one) => one.id === null && one.state !== 'refused'),
    update: (key, change) =>
      set({ pending: state.pending.map((one) => (one.key === key ? { ...one, ...change } : one)) }),
    post: (one) => api.post(one.key, state.conversation?.id ?? '', one.text),
    stored: refresh,
    ended: end,
  })

  function say(text: string): void {
    const trimmed = text.trim()
    if (trimmed === '' || state.conversation === null) return
    const afterSeq = state.messages.at(-1)?.seq ?? 0
    const key = crypto.randomUUID()
    const one: Pending = { key, text: trimmed, afterSeq, state: 'sending', id: null, why: null }
    set({ pending: [...state.pending, one] })
    sender.wake()
  }

  return {
    api,
    say,
    start,
    refresh,
    get: () => state,
    subscribe(listener: (state: ChatState) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Sends a refused message again: a new intent, so a new key. */
    resend(key: string): void {
      const one = state.pending.find((other) => other.key === key)
      set({ pending: state.pending.filter((other) => other.key !== key) })
      if (one) say(one.text)
    },
    forget: (key: string) => set({ pending: state.pending.filter((one) => one.key !== key) }),
    /** A write for one intent: `key` stays the same until the bank has answered it. */
    write: <T>(request: () => Promise<T>): Promise<T> => insist(request, 3),
    putOffer: (offer: OfferCard) => set({ messages: withOffer(state.messages, offer) }),
    putAgreement: (view: AgreementView) =>
      set({ messages: withAgreement(state.messages, view.id, view.state) }),
    putConversation: (change: Partial<Conversation>) =>
      state.conversation && set({ conversation: { ...state.conversation, ...change } }),
    putMessage: (id: string, change: Partial<Message>) =>
      set({ messages: state.messages.map((one) => (one.id === id ? { ...one, ...change } : one)) }),
    /** Leaves this conversation as it is and opens a new one. */
    async reopen(language: Language): Promise<void> {
      const key = crypto.randomUUID()
      const conversation = await insist(() => api.open(key, language), 3)
      set({ conversation, messages: [], pending: [] })
      follow()
      await refresh()
    },
    stop(): void {
      stopped = true
      unfollow()
      sender.stop()
      listeners.clear()
    },
  }
}

export type Chat = ReturnType<typeof createChat>
