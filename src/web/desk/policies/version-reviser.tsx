import { Button } from 'antd'
import { useEffect, useId, useState } from 'react'
import { write } from '../../api.ts'
import { Dialog } from '../frame/dialog.tsx'
import { useWrite } from '../frame/use-write.ts'
import type { PolicyVersion } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { ProductPicker } from './product-picker.tsx'
import { RefusalNote } from './refusal-note.tsx'

type Props = { policy: PolicyVersion; open: boolean; onClose: () => void }

/** Dates, audience and the other facts of a draft; the words come only from a file. */
export function VersionReviser({ policy, open, onClose }: Props) {
  const { t, term } = useWords()
  const { document: paper, version } = policy
  const start = () => ({
    audience: version.audience,
    jurisdiction: version.jurisdiction,
    products: version.products,
    source: version.source,
    owner: version.owner,
    effectiveFrom: version.effectiveFrom,
    effectiveTo: version.effectiveTo,
  })
  const [facts, setFacts] = useState(start)
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened anew, it begins with what is on record
  useEffect(() => {
    if (open) setFacts(start())
  }, [open, version.revision])
  const save = useWrite(
    () =>
      write<PolicyVersion>(
        'PUT',
        `/api/staff/policies/${encodeURIComponent(paper.id)}/versions/${version.version}`,
        facts,
        version.revision,
      ),
    [['policies']],
  )
  const ids = [useId(), useId(), useId(), useId(), useId(), useId()] as const
  return (
    <Dialog open={open} title={t('policies.move.revise')} onClose={onClose} wide>
      <form
        className="upload-form"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(undefined, { onSuccess: onClose })
        }}
      >
        <div>
          <label htmlFor={ids[0]}>{t('policies.fact.from')}</label>
          <input
            id={ids[0]}
            type="date"
            className="field"
            required
            value={facts.effectiveFrom}
            onChange={(event) => setFacts({ ...facts, effectiveFrom: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor={ids[1]}>{t('policies.fact.to')}</label>
          <input
            id={ids[1]}
            type="date"
            className="field"
            value={facts.effectiveTo ?? ''}
            onChange={(event) => setFacts({ ...facts, effectiveTo: event.target.value || null })}
          />
          <small className="soft">{t('policies.fact.toHint')}</small>
        </div>
        <div>
          <label htmlFor={ids[2]}>{t('policies.audience')}</label>
          <select
            id={ids[2]}
            className="field"
            value={facts.audience}
            onChange={(event) =>
              setFacts({ ...facts, audience: event.target.value as 'public' | 'internal' })
            }
          >
            <option value="internal">{term('audience', 'internal')}</option>
            <option value="public">{term('audience', 'public')}</option>
          </select>
        </div>
        <div>
          <label htmlFor={ids[3]}>{t('policies.fact.jurisdiction')}</label>
          <input
            id={ids[3]}
            className="field"
            required
            maxLength={40}
            value={facts.jurisdiction}
            onChange={(event) => setFacts({ ...facts, jurisdiction: event.target.value })}
          />
        </div>
        <div className="wide">
          <label htmlFor={ids[4]}>{t('policies.owner')}</label>
          <input
            id={ids[4]}
            className="field"
            required
            maxLength={200}
            value={facts.owner}
            onChange={(event) => setFacts({ ...facts, owner: event.target.value })}
          />
        </div>
        <div className="wide">
          <ProductPicker value={facts.products} onChange={(products) => setFacts({ ...facts, products })} />
        </div>
        <div className="wide">
          <label htmlFor={ids[5]}>{t('policies.fact.source')}</label>
          <textarea
            id={ids[5]}
            className="writing short"
            maxLength={2000}
            value={facts.source}
            onChange={(event) => setFacts({ ...facts, source: event.target.value })}
          />
        </div>
        <div className="wide">
          <RefusalNote error={save.error} onRefetch={onClose} />
          <div className="deeds">
            <span className="grow" />
            <Button onClick={onClose}>{t('frame.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t('policies.move.save')}
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  )
}
