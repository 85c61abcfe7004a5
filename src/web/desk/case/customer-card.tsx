import { Dialog } from '../frame/dialog.tsx'
import type { CaseView } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

type Props = { matter: CaseView; open: boolean; onClose: () => void }

/** The customer on one page: accounts as the bank's records have them, and what happened before. */
export function CustomerCard({ matter, open, onClose }: Props) {
  const { t, term, record, money, percent } = useWords()
  const { customer } = matter
  return (
    <Dialog
      open={open}
      title={`${customer.name} · ${customer.ref} · ${term('segment', customer.segment)}`}
      onClose={onClose}
      wide
    >
      <h3>{t('matter.accounts')}</h3>
      <div className="scroll-x">
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('matter.product')}</th>
              <th scope="col">{t('matter.owed')}</th>
              <th scope="col">{t('matter.principal')}</th>
              <th scope="col">{t('matter.interest')}</th>
              <th scope="col">{t('matter.fees')}</th>
              <th scope="col">{t('matter.defaultCharges')}</th>
              <th scope="col">{t('matter.rate')}</th>
            </tr>
          </thead>
          <tbody>
            {customer.accounts.map((account) => (
              <tr key={account.id}>
                <th scope="row">
                  {term('policyProduct', account.product)}{' '}
                  <span className="soft">{account.maskedNumber}</span>
                  <small className={account.daysPastDue > 0 ? 'late' : 'soft'}>
                    {account.daysPastDue > 0
                      ? t('matter.pastDue', { n: account.daysPastDue })
                      : t('matter.current')}
                  </small>
                </th>
                <td>
                  <b>{money(account.totalOwed, account.currency)}</b>
                </td>
                <td>{money(account.principal, account.currency)}</td>
                <td>{money(account.interest, account.currency)}</td>
                <td>{money(account.fees, account.currency)}</td>
                <td>{money(account.defaultCharges, account.currency)}</td>
                <td>{percent(account.annualRateBp)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('matter.history')}</h3>
      {customer.history.length === 0 && <p className="quiet">{t('matter.noHistory')}</p>}
      <ul className="history">
        {customer.history.map((event) => (
          <li key={`${event.at}${event.kind}${event.text}`}>
            <time>{event.at.slice(0, 10)}</time>
            <span>{record(event.text)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
