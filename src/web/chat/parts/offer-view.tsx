/** @jsxImportSource preact */
import { useRoom } from '../context.ts'
import { date, moment, money, percent } from '../format.ts'
import { planFacts } from '../plan-facts.ts'
import type { OfferCard } from '../shapes.ts'
import { DownIcon } from './icons.tsx'
import { OfferActions } from './offer-actions.tsx'
import { PlanRhythm, PlanTable } from './plan-schedule.tsx'

/** An offer a person has approved: what it costs, when it is paid, how to say yes, ask, or say no. */
export function OfferView({ offer }: { offer: OfferCard }) {
  const { state, words, language } = useRoom()
  const facts = planFacts(offer)
  const cash = (minor: number) => money(language, minor)
  const open = ['sent', 'proposed', 'countered'].includes(offer.state)
  const dimmed = ['expired', 'withdrawn', 'declined'].includes(offer.state)

  return (
    <section class={`card offer${dimmed ? ' dimmed' : ''}`} aria-label={words.offer}>
      <header>
        <h2>{words.offerShape[offer.shape] ?? words.offer}</h2>
        <span class={`pill pill-${offer.state}`}>{words.offerState[offer.state]}</span>
      </header>
      <p class="of-debt">
        {words.product[offer.account.product] ?? offer.account.product}{' '}
        <span>{offer.account.maskedNumber}</span>
      </p>
      <p class="headline">
        <span class="label">{facts.level ? words.eachMonth : words.eachMonthUpTo}</span>
        <strong>{cash(offer.instalment)}</strong>
        <span class="times">× {words.months(offer.months)}</span>
      </p>
      <PlanRhythm rows={facts.instalments} />
      <dl class="facts">
        {facts.down && (
          <div>
            <dt>{words.downPayment}</dt>
            <dd>
              {cash(offer.downPayment)}
              <small>{date(language, facts.down.date)}</small>
            </dd>
          </div>
        )}
        <div>
          <dt>{words.firstDate}</dt>
          <dd>{date(language, facts.firstDate)}</dd>
        </div>
        <div>
          <dt>{words.lastDate}</dt>
          <dd>{date(language, facts.lastDate)}</dd>
        </div>
        <div>
          <dt>{words.financed}</dt>
          <dd>{cash(offer.financed)}</dd>
        </div>
        <div class="strong">
          <dt>{words.totalPay}</dt>
          <dd>{cash(offer.total)}</dd>
        </div>
        <div>
          <dt>{words.aprNominal}</dt>
          <dd>{percent(language, offer.aprNominalBp)}</dd>
        </div>
        <div>
          <dt>{words.aprEffective}</dt>
          <dd>{percent(language, offer.aprEffectiveBp)}</dd>
        </div>
        <div class={facts.waived.length > 0 ? 'good' : ''}>
          <dt>{words.waived}</dt>
          <dd>
            {facts.waived.length === 0
              ? words.nothingWaived
              : facts.waived.map(({ kind, amount }) => (
                  <span key={kind}>
                    {words.waivedKind[kind]} {cash(amount)}
                  </span>
                ))}
          </dd>
        </div>
        {offer.validUntil && (
          <div>
            <dt>{words.validUntil}</dt>
            <dd>
              {moment(language, offer.validUntil)}
              {open && <small>{words.validUntilHonoured}</small>}
            </dd>
          </div>
        )}
      </dl>
      <details>
        <summary>
          {words.schedule}
          <DownIcon size={16} />
        </summary>
        <PlanTable offer={offer} hasDownPayment={facts.down !== null} />
      </details>
      <details>
        <summary>
          {words.objection}
          <DownIcon size={16} />
        </summary>
        <ul class="objection">
          {words.objectionBody(state.session?.bank.hotline ?? '').map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <OfferActions offer={offer} />
    </section>
  )
}
