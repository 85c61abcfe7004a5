import { useQuery } from '@tanstack/react-query'
import { policiesQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'

type Props = { value: readonly string[]; onChange: (products: string[]) => void }

/** Products a policy speaks of: those the documents name already; none means all. */
export function ProductPicker({ value, onChange }: Props) {
  const { t, term } = useWords()
  const { data } = useQuery(policiesQuery)
  const known = new Set([
    ...(data?.documents ?? []).flatMap(({ versions }) => versions.flatMap(({ products }) => products)),
    ...value,
  ])
  return (
    <fieldset className="choices products">
      <legend>
        {t('policies.fact.products')} <small className="soft">{t('policies.fact.productsHint')}</small>
      </legend>
      {[...known].sort().map((product) => (
        <label key={product}>
          <input
            type="checkbox"
            checked={value.includes(product)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...value, product] : value.filter((other) => other !== product),
              )
            }
          />
          {term('policyProduct', product)}
        </label>
      ))}
    </fieldset>
  )
}
