import { describe, expect, it } from 'vitest'
import { atTheStart, largestInstalment, replyTo } from './bargaining.ts'
import type { SimulatedCustomer } from './draw-customer.ts'
import { customersOf, levelOffer } from './simulation.fixture.ts'

const someone = (hidden: Partial<SimulatedCustomer['hidden']['bargaining']> = {}): SimulatedCustomer => {
  const [customer] = customersOf(1, 1) as [SimulatedCustomer]
  return {
    ...customer,
    luck: customer.luck.map(() => ({ gives: 0.5, walks: 0.5 })),
    hidden: {
      ...customer.hidden,
      limit: 200_000,
      bearable: 200_000,
      down_payment: 0,
      bargaining: {
        curve: 1,
        relief: [1, 0],
        gives: 0,
        asks: 0.5,
        ambition: 0.4,
        patience: 5,
        temper: 0,
        ...hidden,
      },
    },
  }
}

describe('a simulated customer', () => {
  it('takes the best offer that is good enough, and only one within the limit', () => {
    const generous = levelOffer(100_000, 40)
    const { reply } = replyTo(
      [levelOffer(119_000, 36), generous, levelOffer(250_000, 12)],
      someone(),
      atTheStart,
    )
    expect(reply).toEqual({ says: 'accepts', offer: generous })
  })

  it('asks less and less of the bank until patience ends, then takes what they can pay', () => {
    const customer = someone()
    const table = [levelOffer(190_000, 24)]
    const asked: number[] = []
    let standing = atTheStart
    for (;;) {
      const step = replyTo(table, customer, standing)
      standing = step.standing
      if (step.reply.says !== 'asks') {
        expect(step.reply.says).toBe('accepts')
        break
      }
      asked.push(step.reply.counter.request.instalment!)
      expect(step.reply.counter.request.waive_interest_bp).toBe(0)
    }
    expect(asked).toEqual([100_000, 125_000, 150_000, 175_000])
    expect(standing.round).toBe(5)
  })

  it('leaves when nothing can ever be paid, and by temper only when the bank stands still', () => {
    const hot = someone({ temper: 1 })
    const table = [levelOffer(250_000, 12)]
    const first = replyTo(table, hot, atTheStart)
    expect(first.reply.says).toBe('asks')
    expect(replyTo(table, hot, first.standing).reply.says).toBe('leaves')
    expect(replyTo([levelOffer(150_000, 30)], hot, first.standing).reply.says).toBe('asks')
    const patient = someone({ patience: 1 })
    expect(replyTo(table, patient, atTheStart).reply.says).toBe('leaves')
  })

  it('gives each thing once when willing, and counts a larger instalment as a step', () => {
    const customer = someone({ gives: 1, patience: 8 })
    customer.hidden.down_payment = 500_000
    customer.reported.customer.income[0]!.evidence = 'stated'
    let standing = atTheStart
    const gifts: unknown[] = []
    for (let round = 0; round < 5; round++) {
      const step = replyTo([], customer, standing)
      standing = step.standing
      if (step.reply.says === 'asks') gifts.push(step.reply.counter.gift)
    }
    expect(gifts).toEqual(['documents', 'down_payment', 'direct_debit', 'shorter_term', 'shorter_term'])
  })

  it('reads the largest instalment without the down payment', () => {
    const offer = levelOffer(10_000, 3)
    offer.schedule.unshift({ date: '2026-11-23', amount: 90_000, principal: 90_000, interest: 0 })
    expect(largestInstalment({ ...offer, shape: 'down_payment' })).toBe(10_000)
  })
})
