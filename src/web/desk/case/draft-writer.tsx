import type { Draft } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

/** Who wrote a draft, why it was not a model where one was asked, and what its calls used. */
export function DraftWriter({ draft }: { draft: Draft }) {
  const { t, term, knows, count, money } = useWords()
  const { fault, use } = draft
  const why =
    fault &&
    (knows('fault', fault) || !knows('guard', fault)
      ? term('fault', fault)
      : t('drafting.byGuard', { guard: term('guard', fault) }))
  return (
    <>
      {why && <p className="writer-fault">{t('drafting.instead', { why })}</p>}
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

/** The writer in a word or two: the model by its name. */
export function useWriterName(): (draft: Draft) => string {
  const { term } = useWords()
  return ({ writer, model }) =>
    writer === 'model' && model ? `${term('writer', writer)} · ${model}` : term('writer', writer)
}
