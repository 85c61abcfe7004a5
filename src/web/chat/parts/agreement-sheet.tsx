/** @jsxImportSource preact */
import { useId, useState } from 'preact/hooks'
import { useRoom } from '../context.ts'
import { moment } from '../format.ts'
import type { AgreementView, Language } from '../shapes.ts'
import { useRead } from '../use-read.ts'
import { useWrite } from '../use-write.ts'
import { AgreementChange } from './agreement-change.tsx'
import { FollowUps } from './follow-ups.tsx'
import { PdfLinks } from './pdf-links.tsx'
import { Sheet, Trouble } from './sheet.tsx'
import { WrittenSections } from './written-sections.tsx'

/** The agreement as a page: its text in both languages, its PDFs, and the customer's consent. */
export function AgreementSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { chat, state, words, language, open, announce } = useRoom()
  const [text, setText] = useState<Language>(state.conversation?.language ?? language)
  const [agrees, setAgrees] = useState(false)
  const [changing, setChanging] = useState(false)
  const box = useId()
  const again = () => open({ kind: 'agreement', id })
  const asksIdentity = (trouble: { kind: string; code?: string }) => {
    if (trouble.code !== 'verification_required') return false
    open({ kind: 'verify', next: again })
    return true
  }
  const { value: view, setValue, problem, retry } = useRead(() => chat.api.agreement(id), id, asksIdentity)
  const confirming = useWrite((key) => chat.api.confirmAgreement(key, id, text), asksIdentity)

  async function confirm(): Promise<void> {
    if (!state.conversation?.verified) return open({ kind: 'verify', next: again })
    const confirmed = await confirming.run()
    if (!confirmed) return
    setValue(confirmed)
    chat.putAgreement(confirmed)
    chat.refresh()
    announce(words.agreementConfirmedAt(moment(language, confirmed.confirmedAt ?? '')))
  }

  if (changing && view) return <AgreementChange view={view} onClose={onClose} />
  const waiting = view?.state === 'delivered'
  return (
    <Sheet
      page
      title={words.agreement}
      onClose={onClose}
      foot={
        view && (
          <div class="consent">
            {waiting && (
              <>
                <label class="consent-line" for={box}>
                  <input
                    id={box}
                    type="checkbox"
                    checked={agrees}
                    onChange={(event) => setAgrees(event.currentTarget.checked)}
                  />
                  <span lang={text}>{view.consent[text]}</span>
                </label>
                <Trouble text={confirming.problem} />
              </>
            )}
            {view.confirmedAt && (
              <p class="done-line">{words.agreementConfirmedAt(moment(language, view.confirmedAt))}</p>
            )}
            <div class="pair">
              <button type="button" class="plain" onClick={() => setChanging(true)}>
                {words.agreementChange}
              </button>
              {waiting && (
                <button type="button" class="primary" disabled={!agrees || confirming.busy} onClick={confirm}>
                  {words.agreementConfirm}
                </button>
              )}
            </div>
          </div>
        )
      }
    >
      {!view && !problem && <p class="quiet">{words.opening}</p>}
      {problem && (
        <div class="stack">
          <Trouble text={problem} />
          <button type="button" class="plain" onClick={retry}>
            {words.retry}
          </button>
        </div>
      )}
      {view && <AgreementText view={view} text={text} onText={setText} />}
    </Sheet>
  )
}

type TextProps = { view: AgreementView; text: Language; onText: (language: Language) => void }

function AgreementText({ view, text, onText }: TextProps) {
  const { words } = useRoom()
  return (
    <>
      <div class="agreement-top">
        <p class="quiet">{words.agreementNumber(view.number)}</p>
        {/* biome-ignore lint/a11y/useSemanticElements: two toggle buttons, not form fields */}
        <div class="switch" role="group" aria-label={words.agreementText}>
          {(['zh-Hans', 'en'] as const).map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={text === one}
              onClick={() => onText(one)}
            >
              {one === 'en' ? 'English' : '中文'}
            </button>
          ))}
        </div>
      </div>
      <WrittenSections sections={view.sections[text]} language={text} under={words.agreement} />
      <p class="quiet">{words.agreementGoverns}</p>
      <PdfLinks view={view} />
      <FollowUps items={view.followUps} />
    </>
  )
}
