import type { Draft } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

/** What the calls for a draft used, and why it was not a model where one was asked. */
export function DraftWriter({ draft }: { draft: Draft }) {
  const { t, term, count, money } = useWords()
  const why = useFault()(draft)
  const { use } = draft
  return (
    <>
      {why && (
        <p className="writer-fault">
          {t('drafting.instead', { why })}
          {draft.next && <small>{term('nextStep', draft.next)}</small>}
        </p>
      )}
      {use && use.calls > 0 && (
        <p className="model-use">
          {use.calls === 1
            ? t('drafting.useOne', { tokens: count(use.tokens) })
            : t('drafting.use', { calls: use.calls, tokens: count(use.tokens) })}
          {use.cost !== null && ` · ${money(use.cost)}`}
        </p>
      )}
    </>
  )
}

/** Beside the words: who wrote them, the model by its name, and why it did not. */
export function WriterTag({ draft }: { draft: Draft }) {
  const name = useWriterName()(draft)
  const why = useFault()(draft)
  return <span className={why ? 'tag writer warn' : 'tag writer'}>{why ? `${name} · ${why}` : name}</span>
}

export function useWriterName(): (draft: Draft) => string {
  const { term } = useWords()
  return ({ writer, model }) =>
    writer === 'model' && model ? `${term('writer', writer)} · ${model}` : term('writer', writer)
}

/** Why the composer wrote what a model was to write, in words; null when nothing failed. */
function useFault(): (draft: Draft) => string | null {
  const { t, term, knows } = useWords()
  return ({ fault }) =>
    fault &&
    (knows('fault', fault) || !knows('guard', fault)
      ? term('fault', fault)
      : t('drafting.byGuard', { guard: term('guard', fault) }))
}
