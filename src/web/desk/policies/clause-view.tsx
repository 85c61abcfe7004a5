import type { PolicyVersion } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { ClauseUses } from './clause-uses.tsx'
import type { ClauseUse } from './policy-reads.ts'

type Clause = PolicyVersion['clauses'][number]
type Props = { clause: Clause; lang: string; sought: boolean; use: ClauseUse | undefined }

/** A clause as it was cut: where it stands, what to look at, what will change and what leans on it. */
export function ClauseView({ clause, lang, sought, use }: Props) {
  const { t, date } = useWords()
  const rows = clause.isTable ? readRows(clause.body) : null
  return (
    <section id={clause.id} className={sought ? 'clause sought' : 'clause'}>
      <h2 lang={lang}>
        <span className="soft">{clause.number}</span> {clause.heading}
      </h2>
      {clause.path.length > 1 && (
        <small className="soft clause-path" lang={lang}>
          {clause.path.slice(1).join(' › ')}
        </small>
      )}
      <div className="clause-body">
        <div lang={lang}>
          {rows ? <ClauseTable rows={rows} label={clause.heading} /> : <p>{clause.body}</p>}
        </div>
        <aside>
          {clause.page !== null && <span className="soft">{t('policies.page', { n: clause.page })}</span>}
          {clause.checkByEye && (
            <p className="tag warn eye-note" title={t('policies.checkByEyeNote')}>
              {t('policies.checkByEye')}
            </p>
          )}
          {clause.ahead && (
            <span className="tag warn">
              {t(clause.ahead.what === 'changes' ? 'policies.ahead.changes' : 'policies.ahead.ends', {
                date: date(clause.ahead.on),
              })}
            </span>
          )}
          {use && <ClauseUses use={use} />}
        </aside>
      </div>
    </section>
  )
}

/** The cells of a table kept as Markdown rows; null for what is no such table. */
function readRows(body: string): string[][] | null {
  const lines = body.split('\n').filter((line) => line.trim())
  if (lines.length < 2 || !lines.every((line) => line.trim().startsWith('|'))) return null
  const cells = (line: string) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim())
  return lines.filter((line) => !/^[\s|:-]+$/.test(line)).map(cells)
}

function ClauseTable({ rows, label }: { rows: string[][]; label: string }) {
  const [head = [], ...body] = rows
  // A table has no keys of its own; a clause never changes while it is shown.
  const keyed = <T,>(items: T[]) => items.map((item, n) => ({ item, key: String(n) }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={label}>
      <table className="grid rows clause-table">
        <thead>
          <tr>
            {keyed(head).map(({ item, key }) => (
              <th key={key} scope="col">
                {item}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(body).map((row) => (
            <tr key={row.key}>
              {keyed(row.item).map(({ item, key }) => (
                <td key={key}>{item}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
