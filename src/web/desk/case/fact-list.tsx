import type { CaseView } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { usePointing } from './pointing.ts'

type Fact = CaseView['facts'][number]

/** The facts gathered so far, each with the grade of its evidence and the message it came from. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const { t, term } = useWords()
  const { pointAtMessage } = usePointing()
  const say = useFactValue()
  if (facts.length === 0) return null
  return (
    <details className="facts">
      <summary>
        {t('matter.analysis.facts')} <span className="count">{facts.length}</span>
      </summary>
      <table className="grid">
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.id}>
              <th scope="row">{fact.label}</th>
              <td>{say(fact)}</td>
              <td className="soft">
                {fact.messageId ? (
                  <button
                    type="button"
                    className="link"
                    title={t('matter.analysis.showMessage')}
                    onClick={() => pointAtMessage(fact.messageId ?? '', '')}
                  >
                    {term('grade', fact.grade)}
                  </button>
                ) : (
                  term('grade', fact.grade)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function useFactValue() {
  const { t, money, date, count, percent } = useWords()
  return (fact: Fact): string => {
    if (fact.unit === 'date') return date(String(fact.value))
    if (typeof fact.value === 'string' || fact.unit === 'text') return String(fact.value)
    if (fact.unit === 'minor') return money(fact.value)
    if (fact.unit === 'bp') return percent(fact.value)
    if (fact.unit === 'months') return t('matter.offers.monthsN', { n: fact.value })
    return count(fact.value)
  }
}
