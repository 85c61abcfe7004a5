import type { RequestDraft, Scenarios } from '../shapes.ts'

export type Scenario = NonNullable<RequestDraft['scenario']>
export type WaiverReason = NonNullable<RequestDraft['waiver']>['reason']
export type Liquidity = NonNullable<NonNullable<RequestDraft['product']>['liquidity']>

/** What has been typed and chosen in the dialog, as it stands in its fields. */
export type Wish = {
  /** Null until somebody has changed which questions are asked. */
  questions: readonly string[] | null
  waiverReason: WaiverReason | ''
  confirmed: boolean
  waiverAmount: string
  productId: string
  productAmount: string
  horizonMonths: string
  liquidity: Liquidity | ''
  missed: string
  offerId: string
}

export const noWish: Wish = {
  questions: null,
  waiverReason: '',
  confirmed: false,
  waiverAmount: '',
  productId: '',
  productAmount: '',
  horizonMonths: '',
  liquidity: '',
  missed: '',
  offerId: '',
}

/** Where something is wrong, as the server names fields, and what, as a word of the desk. */
export type WishFault = { field: string; what: 'oneQuestion' | 'amount' | 'tooMuch' | 'months' }

/** The replies that carry a plan of the offers panel. */
export const withOffer: readonly Scenario[] = ['offer', 'counter', 'decline_ack']

const shown: Partial<Record<Scenario, readonly string[]>> = {
  gather: ['/questions'],
  fee_waiver: ['/waiver/amount'],
  suitability: ['/product/id', '/product/amount', '/product/horizonMonths', '/product/liquidity'],
  follow_up: ['/missed'],
}

/** Whether the dialog shows a field for this purpose, so that what is wrong with it can stand beside it. */
export function showsField(purpose: Scenario, field: string): boolean {
  return shown[purpose]?.includes(field) ?? false
}

/** An amount of yuan as people type it, in minor units; null when it is none. */
export function readYuan(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[¥,\s]|元$/g, '')
  if (!/^\d{1,11}(\.\d{1,2})?$/.test(plain)) return null
  return Math.round(Number(plain) * 100)
}

/**
 * What to ask the server for, from what stands in the fields of one purpose; or every field that is wrong. Fields of
 * another purpose are left out, and a purpose that needs them is named.
 */
export function readWish(
  purpose: Scenario,
  wish: Wish,
  scenarios: Pick<Scenarios, 'questions' | 'charge'>,
): { request: RequestDraft } | { faults: WishFault[] } {
  if (purpose === 'gather') return readQuestions(wish, scenarios)
  if (purpose === 'fee_waiver') return readWaiver(wish, scenarios)
  if (purpose === 'suitability') return readProduct(wish)
  if (purpose === 'follow_up') return { request: wish.missed ? { missed: wish.missed } : {} }
  if (withOffer.includes(purpose)) return { request: wish.offerId ? { offerId: wish.offerId } : {} }
  return { request: {} }
}

type Read = ReturnType<typeof readWish>

/** The questions in the order they are listed; unchanged, the server asks what is open. */
function readQuestions({ questions: chosen }: Wish, scenarios: Pick<Scenarios, 'questions'>): Read {
  if (chosen === null) return { request: {} }
  const questions = scenarios.questions.flatMap(({ field }) => (chosen.includes(field) ? [field] : []))
  return questions.length > 0
    ? { request: { questions } }
    : { faults: [{ field: '/questions', what: 'oneQuestion' }] }
}

function readWaiver(wish: Wish, { charge }: Pick<Scenarios, 'charge'>): Read {
  if (wish.waiverReason === '') return { request: {} }
  const amount = wish.waiverAmount.trim() === '' ? undefined : readYuan(wish.waiverAmount)
  if (amount === null || amount === 0) return { faults: [{ field: '/waiver/amount', what: 'amount' }] }
  if (amount !== undefined && charge && amount > charge.amount)
    return { faults: [{ field: '/waiver/amount', what: 'tooMuch' }] }
  const confirmed = wish.waiverReason !== 'goodwill' && wish.confirmed
  return { request: { waiver: { reason: wish.waiverReason, confirmed, ...(amount ? { amount } : {}) } } }
}

function readProduct(wish: Wish): Read {
  const faults: WishFault[] = []
  const amount = wish.productAmount.trim() === '' ? undefined : readYuan(wish.productAmount)
  if (amount === null || amount === 0) faults.push({ field: '/product/amount', what: 'amount' })
  const typed = wish.horizonMonths.normalize('NFKC').trim()
  const months = typed === '' ? undefined : Number(typed)
  if (months !== undefined && !(Number.isInteger(months) && months >= 0 && months <= 600))
    faults.push({ field: '/product/horizonMonths', what: 'months' })
  if (faults.length > 0) return { faults }
  const product = {
    ...(wish.productId ? { id: wish.productId } : {}),
    ...(amount ? { amount } : {}),
    ...(months === undefined ? {} : { horizonMonths: months }),
    ...(wish.liquidity ? { liquidity: wish.liquidity } : {}),
  }
  return { request: Object.keys(product).length > 0 ? { product } : {} }
}
