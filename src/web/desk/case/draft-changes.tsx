import type { Draft } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { differingPart } from './differing-part.ts'

type Edited = NonNullable<Draft['edited']>
type Sentence = Edited['sentences'][number]
/** A run of untouched sentences, or one that went, came, or both. */
type Row = { same: number } | { removed?: string; added?: string }

/** What a person changed in the machine's words: gone struck through, new marked, the rest folded away. */
export function DraftChanges({ edited }: { edited: Edited }) {
  const { t, count } = useWords()
  const rows = rowsOf(edited.sentences)
  const n = rows.filter((row) => !('same' in row)).length
  return (
    <section className="changes" aria-label={t('drafting.changes')}>
      <h3>
        {t('drafting.changes')}
        <small>
          {n === 1
            ? t('drafting.changesOne', { distance: count(edited.distance) })
            : t('drafting.changesCount', { n: count(n), distance: count(edited.distance) })}
        </small>
      </h3>
      <ul>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are shown once for one version of the text
          <li key={index}>
            {'same' in row ? (
              <span className="quiet">
                {row.same === 1 ? t('drafting.keptOne') : t('drafting.kept', { n: row.same })}
              </span>
            ) : (
              <Change row={row} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Change({ row: { removed, added } }: { row: { removed?: string; added?: string } }) {
  const { t } = useWords()
  const part = removed !== undefined && added !== undefined ? differingPart(removed, added) : undefined
  return (
    <>
      {removed !== undefined && (
        <del>
          <span className="only-read">{t('drafting.removed')}</span>
          <Marked text={removed} part={part?.before} />
          <span className="only-read">{t('drafting.end')}</span>
        </del>
      )}
      {added !== undefined && (
        <ins>
          <span className="only-read">{t('drafting.added')}</span>
          <Marked text={added} part={part?.after} />
          <span className="only-read">{t('drafting.end')}</span>
        </ins>
      )}
    </>
  )
}

function Marked({ text, part }: { text: string; part: [number, number] | undefined }) {
  if (!part) return <span>{text}</span>
  return (
    <span>
      {text.slice(0, part[0])}
      {part[1] > part[0] && <b>{text.slice(...part)}</b>}
      {text.slice(part[1])}
    </span>
  )
}

/** Each sentence that went is put beside the one that came in its place. */
function rowsOf(sentences: readonly Sentence[]): Row[] {
  const rows: Row[] = []
  let gone: string[] = []
  const settle = () => {
    rows.push(...gone.map((removed) => ({ removed })))
    gone = []
  }
  for (const { kind, text } of sentences) {
    if (kind === 'removed') gone.push(text)
    else if (kind === 'added') {
      const removed = gone.shift()
      rows.push(removed === undefined ? { added: text } : { removed, added: text })
    } else {
      settle()
      const before = rows.at(-1)
      if (before && 'same' in before) before.same += 1
      else rows.push({ same: 1 })
    }
  }
  settle()
  return rows
}
