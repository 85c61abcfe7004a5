import { describe, expect, it } from 'vitest'
import { type Arranged, arrangeOffers, type Talk } from './arrange-offers.ts'
import type { ConcessionStep } from './concession-bounds.ts'
import type { OffersInput, PlanRequest } from './model.ts'
import { answerTo, offersInput, parameters } from './offers.fixture.ts'

const start: Talk = { history: [], received: null, byPerson: false }
function arranged(request: PlanRequest | null, talk: Partial<Talk> = {}, change: Partial<OffersInput> = {}) {
  const result = arrangeOffers({ ...offersInput(), ...change, request }, { ...start, ...talk }, parameters)
  if ('outcome' in result) throw new Error(`refused: ${result.field}`)
  return result
}
const sent = (pv_offered: number, received: string | null = null): ConcessionStep => ({
  date: '2026-11-20',
  pv_offered,
  received,
  accepted: received !== null,
})
const shapes = ({ offers }: Arranged) =>
  offers.map(({ shape, months, origin }) => `${origin} ${shape} ${months}`)
const own = answerTo(offersInput()).offers

describe('before anything was put to the customer', () => {
  it('is what the engine opens with when nothing was asked', () => {
    const first = arranged(null)
    expect(first.offers.map(({ origin, ...offer }) => offer)).toEqual(own)
    expect(first).toMatchObject({ round: 0, table: null, given: 0, held_by: [], warnings: [] })
  })

  it('puts the instalment a customer names first, to the cent, and the engine’s own plans after it', () => {
    const first = arranged({ instalment: 190_000 })
    expect(first.answer.request_verdict!.inside).toBe(true)
    expect(first.offers[0]).toMatchObject({ origin: 'requested', shape: 'level' })
    const amounts = first.offers[0]!.schedule.map((row) => row.amount)
    expect(new Set(amounts.slice(0, -1))).toEqual(new Set([190_000]))
    expect(shapes(first).slice(1)).toEqual(own.slice(0, 2).map((o) => `engine ${o.shape} ${o.months}`))
    expect(first.given).toBe(own[0]!.pv - first.offers[0]!.pv)
    expect(first.given).toBeGreaterThan(0)
  })

  it('puts the term a customer names first', () => {
    expect(arranged({ months: 36 }).offers[0]).toMatchObject({ origin: 'requested', months: 36 })
    expect(arranged({ months: 36, start: '2026-12-28' }).offers[0]!.schedule[0]!.date).toBe('2026-12-28')
  })

  it('names a plan once when the request is the plan the engine opens with', () => {
    const first = arranged({ months: own[0]!.months })
    expect(shapes(first)).toEqual([
      `requested level ${own[0]!.months}`,
      ...own.slice(1).map((offer) => `engine ${offer.shape} ${offer.months}`),
    ])
    expect(first.given).toBe(0)
  })

  it('takes what is nearest to a request outside, with the rule that refuses it', () => {
    const first = arranged({ months: 12 })
    expect(first.answer.request_verdict).toMatchObject({ inside: false, rules: ['capacity', 'stress'] })
    expect(first.offers[0]).toMatchObject({ origin: 'nearest', shape: 'level', months: 28 })
  })

  it('keeps a request below the reserve to a person with a reason', () => {
    const strict = structuredClone(parameters)
    const asked = answerTo(offersInput({ request: { months: 48 } })).request_verdict!.nearest[0]!
    // The floor a hair below what is asked: policy carries it, the reserve above the floor does not.
    strict.creditPlans.floor_bp.credit_card = Math.floor((asked.pv * 10_000) / 4_628_420)
    const input = offersInput({ request: { months: 48 } })
    const alone = arrangeOffers(input, start, strict) as Arranged
    expect(alone.answer.request_verdict!.inside).toBe(true)
    expect(alone).toMatchObject({ held_by: ['value_reserve'], warnings: ['person_with_reason'] })
    expect(alone.offers.map((offer) => offer.origin)).not.toContain('requested')
    expect(Math.min(...alone.offers.map((offer) => offer.pv))).toBeGreaterThan(asked.pv)
    const person = arrangeOffers(input, { ...start, byPerson: true }, strict) as Arranged
    expect(person.offers[0]).toMatchObject({ origin: 'requested', months: 48, pv: asked.pv })
    expect(person).toMatchObject({ held_by: [], warnings: ['person_with_reason'] })
  })

  it('gives at once no more than a round may: a low request meets the cap, and a person may go further', () => {
    const low = { months: 60 }
    const cap = Math.floor((4_628_420 * parameters.creditPlans.concession.round_cap_bp) / 10_000)
    const alone = arranged(low)
    expect(alone.answer.request_verdict!.inside).toBe(true)
    const asked = alone.answer.request_verdict!.nearest[0]!
    expect(own[0]!.pv - asked.pv).toBeGreaterThan(cap)
    expect(alone).toMatchObject({ held_by: ['round_cap'], warnings: ['capped'] })
    expect(alone.offers.map((offer) => offer.origin)).not.toContain('requested')
    for (const offer of alone.offers) expect(offer.pv).toBeGreaterThanOrEqual(own[0]!.pv - cap)
    expect(arranged(low, { byPerson: true }).offers[0]).toMatchObject({ origin: 'requested', months: 60 })
  })

  it('holds whatever was asked', () => {
    const held = offersInput({ customer: { signals: ['self_harm'] } })
    expect(arranged({ months: 36 }, {}, held)).toMatchObject({
      offers: [],
      answer: { reason: 'signal_hold' },
    })
    const nothing = arranged({ months: 36 }, {}, offersInput({ customer: { liquid_assets: null } }))
    expect(nothing.answer).toMatchObject({ outcome: 'empty', reason: 'evidence_missing' })
  })
})

