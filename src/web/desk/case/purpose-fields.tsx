import { type ReactNode, useId } from 'react'
import { contentOf } from '../../ui/language.ts'
import { Choices } from '../frame/choices.tsx'
import type { CaseView, Scenarios } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { type Scenario, type WaiverReason, type Wish, withOffer } from './draft-wish.ts'
import { downPaymentOf, largestInstalment, waivedTotal } from './offer-figures.ts'
import { useOfferTerms } from './offer-terms.ts'

type Change = (part: Partial<Wish>) => void
type Props = {
  purpose: Scenario
  matter: CaseView
  scenarios: Scenarios
  wish: Wish
  onChange: Change
  /** What is wrong with a field, by the server's name for it. */
  faultOf: (field: string) => string | null
}

/** What an agent can add for one purpose: nothing of it is needed where the messages say it already. */
export function PurposeFields(props: Props) {
  const { purpose, scenarios } = props
  if (purpose === 'gather') return <QuestionFields {...props} />
  if (purpose === 'fee_waiver') return <WaiverFields {...props} />
  if (purpose === 'suitability') return <ProductFields {...props} />
  if (purpose === 'follow_up') return scenarios.due.length > 0 ? <MissedField {...props} /> : null
  return withOffer.includes(purpose) ? <PlanField {...props} /> : null
}

