import type { OfferSet } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { useOfferTerms } from './offer-terms.ts'

type Props = { history: OfferSet['talk']['history'] }

/** Who gave what for what on this debt, in whichever case it was; values are the bank's own. */
export function OfferHistory({ history }: Props) {
  const { t, term, money, moment } = useWords()
  const say = useOfferTerms()
  if (history.length === 0) return null
  return (
    <details className="offer-history">
      <summary>
        {t('offerTalk.history')} <span className="count">{history.length}</span>
      </summary>
      <ol>
        {history.map((exchange) => (
          <li key={exchange.offerId}>
            <p>
              <time dateTime={exchange.at}>{moment(exchange.at)}</time>{' '}
              <span className="tag">{term('offerState', exchange.state)}</span>{' '}
              {exchange.warnings.map((warning) => (
                <span key={warning} className="tag warn">
                  {term('concession', warning)}
                </span>
              ))}
            </p>
            <dl>
              {exchange.asked && (
                <>
                  <dt>{t('offerTalk.asked')}</dt>
                  <dd>{say.asked(exchange.asked)}</dd>
                </>
              )}
              <dt>{t('offerTalk.customerGave')}</dt>
              <dd>{exchange.received ? term('gift', exchange.received) : t('offerTalk.nothing')}</dd>
              <dt>{t('offerTalk.bankGave')}</dt>
              <dd>{say.plan(exchange)}</dd>
              {exchange.valueChange !== null && (
                <>
                  <dt>{t('offerTalk.change')}</dt>
                  <dd title={t('matter.offers.pvNote')}>{money(exchange.valueChange)}</dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ol>
    </details>
  )
}
