import { useEffect, useRef } from 'react'
import type { CaseView } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { type ArrivingSentence, paragraphsOf } from './arriving.ts'

type Props = { sentences: readonly ArrivingSentence[]; language: CaseView['conversation']['language'] }

/** A draft as it is being written: greyed, to be read and nothing else. */
export function DraftArriving({ sentences, language }: Props) {
  const { t, locale } = useWords()
  const box = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest sentence is kept in view
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [sentences])
  return (
    <section
      ref={box}
      className="draft-text working"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={t('matter.draft.text')}
      aria-busy
      lang={language}
    >
      <div className="rich">
        {paragraphsOf(sentences, language).map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place, it grows and never moves
          <p key={index}>{paragraph}</p>
        ))}
      </div>
      <p className="working-note" lang={locale}>
        {t('drafting.arriving')}
      </p>
    </section>
  )
}