/** A field with its label, what it is about, and what is wrong with it. */
function Field({
  label,
  hint,
  fault,
  children,
}: {
  label: string
  hint?: string
  fault: string | null
  children: (ids: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode
}) {
  const id = useId()
  const about = `${id}-about`
  return (
    <div className="purpose">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': fault !== null })}
      <span id={about} className={fault ? 'field-fault' : 'field-hint'} role={fault ? 'alert' : undefined}>
        {fault ?? hint}
      </span>
    </div>
  )
}

/** A field that takes one figure, as typed. */
function FigureField({
  inputMode,
  value,
  onType,
  ...about
}: Omit<Parameters<typeof Field>[0], 'children'> & {
  inputMode: 'decimal' | 'numeric'
  value: string
  onType: (typed: string) => void
}) {
  return (
    <Field {...about}>
      {(ids) => (
        <input
          {...ids}
          className="field"
          inputMode={inputMode}
          autoComplete="off"
          value={value}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  )
}

function QuestionFields({ scenarios, wish, onChange, faultOf }: Props) {
  const { t, locale } = useWords()
  const language = contentOf(locale)
  const asked = wish.questions ?? scenarios.questions.filter(({ open }) => open).map(({ field }) => field)
  const fault = faultOf('/questions')
  const tick = (field: string, on: boolean) =>
    onChange({ questions: on ? [...asked, field] : asked.filter((one) => one !== field) })
  return (
    <fieldset className="choices ticks">
      <legend>{t('drafting.fields.questions')}</legend>
      {scenarios.questions.map(({ field, open, texts }) => (
        <label key={field}>
          <input
            type="checkbox"
            checked={asked.includes(field)}
            onChange={(event) => tick(field, event.target.checked)}
          />
          <span>
            {texts[language]} {!open && <small className="soft">{t('drafting.fields.known')}</small>}
          </span>
        </label>
      ))}
      {fault && (
        <p className="field-fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  )
}

const waiverReasons: readonly (WaiverReason | '')[] = ['', 'bank_error', 'first_late_fee', 'goodwill']

function WaiverFields({ matter, scenarios, wish, onChange, faultOf }: Props) {
  const { t, term, money } = useWords()
  const { charge } = scenarios
  if (!charge) {
    return (
      <p className="quiet">
        {t(matter.customer.verified ? 'drafting.fields.noCharge' : 'drafting.fields.unverified')}
      </p>
    )
  }
  const reason = wish.waiverReason
  return (
    <>
      <p className="quiet">
        {t('drafting.fields.charge', { kind: term('charge', charge.kind), amount: money(charge.amount) })}
      </p>
      <Choices
        legend={t('drafting.fields.waiverReason')}
        options={waiverReasons.map((value) => ({ value, label: term('waiverReason', value || 'open') }))}
        value={reason}
        onChange={(waiverReason) => onChange({ waiverReason, confirmed: false })}
      />
      {(reason === 'bank_error' || reason === 'first_late_fee') && (
        <label className="tick">
          <input
            type="checkbox"
            checked={wish.confirmed}
            onChange={(event) => onChange({ confirmed: event.target.checked })}
          />
          {t(reason === 'bank_error' ? 'drafting.fields.errorFound' : 'drafting.fields.minimumPaid')}
        </label>
      )}
      {reason !== '' && (
        <FigureField
          label={t('drafting.fields.waiverAmount')}
          hint={t('drafting.fields.wholeCharge')}
          fault={faultOf('/waiver/amount')}
          inputMode="decimal"
          value={wish.waiverAmount}
          onType={(waiverAmount) => onChange({ waiverAmount })}
        />
      )}
    </>
  )
}

const liquidities = ['low', 'medium', 'high'] as const

function ProductFields({ scenarios, wish, onChange, faultOf }: Props) {
  const { t, term, money, locale } = useWords()
  const language = contentOf(locale)
  const { said, products } = scenarios
  const saidProduct = products.find(({ id }) => id === said.id)
  const saysNothing = t('drafting.fields.notSaid')
  return (
    <>
      <Field label={t('drafting.fields.product')} fault={faultOf('/product/id')}>
        {(ids) => (
          <select
            {...ids}
            value={wish.productId}
            onChange={(event) => onChange({ productId: event.target.value })}
          >
            <option value="">
              {saidProduct
                ? t('drafting.fields.asSaid', { what: saidProduct.name[language] })
                : t('drafting.fields.inQuestion')}
            </option>
            {products.map(({ id, name, held }) => (
              <option key={id} value={id}>
                {held ? t('drafting.fields.held', { name: name[language] }) : name[language]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FigureField
        label={t('drafting.fields.productAmount')}
        hint={
          said.amount === undefined
            ? t('drafting.fields.onlyBuying')
            : t('drafting.fields.asSaid', { what: money(said.amount) })
        }
        fault={faultOf('/product/amount')}
        inputMode="decimal"
        value={wish.productAmount}
        onType={(productAmount) => onChange({ productAmount })}
      />
      <FigureField
        label={t('drafting.fields.horizon')}
        hint={
          said.horizonMonths === undefined
            ? saysNothing
            : t('drafting.fields.asSaid', { what: t('matter.offers.monthsN', { n: said.horizonMonths }) })
        }
        fault={faultOf('/product/horizonMonths')}
        inputMode="numeric"
        value={wish.horizonMonths}
        onType={(horizonMonths) => onChange({ horizonMonths })}
      />
      <Field label={t('drafting.fields.liquidity')} fault={faultOf('/product/liquidity')}>
        {(ids) => (
          <select
            {...ids}
            value={wish.liquidity}
            onChange={(event) => onChange({ liquidity: event.target.value as Wish['liquidity'] })}
          >
            <option value="">
              {said.liquidity
                ? t('drafting.fields.asSaid', { what: term('liquidity', said.liquidity) })
                : saysNothing}
            </option>
            {liquidities.map((value) => (
              <option key={value} value={value}>
                {term('liquidity', value)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}

function MissedField({ scenarios, wish, onChange, faultOf }: Props) {
  const { t, money, date } = useWords()
  return (
    <Field label={t('drafting.fields.about')} fault={faultOf('/missed')}>
      {(ids) => (
        <select {...ids} value={wish.missed} onChange={(event) => onChange({ missed: event.target.value })}>
          <option value="">{t('drafting.fields.visit')}</option>
          {scenarios.due.map((one) => (
            <option key={one.date} value={one.date}>
              {t('drafting.fields.missed', { date: date(one.date), amount: money(one.amount) })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function PlanField({ matter, wish, onChange, faultOf }: Props) {
  const { t } = useWords()
  const { plan } = useOfferTerms()
  const plans = (matter.offerSet?.offers ?? []).map((offer, index) => ({ offer, n: index + 1 }))
  const open = plans.filter(({ offer }) => offer.state === 'proposed')
  if (open.length < 2) return null
  return (
    <Field label={t('drafting.fields.plan')} fault={faultOf('/offerId')}>
      {(ids) => (
        <select
          {...ids}
          value={wish.offerId || open[0]!.offer.id}
          onChange={(event) => onChange({ offerId: event.target.value })}
        >
          {open.map(({ offer, n }) => (
            <option key={offer.id} value={offer.id}>
              {t('drafting.fields.planN', {
                n,
                plan: plan({
                  shape: offer.shape,
                  months: offer.months,
                  instalment: largestInstalment(offer),
                  downPayment: downPaymentOf(offer)?.amount ?? 0,
                  waived: waivedTotal(offer),
                }),
              })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
