import { ProblemNote } from '../frame/problem-note.tsx'
import type { CaseView } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import './debt-choice.css'
import type { CaseWrites } from './use-case-writes.ts'

type Props = { matter: CaseView; writes: CaseWrites }
type Debt = CaseView['debt']
type Choice = Debt['choices'][number]

/** Several debts of one customer: which one is planned, who said so, and a choice for whoever may make it. */
export function DebtChoice({ matter, writes }: Props) {
  const { t } = useWords()
  const { debt } = matter
  const { chooseDebt } = writes
  if (debt.choices.length === 0) return null
  const may = matter.allowed.includes('choose_debt')
  return (
    <fieldset className={`debts${debt.accountId ? '' : ' unclear'}`} disabled={!may || chooseDebt.isPending}>
      <legend>{t('debt.title')}</legend>
      {debt.accountId === null && <p>{t('debt.unclear')}</p>}
      {debt.choices.map((choice) => (
        <DebtRow
          key={choice.id}
          choice={choice}
          name={`debt-${matter.id}`}
          chosen={(chooseDebt.isPending ? chooseDebt.variables : debt.accountId) === choice.id}
          onChoose={() => chooseDebt.mutate(choice.id)}
        />
      ))}
      <Told debt={debt} />
      <ProblemNote error={chooseDebt.error} />
    </fieldset>
  )
}

type RowProps = { choice: Choice; name: string; chosen: boolean; onChoose: () => void }

function DebtRow({ choice, name, chosen, onChoose }: RowProps) {
  const { t, term, money } = useWords()
  const called = `${term('policyProduct', choice.product)} ${choice.maskedNumber}`
  return (
    <label className={chosen ? 'debt chosen' : 'debt'}>
      <input
        type="radio"
        name={name}
        checked={chosen}
        aria-label={t('debt.choose', { debt: called })}
        onChange={onChoose}
      />
      <span>
        <b>{term('policyProduct', choice.product)}</b> <span className="soft">{choice.maskedNumber}</span>
        <small>
          {t('debt.owed', { amount: money(choice.totalOwed) })} ·{' '}
          <span className={choice.daysPastDue > 0 ? 'late' : ''}>
            {choice.daysPastDue > 0 ? t('matter.pastDue', { n: choice.daysPastDue }) : t('matter.current')}
          </span>{' '}
          ·{' '}
          {choice.monthlyDue === null
            ? t('debt.monthlyUnknown')
            : t('debt.monthly', { amount: money(choice.monthlyDue) })}
        </small>
      </span>
    </label>
  )
}

function Told({ debt }: { debt: Debt }) {
  const { t, moment } = useWords()
  const { by, at, chosenBy, accountId } = debt
  if (accountId === null) return null
  const time = at ? moment(at) : ''
  return (
    <p className="quiet">
      {by === 'customer' && t('debt.customer', { time })}
      {by === 'staff' && t('debt.staff', { name: chosenBy ?? '—', time })}
      {by === 'offer' && t('debt.offer')} {t('debt.others')}
    </p>
  )
}

/** For which debt the plans shown were worked out, where there is more than one. */
export function PlansFor({ matter }: Pick<Props, 'matter'>) {
  const { t, term } = useWords()
  const { debt, offerSet } = matter
  if (debt.choices.length === 0 || !offerSet?.account) return null
  const { product, maskedNumber } = offerSet.account
  const called = `${term('policyProduct', product)} ${maskedNumber}`
  const chosen = debt.choices.find(({ id }) => id === debt.accountId)
  const same = chosen === undefined || chosen.maskedNumber === maskedNumber
  return (
    <p className={same ? 'quiet' : 'late'}>{t(same ? 'debt.plansFor' : 'debt.stale', { debt: called })}</p>
  )
}
