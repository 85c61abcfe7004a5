import type { ReactNode } from 'react'
import type { StaffOffer } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { costToCustomer, downPaymentOf, largestInstalment, waivedTotal } from './offer-figures.ts'
import { ScheduleChart } from './schedule-chart.tsx'

type Props = {
  offers: readonly StaffOffer[]
  chosen: string | null
  onChoose: (n: number) => void
  onSchedule: (offer: StaffOffer) => void
}

/** Rules of law are known by their number; the bank's own are said in words. */
const lawRule = /^[A-Z]\d+$/

/** Offers as columns, so that each line compares them; the bank's own value is set apart from what customers may know. */
export function OfferTable({ offers, chosen, onChoose, onSchedule }: Props) {
  const { t, term, money, percent } = useWords()
  const anyDown = offers.some((offer) => downPaymentOf(offer) !== null)
  const anyWaived = offers.some((offer) => waivedTotal(offer) > 0)
  const least = Math.min(...offers.map(costToCustomer))

  const line = (label: string, cell: (offer: StaffOffer) => ReactNode, className = '') => (
    <tr className={className}>
      <th scope="row">{label}</th>
      {offers.map((offer) => (
        <td key={offer.id} className={offer.id === chosen ? 'chosen' : ''}>
          {cell(offer)}
        </td>
      ))}
    </tr>
  )
  return (
    <table className="offers">
      <thead>
        <tr>
          <td />
          {offers.map((offer, index) => (
            <th key={offer.id} scope="col" className={offer.id === chosen ? 'chosen' : ''}>
              <button
                type="button"
                aria-pressed={offer.id === chosen}
                aria-label={t('matter.offers.choose', { n: index + 1 })}
                disabled={offer.state !== 'proposed'}
                onClick={() => onChoose(index + 1)}
              >
                <kbd>{index + 1}</kbd> {term('shape', offer.shape)}
              </button>
              {offer.origin !== 'engine' && <span className="tag ok">{term('origin', offer.origin)}</span>}
              {offer.state !== 'proposed' && (
                <span className="tag brand">{term('offerState', offer.state)}</span>
              )}
              <ScheduleChart offer={offer} number={index + 1} among={offers} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {line(t('matter.offers.largest'), (offer) => (
          <b>{money(largestInstalment(offer))}</b>
        ))}
        {line(t('matter.offers.months'), (offer) => (
          <button type="button" className="link" onClick={() => onSchedule(offer)}>
            {t('matter.offers.monthsN', { n: offer.months })}
          </button>
        ))}
        {anyDown &&
          line(t('matter.offers.down'), (offer) => {
            const down = downPaymentOf(offer)
            return down ? money(down.amount) : '–'
          })}
        {line(t('matter.offers.total'), (offer) => money(offer.total))}
        {line(t('matter.offers.cost'), (offer) => {
          const cost = costToCustomer(offer)
          return cost === least && offers.length > 1 ? <b className="least">{money(cost)}</b> : money(cost)
        })}
        {anyWaived &&
          line(t('matter.offers.waived'), (offer) =>
            waivedTotal(offer) > 0 ? money(waivedTotal(offer)) : '–',
          )}
        {line(t('matter.offers.planRate'), (offer) => percent(offer.planRateBp))}
        {line(t('matter.offers.apr'), (offer) => (
          <>
            {percent(offer.aprNominalBp)}
            <br />
            {percent(offer.aprEffectiveBp)}
          </>
        ))}
        {line(t('matter.offers.load'), (offer) => percent(offer.loadBp))}
        {line(t('matter.offers.stress'), (offer) =>
          offer.stress.map((test) => (
            <span key={test.income_bp} className={test.sustainable ? 'stress holds' : 'stress breaks'}>
              {test.income_bp / 100}% {t(test.sustainable ? 'matter.offers.holds' : 'matter.offers.breaks')}
            </span>
          )),
        )}
        {line(
          t('matter.offers.pv'),
          (offer) => (
            <span title={t('matter.offers.pvNote')}>{money(offer.pv)}</span>
          ),
          'internal',
        )}
        {line(t('matter.offers.authority'), (offer) => (
          <>
            <span className={`tag ${offer.authority === 'agent' ? 'ok' : 'warn'}`}>
              {term('authority', offer.authority)}
            </span>
            {offer.approvals > 1 && <small>{t('matter.offers.approvals', { n: offer.approvals })}</small>}
          </>
        ))}
        {line(t('matter.offers.rules'), (offer) => (
          <span className="rules">
            {offer.rules.map((rule) => (
              <abbr key={rule} title={term('rule', rule)}>
                {lawRule.test(rule) ? rule : term('rule', rule)}
              </abbr>
            ))}
          </span>
        ))}
      </tbody>
    </table>
  )
}
