import fc from 'fast-check'
import { computeOffers } from './compute-offers.ts'
import type { OffersAnswer, OffersInput } from './model.ts'
import { sampleParameters } from './parameters.fixture.ts'
import type { OfferParameters } from './parameters.ts'

export const parameters = sampleParameters()

type Change = {
  [Key in keyof OffersInput]?: Key extends 'debt' | 'customer' ? Partial<OffersInput[Key]> : OffersInput[Key]
}

/** A card holder with 46,284.20 owed and 3,500.00 left a month: 28 level months by default. */
export function offersInput({ debt, customer, ...change }: Change = {}): OffersInput {
  return {
    id: 'case-1',
    as_of: '2026-11-23',
    currency: 'CNY',
    product: 'credit_card',
    debt: {
      principal: 4_420_000,
      interest: 168_420,
      fees: 10_000,
      default_charges: 30_000,
      annual_rate_bp: 1825,
      days_past_due: 55,
      ...debt,
    },
    customer: {
      income: [{ monthly: 1_500_000, kind: 'salary', evidence: 'bank' }],
      essential: [{ monthly: 610_000, label: 'living', evidence: 'document' }],
      priority_debts_monthly: 480_000,
      priority_loan_part_monthly: 0,
      other_debt_service_monthly: 60_000,
      liquid_assets: 1_500_000,
      willing: true,
      signals: ['income_drop'],
      ...customer,
    },
    ...change,
  }
}

/** The answer to a well-formed input; throws on a refusal, so a test cannot pass by accident. */
export function answerTo(input: unknown, given: OfferParameters = parameters): OffersAnswer {
  const result = computeOffers(input, given)
  if (result.outcome === 'refused') throw new Error(`refused: ${result.field} ${result.message}`)
  return result
}

const amount = (max: number) => fc.integer({ min: 0, max })
const grade = fc.constantFrom('stated' as const, 'document' as const, 'bank' as const)

/** Well-formed inputs from comfortable to hopeless; most lead to offers. */
export const anyOffersInput: fc.Arbitrary<OffersInput> = fc
  .record({
    product: fc.constantFrom('credit_card' as const, 'consumer_loan' as const),
    as_of: fc
      .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    principal: fc.oneof(amount(3_000_000), amount(12_000_000), amount(40_000_000)),
    interest: amount(600_000),
    fees: amount(40_000),
    default_charges: amount(60_000),
    annual_rate_bp: fc.oneof(fc.constantFrom(0, 360, 720.5, 1080, 1460, 1825, 2400), amount(3600)),
    days_past_due: amount(400),
    income: fc.array(
      fc.record({
        monthly: fc.integer({ min: 100_000, max: 2_500_000 }),
        kind: fc.constantFrom('salary' as const, 'variable' as const, 'other' as const),
        evidence: grade,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    essentialShare: fc.integer({ min: 1500, max: 6500 }),
    priorityShare: amount(2500),
    otherShare: amount(1500),
    loanPart: fc.boolean(),
    liquidMonths: fc.integer({ min: 0, max: 40 }),
    evidence: grade,
  })
  .map(({ essentialShare, priorityShare, otherShare, loanPart, liquidMonths, evidence, ...given }) => {
    const gross = given.income.reduce((sum, item) => sum + item.monthly, 0)
    const part = (share: number) => Math.floor((gross * share) / 10_000)
    const { product, as_of, income, ...debt } = given
    return offersInput({
      product,
      as_of,
      debt,
      customer: {
        income,
        essential: [{ monthly: part(essentialShare), label: 'living', evidence }],
        priority_debts_monthly: part(priorityShare),
        priority_loan_part_monthly: loanPart ? Math.floor(part(priorityShare) / 2) : undefined,
        other_debt_service_monthly: part(otherShare),
        liquid_assets: Math.floor((part(essentialShare) * liquidMonths) / 10),
        signals: [],
      },
    })
  })
