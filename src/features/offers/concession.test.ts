import { describe, expect, it } from 'vitest'
import { nextConcession } from './concession.ts'
import { aspiration, type ConcessionStep, reciprocations } from './concession-bounds.ts'
import type { PlanRequest } from './model.ts'
import { answerTo, offersInput, parameters } from './offers.fixture.ts'

const step = (change: Partial<ConcessionStep> = {}): ConcessionStep => ({
  date: '2026-11-20',
  pv_offered: 4_200_000,
  received: 'down payment',
  accepted: true,
  ...change,
})
const next = (
  request: PlanRequest,
  history: ConcessionStep[] = [],
  received: string | null = null,
  change: Parameters<typeof offersInput>[0] = {},
) => {
  const result = nextConcession(offersInput({ ...change, request }), history, received, parameters)
  if (result.outcome !== 'concession') throw new Error(JSON.stringify(result))
  return result
}

describe('aspiration', () => {
  it('starts at the opening, ends at the reserve, and gives most late', () => {
    const path = [0, 1, 2, 3, 4, 9].map((round) => aspiration(1_000_000, 800_000, round, parameters))
    expect(path).toEqual([1_000_000, 987_500, 950_000, 887_500, 800_000, 800_000])
  })
})

describe('reciprocations', () => {
  it.each([
    [[], 0],
    [[step()], 1],
    [[step({ received: null })], 0],
    [[step({ accepted: false })], 0],
    [[step({ date: '2026-08-25' })], 0],
    [[step({ date: '2026-08-26' })], 1],
    [Array.from({ length: 9 }, () => step()), 4],
  ])('%# counts %i', (history, count) => {
    expect(reciprocations({ as_of: '2026-11-23', history }, parameters)).toBe(count)
  })
})

describe('nextConcession', () => {
  const { offers } = answerTo(offersInput())
  const table = Math.min(...offers.map((offer) => offer.pv))

  it('gives nothing for patience alone, however often it is asked', () => {
    const asked = { months: 48 }
    for (let repeats = 0; repeats < 5; repeats++) {
      const history = Array.from({ length: repeats }, () => step({ received: null, pv_offered: table }))
      const step1 = next(asked, history)
      expect(step1).toMatchObject({ round: 0, table, target: table, given: 0, warnings: [] })
      for (const offer of step1.offers) expect(offer.pv).toBeGreaterThanOrEqual(table)
    }
  })

  it('moves when the customer gives something, within the schedule and the cap of a round', () => {
    const moved = next({ months: 40 }, [step({ pv_offered: table })], 'proof of income')
    expect(moved.round).toBe(2)
    expect(moved.target).toBeLessThan(table)
    expect(table - moved.target).toBeLessThanOrEqual(4_628_420 * 0.015)
    for (const offer of moved.offers) expect(offer.pv).toBeGreaterThanOrEqual(moved.target)
  })

  it('never gives more than was asked', () => {
    const modest = next({ months: 29 }, [step({ pv_offered: table })], 'proof of income')
    expect(modest.offers).toHaveLength(1)
    expect(modest.offers[0]).toMatchObject({ shape: 'level', months: 29 })
    expect(modest.given).toBe(Math.max(0, table - modest.offers[0]!.pv))
  })

  it('leaves plans below the reserve to a person with a reason', () => {
    const owed = { debt: { days_past_due: 10 } }
    const opening = next({ months: 28 }, [], null, owed)
    expect(opening.warnings).toEqual([])
    const strict = structuredClone(parameters)
    strict.creditPlans.floor_bp.credit_card = Math.floor((opening.opening / 4_628_420) * 10_000) - 400
    const input = offersInput({ ...owed, request: { months: 42 } })
    expect(nextConcession(input, [], null, strict)).toMatchObject({ warnings: ['person_with_reason'] })
  })

  it('says why there is nothing to move', () => {
    expect(nextConcession(offersInput(), [], null, parameters)).toEqual({
      outcome: 'none',
      reason: 'no_request',
    })
    const held = offersInput({ customer: { signals: ['self_harm'] }, request: {} })
    expect(nextConcession(held, [], null, parameters)).toEqual({ outcome: 'none', reason: 'signal_hold' })
    expect(nextConcession({ id: 'x' }, [], null, parameters)).toMatchObject({ outcome: 'refused', id: 'x' })
  })
})
