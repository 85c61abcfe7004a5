import { useState } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import type { Agreement, CaseView } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { AgreementPdfs } from './agreement-pdfs.tsx'
import { RailSection } from './rail-section.tsx'

/** What was agreed, as the customer has it, and what happens after. */
export function AgreementPanel({ matter }: { matter: CaseView }) {
  const { t, term, moment } = useWords()
  const [open, setOpen] = useState(false)
  const { agreement } = matter
  const followUps = matter.followUps.length > 0 ? matter.followUps : (agreement?.followUps ?? [])
  if (!agreement && followUps.length === 0) return null
  return (
    <RailSection
      name="agreement"
      title={t('matter.agreement.title')}
      side={agreement && <span className="tag brand">{term('agreementState', agreement.state)}</span>}
    >
      {agreement && (
        <div className="agreement">
          <p>
            <b>{t('matter.agreementNo', { number: agreement.number })}</b>
            {agreement.confirmedAt && (
              <span className="soft">
                {t('matter.agreement.confirmedAt', { time: moment(agreement.confirmedAt) })}
              </span>
            )}
          </p>
          <p>
            <button type="button" className="link" onClick={() => setOpen(true)}>
              {t('matter.agreement.read')}
            </button>
            <AgreementPdfs id={agreement.id} />
          </p>
        </div>
      )}
      {followUps.length > 0 && (
        <>
          <h3>{t('matter.agreement.followUps')}</h3>
          <ul className="follow-ups">
            {followUps.map((followUp) => (
              <li key={followUp.id} className={followUp.state}>
                <time dateTime={followUp.dueAt}>{moment(followUp.dueAt)}</time>
                <span>{term('followUpCode', followUp.code)}</span>
                <span className="tag">{term('followUpKind', followUp.kind)}</span>
                <span className="soft">{term('followUpState', followUp.state)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <AgreementText agreement={agreement} open={open} onClose={() => setOpen(false)} />
    </RailSection>
  )
}

type TextProps = { agreement: Agreement | null; open: boolean; onClose: () => void }

function AgreementText({ agreement, open, onClose }: TextProps) {
  const { t, locale } = useWords()
  if (!agreement) return null
  const language = locale === 'en' ? 'en' : 'zh-Hans'
  return (
    <Dialog open={open} title={t('matter.agreementNo', { number: agreement.number })} onClose={onClose} wide>
      <article className="letter" lang={language}>
        {agreement.sections[language].map((section) => (
          <section key={section.heading}>
            <h3>{section.heading}</h3>
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {section.table && (
              <table className="grid">
                {section.table.head.length > 0 && (
                  <thead>
                    <tr>
                      {section.table.head.map((cell) => (
                        <th key={cell} scope="col">
                          {cell}
                        </th>
                      ))}
                    </tr>
                  </thead>
                )}
                <tbody>
                  {section.table.rows.map((row) => (
                    <tr key={row.join()}>
                      {row.map((cell, index) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: cells of a fixed row
                        <td key={index}>{cell}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {section.parts?.map((part) => (
              <div key={part.heading} className="letter-part">
                <h4>{part.heading}</h4>
                {part.items.map((item) => (
                  <p key={item}>{item}</p>
                ))}
              </div>
            ))}
          </section>
        ))}
        <p>
          <b>{agreement.consent[language]}</b>
        </p>
        <p className="soft mono">
          {t('matter.agreement.hash')} {agreement.sha256[language]}
        </p>
      </article>
    </Dialog>
  )
}
