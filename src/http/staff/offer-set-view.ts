import type { z } from '@hono/zod-openapi'
import { readAccounts } from '../../features/customers/store.ts'
import { readStaff } from '../../features/identity/store.ts'
import type { Origin } from '../../features/offers/arrange-offers.ts'
import { type Exchange, findConcession, readExchanges } from '../../features/offers/concession-store.ts'
import type { Offer, OffersAnswer, PlanRequest, Waived } from '../../features/offers/model.ts'
import type { RiskView } from '../../features/offers/risk-view.ts'
import {
  downPaymentOf,
  largestInstalment,
  type OfferRow,
  type OfferTerms,
  readOffers,
  type OfferSet as StoredSet,
} from '../../features/offers/store.ts'
import type { Story } from '../../negotiation/story.ts'
import type { Tx } from '../../platform/db.ts'
import { iso } from '../views.ts'
import type { OfferSet, StaffOffer } from './offer-shapes.ts'

type View<T extends z.ZodType> = z.infer<T>
type Talk = View<typeof OfferSet>['talk']

/** An offer as a run keeps it; runs older than these two fields have neither. */
type StoredOffer = Offer & { origin?: Origin; risk?: RiskView | null }
type StoredResult = Partial<Omit<OffersAnswer, 'offers'>> & { field?: string; offers?: StoredOffer[] }

const talkDays = 365

/** One run of the engine for staff: its offers with both sides of each, and the talk they belong to. */
export async function offerSetView(story: Story, tx: Tx, set: StoredSet): Promise<View<typeof OfferSet>> {
  const result = set.result as StoredResult
  const offers = await readOffers(tx, { setId: set.id })
  const account = (await readAccounts(tx, set.customer_id)).find(({ id }) => id === set.account_id)
  const asker = set.asked_by ? (await readStaff(tx, { id: set.asked_by }))[0]?.name : undefined
  return {
    id: set.id,
    createdAt: iso(set.created_at),
    account: account ? { product: account.product, maskedNumber: account.masked_number } : null,
    outcome: set.outcome,
    reason: result.reason ?? null,
    field: result.field ?? null,
    capacity: result.capacity ?? null,
    offers: offers.map((offer) => staffOffer(offer, result.offers![offer.ord]!)),
    notes: result.notes ?? [],
    askedBy: asker ?? null,
    talk: await talkView(story, tx, set, result),
    parameters: { version: set.parameters_version, hash: set.parameters_hash },
  }
}

function staffOffer(offer: OfferRow, whole: StoredOffer): View<typeof StaffOffer> {
  return {
    id: offer.id,
    ord: offer.ord,
    origin: whole.origin ?? 'engine',
    risk: whole.risk ? riskOf(whole.risk) : null,
    state: offer.state,
    shape: whole.shape,
    months: whole.months,
    schedule: whole.schedule,
    total: whole.total,
    financed: whole.financed,
    waived: whole.waived,
    planRateBp: whole.plan_rate_bp,
    aprNominalBp: whole.apr_nominal_bp,
    aprEffectiveBp: whole.apr_effective_bp,
    pv: whole.pv,
    loadBp: whole.load_bp,
    stress: whole.stress,
    authority: offer.authority,
    approvals: offer.approvals,
    rules: whole.rules,
    validUntil: offer.valid_until ? iso(offer.valid_until) : null,
  }
}

function riskOf({ bank, customer, authority, fairness }: RiskView): View<typeof StaffOffer>['risk'] {
  return {
    bank: {
      value: bank.value,
      alternative: bank.alternative,
      aboveAlternative: bank.above_alternative,
      valueBp: bank.value_bp,
      waived: bank.waived,
    },
    customer: {
      largestInstalment: customer.largest_instalment,
      leftOver: customer.left_over,
      stress: customer.stress.map((test) => ({
        incomeBp: test.income_bp,
        sustainable: test.sustainable,
        leftOver: test.left_over,
      })),
      reserveMonths: customer.reserve_months,
      weakestEvidence: customer.weakest_evidence,
    },
    authority,
    fairness: { used: fairness.used, notUsed: fairness.not_used },
  }
}

async function talkView(story: Story, tx: Tx, set: StoredSet, result: StoredResult): Promise<Talk> {
  const since = new Date(story.clock.now().getTime() - talkDays * 86_400_000)
  const exchanges = set.account_id ? await readExchanges(tx, set.account_id, since) : []
  const made = await findConcession(tx, set.id)
  const verdict = result.request_verdict
  return {
    asked: made ? asked(made.request) : null,
    verdict: verdict
      ? {
          inside: verdict.inside,
          rules: verdict.rules,
          authority: verdict.authority,
          nearest: verdict.nearest.map((offer) => ({ ...figuresOf(offer), total: offer.total })),
        }
      : null,
    round: made?.round ?? 0,
    received: made?.received ?? null,
    given: made?.given ?? 0,
    heldBy: made?.held_by ?? [],
    warnings: made?.warnings ?? [],
    history: exchanges.map((exchange, index) => exchangeView(exchange, exchanges[index - 1])),
  }
}

function exchangeView(exchange: Exchange, before: Exchange | undefined): Talk['history'][number] {
  return {
    offerId: exchange.offer_id,
    caseId: exchange.case_id,
    at: iso(exchange.sent_at),
    state: exchange.state,
    ...figuresOf(exchange.terms),
    asked: asked(exchange.request),
    received: exchange.received,
    valueChange: before ? exchange.value - before.value : null,
    warnings: exchange.warnings ?? [],
  }
}

function figuresOf(terms: OfferTerms | Offer) {
  return {
    shape: terms.shape,
    months: terms.months,
    instalment: largestInstalment(terms),
    downPayment: downPaymentOf(terms),
    waived: sumOf(terms.waived),
  }
}

function sumOf(waived: Waived): number {
  return waived.fees + waived.default_charges + waived.interest + waived.principal
}

function asked(request: PlanRequest | null): Talk['asked'] {
  if (!request) return null
  return {
    months: request.months ?? null,
    instalment: request.instalment ?? null,
    firstPayment: request.first_payment ?? null,
    waiveFeesBp: request.waive_fees_bp ?? null,
    waiveInterestBp: request.waive_interest_bp ?? null,
    start: request.start ?? null,
  }
}
