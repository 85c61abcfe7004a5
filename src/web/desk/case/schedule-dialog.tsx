import { Dialog } from '../frame/dialog.tsx'
import type { StaffOffer } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

type Props = { offer: StaffOffer | null; number: number; onClose: () => void }

/** Every payment of one offer, and what is waived, as the engine stated them. */
export function ScheduleDialog({ offer, number, onClose }: Props) {
  const { t, term, money, date } = useWords()
  const waived = offer
    ? ([
        ['fees', offer.waived.fees],
        ['defaultCharges', offer.waived.default_charges],
        ['interest', offer.waived.interest],
        ['principal', offer.waived.principal],
      ] as const)
    : []
  return (
    <Dialog open={offer !== null} title={t('matter.offers.scheduleOf', { n: number })} onClose={onClose} wide>
      {offer && (
        <>
          <p className="quiet">
            {term('shape', offer.shape)} · {t('matter.offers.monthsN', { n: offer.months })}
            {waived
              .filter(([, amount]) => amount > 0)
              .map(
                ([name, amount]) => ` · ${t('matter.offers.waived')} ${t(`matter.${name}`)} ${money(amount)}`,
              )}
          </p>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('matter.offers.date')}</th>
                <th scope="col">{t('matter.offers.amount')}</th>
                <th scope="col">{t('matter.principal')}</th>
                <th scope="col">{t('matter.interest')}</th>
              </tr>
            </thead>
            <tbody>
              {offer.schedule.map((row) => (
                <tr key={`${row.date}${row.amount}`}>
                  <th scope="row">{date(row.date)}</th>
                  <td>
                    <b>{money(row.amount)}</b>
                  </td>
                  <td>{money(row.principal)}</td>
                  <td>{money(row.interest)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('matter.offers.total')}</th>
                <td>
                  <b>{money(offer.total)}</b>
                </td>
                <td />
                <td />
              </tr>
            </tfoot>
          </table>
        </>
      )}
    </Dialog>
  )
}
