/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { sayTrouble, useRoom } from '../context.ts'
import { troubleOf } from '../problem.ts'
import type { AgreementView, Language } from '../shapes.ts'
import { PaperIcon } from './icons.tsx'
import { Trouble } from './sheet.tsx'

/** The stored PDFs with their fingerprints. They need the bearer token, so they are fetched, then saved. */
export function PdfLinks({ view }: { view: AgreementView }) {
  const { chat, words, language } = useRoom()
  const [getting, setGetting] = useState<Language | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function save(text: Language): Promise<void> {
    setGetting(text)
    setProblem(null)
    try {
      const pdf = await chat.write(() => chat.api.agreementPdf(view.id, text))
      const link = document.createElement('a')
      link.href = URL.createObjectURL(pdf)
      link.download = `${view.number}-${text}.pdf`
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    } catch (error) {
      setProblem(sayTrouble(words, language, troubleOf(error)))
    } finally {
      setGetting(null)
    }
  }

  return (
    <div class="pdfs">
      {(['zh-Hans', 'en'] as const).map((text) => (
        <button key={text} type="button" class="plain" disabled={getting !== null} onClick={() => save(text)}>
          <PaperIcon size={20} />
          <span>
            {getting === text ? words.pdfGetting : words.pdf[text]}
            <small title={view.sha256[text]}>
              {words.fingerprint} {view.sha256[text].slice(0, 8)}
            </small>
          </span>
        </button>
      ))}
      <Trouble text={problem} />
    </div>
  )
}
