import { describe, expect, it } from 'vitest'
import { costStatement } from './cost-statement.ts'
import { answerTo, offersInput, parameters } from './offers.fixture.ts'

const { debt } = offersInput()
const statementOf = (request?: Parameters<typeof offersInput>[0]) => {
  const answer = answerTo(offersInput(request))
  const offer = answer.request_verdict?.nearest[0] ?? answer.offers[0]!
  return { offer, statement: costStatement(offer, { product: 'credit_card', debt }, parameters) }
}

describe('costStatement', () => {
  it('adds up: charges to the cost, cost and principal to what is repaid', () => {
    const { offer, statement } = statementOf()
    expect(statement.charges.reduce((sum, charge) => sum + charge.amount, 0)).toBe(statement.total_cost)
    expect(statement.principal + statement.total_cost).toBe(statement.total_repayable)
    expect(statement).toMatchObject({
      down_payment: 0,
      total_repayable: offer.total,
      apr_nominal_bp: offer.apr_nominal_bp,
    })
  })

  it('shows where the principal comes from, less waiver and down payment', () => {
    const { statement } = statementOf({
      request: { months: 36, first_payment: 500_000, waive_fees_bp: 5000 },
    })
    const carried = statement.carried.reduce((sum, part) => sum + part.owed - part.waived, 0)
    expect(carried - statement.down_payment).toBe(statement.principal)
    expect(statement.down_payment).toBe(500_000)
    expect(statement.carried.map((part) => part.waived)).toEqual([0, 0, 5000, 15_000])
  })

  it('names recipient, method and rate of every charge, an uncharged one with zero', () => {
    const { statement } = statementOf()
    expect(statement.charges[0]).toMatchObject({ rate_bp: 1625, recipient: { en: 'Heheng Bank' } })
    expect(statement.charges.slice(1).map((charge) => charge.amount)).toEqual([0, 0])
    expect(statement.nothing_else['zh-Hans']).not.toBe('')
  })

  it('works out what default would cost from the contract', () => {
    const card = statementOf().statement.contingent
    expect(card.map((cost) => cost.rate_bp)).toEqual([300, 1825])
    expect(card[1]!.standard.en).toContain('18.25%')
    const offer = answerTo(offersInput()).offers[0]!
    const loan = costStatement(
      offer,
      { product: 'consumer_loan', debt: { ...debt, annual_rate_bp: 780 } },
      parameters,
    )
    expect(loan.contingent[0]!.rate_bp).toBe(1014)
    expect(loan.contingent[0]!.standard['zh-Hans']).toContain('10.14%')
  })
})