describe('after an offer was put to the customer', () => {
  const table = own[0]!.pv

  it('gives nothing for nothing: the request stands inside, and is held back', () => {
    const next = arranged({ months: 48 }, { history: [sent(table)] })
    expect(next.answer.request_verdict!.inside).toBe(true)
    expect(next).toMatchObject({ held_by: ['nothing_given'], given: 0, round: 0 })
    for (const offer of next.offers) expect(offer.pv).toBeGreaterThanOrEqual(next.table!)
  })

  it('moves for something, by no more than a round may, toward what was asked', () => {
    const history = [sent(table)]
    const moves = [null, 'direct_debit' as const].map((received) =>
      arranged({ months: 48 }, { history, received }),
    )
    expect(moves[1]!.offers[0]!.pv).toBeLessThan(moves[0]!.offers[0]!.pv)
    expect(moves[1]!.given).toBeLessThanOrEqual(4_628_420 * 0.015)
    expect(moves[1]!.held_by).not.toEqual([])
    for (const offer of moves[1]!.offers)
      expect(moves[1]!.table! - offer.pv).toBeLessThanOrEqual(4_628_420 * 0.015)
  })

  it('counts what was given before on the debt, so closing and opening again starts nowhere new', () => {
    const before = [sent(table), sent(table - 40_000, 'documents'), sent(table - 80_000, 'down_payment')]
    const next = arranged({ months: 48 }, { history: before, received: 'direct_debit' })
    expect(next).toMatchObject({ round: 3, table: table - 80_000 })
  })

  it('lets a person with a reason put the request forward, and says what that gives', () => {
    const asked = { months: 48 }
    const person = arranged(asked, { history: [sent(table)], byPerson: true })
    expect(person.offers[0]).toMatchObject({ origin: 'requested', months: 48 })
    expect(person.held_by).toEqual([])
    expect(person.warnings).toContain('unreciprocated')
    expect(person.given).toBe(person.table! - person.offers[0]!.pv)
    const outside = arranged({ months: 61 }, { history: [sent(table)], byPerson: true })
    expect(outside.answer.request_verdict!.inside).toBe(false)
    expect(outside.offers.map((offer) => offer.origin)).not.toContain('requested')
  })

  it('gives in one round what the cap allows, and not a cent more', () => {
    const history = [sent(table)]
    const cap = Math.floor((4_628_420 * parameters.creditPlans.concession.round_cap_bp) / 10_000)
    const hard = structuredClone(parameters)
    // A schedule that would give everything at once: only the cap of a round is left to hold it.
    hard.creditPlans.concession.kappa = 1
    const asked = (months: number) => {
      const input = offersInput({ request: { months } })
      const result = arrangeOffers(input, { ...start, history, received: 'direct_debit' }, hard)
      if ('outcome' in result) throw new Error(result.field)
      return result
    }
    const all = Array.from({ length: 33 }, (_, index) => asked(28 + index))
    for (const { answer, offers, table: before, held_by } of all) {
      const wanted = answer.request_verdict!.nearest[0]!.pv
      expect(offers[0]!.origin === 'requested').toBe(before! - wanted <= cap)
      expect(held_by.includes('round_cap')).toBe(before! - wanted > cap)
      for (const offer of offers) expect(before! - offer.pv).toBeLessThanOrEqual(cap)
    }
    expect(new Set(all.map((one) => one.offers[0]!.origin))).toEqual(new Set(['requested', 'nearest']))
  })
})
