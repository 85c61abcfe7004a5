import type { ReactNode } from 'react'
import type { PolicyVersion } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

/** Where a version comes from, whom it is for, and who brought it through. */
export function VersionFacts({ policy }: { policy: PolicyVersion }) {
  const { t, term, stamp } = useWords()
  const { document: paper, version } = policy
  const { publishedBy, publishedAt, withdrawnBy, withdrawnAt } = version
  const products = version.products.map((product) => term('policyProduct', product)).join(' · ')
  const signed = (by: string | null, at: string | null) => at && [by, stamp(at)].filter(Boolean).join(' · ')
  return (
    <details className="version-facts">
      <summary>{t('policies.fact.legend')}</summary>
      <dl>
        <Fact label={t('policies.fact.id')}>
          <span className="mono">{paper.id}</span>
        </Fact>
        <Fact label={t('policies.fact.products')}>{products || t('policies.fact.allProducts')}</Fact>
        <Fact label={t('policies.fact.jurisdiction')}>{version.jurisdiction}</Fact>
        <Fact label={t('policies.fact.source')}>{version.source}</Fact>
        <Fact label={t('policies.fact.file')}>{version.file && <Original policy={policy} />}</Fact>
        <Fact label={t('policies.fact.recorded')}>{stamp(version.recordedAt)}</Fact>
        <Fact label={t('policies.fact.submittedBy')}>{version.submittedBy}</Fact>
        <Fact label={t('policies.fact.publishedBy')}>{signed(publishedBy, publishedAt)}</Fact>
        <Fact label={t('policies.fact.withdrawnBy')}>{signed(withdrawnBy, withdrawnAt)}</Fact>
      </dl>
    </details>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Original({ policy: { document: paper, version, why } }: { policy: PolicyVersion }) {
  const { file } = version
  if (!file) return null
  const address = `/api/staff/policies/${encodeURIComponent(paper.id)}/versions/${version.version}/file`
  return (
    <>
      {why === 'not_keeper' ? file.name : <a href={address}>{file.name}</a>}
      {file.handedInBy && ` · ${file.handedInBy}`}
    </>
  )
}
