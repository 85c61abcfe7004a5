import type { Case, CaseFact, CaseSignal } from '../cases/store.ts'
import type { Message } from '../conversations/model.ts'
import type { AccountRow, Profile } from '../customers/model.ts'
import type { Evidence } from './model.ts'
import type { Matter, Said } from './read-matter.ts'

/** A product with an uncertain return as an analysis speaks of it; `level` is the higher of its two ratings. */
export type KnownProduct = {
  id: string
  name: { 'zh-Hans': string; en: string }
  level: number
  locked: boolean
}

/** Everything an analysis is drawn up from; dates are the bank's local ones. */
export type AnalysisInput = {
  language: 'zh-Hans' | 'en'
  asOf: string
  of: Pick<Case, 'id' | 'kind'> & { opened: string; due: string | null }
  profile: Profile
  /** The debt the case is about; undefined also while it is unclear which. */
  account: AccountRow | undefined
  /** What the records of accounts leave open, as fields of `questions`, to be asked first. */
  alsoOpen?: readonly string[]
  messages: Pick<Message, 'id' | 'direction' | 'text'>[]
  /** Local date of the newest message that waits for an answer; null when none does. */
  waitingSince: string | null
  matter: Matter
  facts: CaseFact[]
  signals: CaseSignal[]
  /** What happened before, from records: earlier cases, agreements and scores. */
  records: {
    cases: { id: string; kind: string; opened: string; closed: string | null }[]
    agreements: { id: string; number: string; state: string }[]
    ratings: { id: string; score: number }[]
  }
  products: KnownProduct[]
  policy: {
    /** Local date by which a complaint of this case has to be decided. */
    decideBy: string
    /** Local date on which the customer's risk test runs out; null without a test. */
    testExpires: string | null
    careFromAge: number
  }
  /** Clauses that bear on the matter on the day, best first. */
  clauses: { ref: string; title: string; number: string; heading: string }[]
}

const longestQuote = 160

export function quoteOf(message: Pick<Message, 'id' | 'text'>): Evidence {
  return { from: 'message', messageId: message.id, quote: message.text.slice(0, longestQuote) }
}

export function saidIn({ messageId, quote }: Said<unknown>): Evidence {
  return { from: 'message', messageId, quote }
}

export function evidenceOf(fact: CaseFact, { messages }: AnalysisInput): Evidence[] {
  const message = messages.find((one) => one.id === fact.messageId)
  return [message ? quoteOf(message) : { from: 'record', record: fact.id, label: fact.name }]
}

export function accountEvidence(account: AccountRow): Evidence[] {
  return [{ from: 'record', record: account.id, label: account.masked_number }]
}

/** The product asked about, else the one that is held when there is only one. */
export function productOf({ matter, profile, products }: AnalysisInput): KnownProduct | undefined {
  const holdings = profile.wealth?.holdings ?? []
  const id = matter.product?.value ?? (holdings.length === 1 ? holdings[0]!.productId : undefined)
  return products.find((product) => product.id === id)
}

/** What the customer holds of the product in question. */
export function holdingOf(input: AnalysisInput) {
  const product = productOf(input)
  return input.profile.wealth?.holdings.find((holding) => holding.productId === product?.id)
}
