import { find, type Mark } from '../../ui/marks.ts'
import type { Message } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { AgreementPdfs } from './agreement-pdfs.tsx'
import { RichText, type TextMark } from './rich-text.tsx'

type Props = { message: Message; quote: string | null }

/** One message. Who wrote it, a machine or a person, can be told from its shape, its words and its label. */
export function MessageRow({ message, quote }: Props) {
  const { t, term, money, moment } = useWords()
  const isNotice = message.kind === 'notice' || message.notice !== null
  const voice = isNotice ? 'notice' : message.from
  const marks: Mark<TextMark>[] = quote
    ? find(message.text, [{ word: quote, of: { kind: 'quote' as const } }])
    : []
  const body = <RichText text={message.text} sources={message.sources} marks={marks} />

  if (isNotice) {
    return (
      <li className="message notice" data-message={message.id}>
        <div className="message-text">{body}</div>
        <time dateTime={message.createdAt}>{moment(message.createdAt)}</time>
      </li>
    )
  }
  return (
    <li className={`message ${voice} ${quote !== null ? 'pointed' : ''}`} data-message={message.id}>
      <div className="message-head">
        <b>{speaker(message, t)}</b>
        {message.from === 'assistant' && <span className="tag ai">{t('matter.ai')}</span>}
        {message.from === 'agent' && message.author && <span>{term('role', message.author.role)}</span>}
        {message.from === 'agent' && message.aiWritten && (
          <span className="tag ai">{t('matter.aiDrafted')}</span>
        )}
        {message.kind !== 'inbound' &&
          message.kind !== 'assistant_answer' &&
          message.kind !== 'staff_reply' && (
            <span className="tag brand">{term('messageKind', message.kind)}</span>
          )}
        <time dateTime={message.createdAt}>{moment(message.createdAt)}</time>
      </div>
      <div className="message-text">{body}</div>
      {message.offer && (
        <div className="message-card">
          <b>
            {term('shape', message.offer.shape)} · {t('matter.offers.monthsN', { n: message.offer.months })}
          </b>
          <span>
            {t('matter.offers.instalment')} {money(message.offer.instalment)}
          </span>
          <span>
            {t('matter.offers.total')} {money(message.offer.total)}
          </span>
          <span className="tag brand">{term('offerState', message.offer.state)}</span>
        </div>
      )}
      {message.agreement && (
        <div className="message-card">
          <b>{t('matter.agreementNo', { number: message.agreement.number })}</b>
          <span className="tag brand">{term('agreementState', message.agreement.state)}</span>
          <AgreementPdfs id={message.agreement.id} />
        </div>
      )}
      {message.feedback !== null && (
        <small className="feedback">{t(message.feedback ? 'matter.helpful' : 'matter.unhelpful')}</small>
      )}
    </li>
  )
}

function speaker(message: Message, t: ReturnType<typeof useWords>['t']): string {
  if (message.author) return message.author.name
  if (message.from === 'customer') return t('matter.byCustomer')
  if (message.from === 'assistant') return t('matter.byAssistant')
  return t('matter.byBank')
}
