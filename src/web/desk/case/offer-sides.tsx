import type { ReactNode } from 'react'
import type { StaffOffer } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

type Risk = NonNullable<StaffOffer['risk']>
type Props = { offers: readonly StaffOffer[] }

/** What each plan is to the bank and to the customer, side by side, before somebody approves one. Never for customers. */
export function OfferSides({ offers }: Props) {
  const { t, term, money, percent, count } = useWords()
  const seen = offers.flatMap((offer, index) =>
    offer.risk ? [{ n: index + 1, offer, risk: offer.risk }] : [],
  )
  const first = seen[0]?.risk
  if (!first) return null
  const line = (label: string, cell: (risk: Risk) => ReactNode, className = '') => (
    <tr className={className}>
      <th scope="row">{label}</th>
      {seen.map(({ n, risk }) => (
        <td key={n}>{cell(risk)}</td>
      ))}
    </tr>
  )
  const internal = (label: string, cell: (risk: Risk) => ReactNode) => line(label, cell, 'internal')
  const list = (names: readonly string[]) =>
    names.map((name) => term('fairness', name)).join(t('offerTalk.listed'))
  return (
    <details className="offer-sides">
      <summary>{t('offerTalk.sides')}</summary>
      <table className="sides">
        <thead>
          <tr>
            <td />
            {seen.map(({ n, offer }) => (
              <th key={n} scope="col">
                {n} {term('shape', offer.shape)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {internal(t('offerTalk.value'), ({ bank }) => (
            <>
              {money(bank.value)}
              <small>
                {t('offerTalk.valueShare')} {percent(bank.valueBp)}
              </small>
            </>
          ))}
          {internal(t('offerTalk.alternative'), ({ bank }) => money(bank.alternative))}
          {internal(t('offerTalk.above'), ({ bank }) => money(bank.aboveAlternative))}
          {line(t('offerTalk.leftOver'), ({ customer }) => signed(customer.leftOver, money))}
          {first.customer.stress.map((test, index) => (
            <StressLine key={test.incomeBp} change={test.incomeBp / 100} seen={seen} index={index} />
          ))}
          {line(t('offerTalk.reserve'), ({ customer }) =>
            customer.reserveMonths === null ? '–' : count(customer.reserveMonths),
          )}
          {line(t('offerTalk.evidence'), ({ customer }) => term('grade', customer.weakestEvidence))}
          {line(t('offerTalk.why'), ({ authority }) => (
            <>
              {authority.rules.length === 0 && '–'}
              {authority.rules.map((rule) => (
                <small key={rule}>{term('rule', rule)}</small>
              ))}
              {authority.split && <span className="tag warn">{t('offerTalk.split')}</span>}
            </>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        {t('offerTalk.fairness', { used: list(first.fairness.used), unused: list(first.fairness.notUsed) })}
      </p>
    </details>
  )
}

function signed(amount: number, money: (minor: number) => string): ReactNode {
  return <span className={amount < 0 ? 'stress breaks' : 'stress holds'}>{money(amount)}</span>
}

type StressProps = { change: number; seen: readonly { n: number; risk: Risk }[]; index: number }

function StressLine({ change, seen, index }: StressProps) {
  const { t, money } = useWords()
  return (
    <tr>
      <th scope="row">{t('offerTalk.stressed', { change })}</th>
      {seen.map(({ n, risk }) => (
        <td key={n}>{signed(risk.customer.stress[index]?.leftOver ?? 0, money)}</td>
      ))}
    </tr>
  )
}
