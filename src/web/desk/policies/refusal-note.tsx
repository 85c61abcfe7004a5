import { Alert } from 'antd'
import { ApiProblem } from '../../api.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { useWords } from '../words/use-words.ts'

/** Facts by the names the server gives them, for a refusal that points at one. */
const fields: Record<string, string> = {
  '/id': 'id',
  '/title': 'title',
  '/lang': 'lang',
  '/audience': 'audience',
  '/version': 'version',
  '/effective_from': 'from',
  '/effective_to': 'to',
  '/effectiveFrom': 'from',
  '/effectiveTo': 'to',
  '/owner': 'owner',
  '/jurisdiction': 'jurisdiction',
  '/products': 'products',
  '/sources': 'source',
  '/source': 'source',
}

/** Why a document or its facts were refused, in words the person can act on. */
export function RefusalNote({ error, onRefetch }: { error: unknown; onRefetch?: () => void }) {
  const { knows } = useWords()
  if (!(error instanceof ApiProblem)) return <ProblemNote error={error} />
  const { code, field, detail } = error.body
  const known = knows('ingestReason', code) || field !== undefined
  if (!known) return <ProblemNote error={error} {...(onRefetch ? { onRefetch } : {})} />
  return (
    <Alert
      className="problem"
      type="error"
      title={<Reason reason={code} field={field ?? null} message={detail ?? null} />}
    />
  )
}

type Props = { reason: string; field: string | null; message: string | null }

/** The reason in the reader's language; for an English reader with what the server says of this very file. */
export function Reason({ reason, field, message }: Props) {
  const { t, term, knows, locale } = useWords()
  const name = field ? fields[field.split('/').slice(0, 2).join('/')] : undefined
  if (field)
    return (
      <>
        {t('policies.upload.factAtFault', { field: name ? term('policyFact', name) : field })}
        {locale === 'en' && message ? ` (${message})` : ''}
      </>
    )
  return <>{knows('ingestReason', reason) ? term('ingestReason', reason) : (message ?? reason)}</>
}
