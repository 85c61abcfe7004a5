import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { request } from '../../api.ts'
import { useWrite } from '../frame/use-write.ts'
import { policyVersionQuery } from '../reads.ts'
import type { PolicyDocument } from '../shapes.ts'
import { bankZone, useWords } from '../words/use-words.ts'
import type { Ingest } from './policy-reads.ts'
import { ProductPicker } from './product-picker.tsx'
import { RefusalNote } from './refusal-note.tsx'

const accepted = '.pdf,.docx,.md,.txt,.html,.htm,.csv,.pptx'
const largest = 50 * 1024 * 1024

type Facts = {
  id: string
  title: string
  lang: 'zh' | 'en'
  audience: 'public' | 'internal'
  version: string
  effective_from: string
  effective_to: string
  jurisdiction: string
  products: string[]
  owner: string
  sources: string
}

/** The file with its facts; for a further version of a document they begin with those of the last one. */
export function UploadForm({ document }: { document: PolicyDocument | undefined }) {
  const last = document?.versions.at(-1)
  const { data } = useQuery({
    ...policyVersionQuery(document?.id ?? '', last?.version ?? 0),
    enabled: document !== undefined,
  })
  const { locale, now } = useWords()
  if (document && !data) return null
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: bankZone }).format(now)
  const lang = document ? document.lang : locale === 'en' ? 'en' : 'zh-Hans'
  const start: Facts = {
    id: document?.id ?? '',
    title: document?.title ?? '',
    lang: lang === 'en' ? 'en' : 'zh',
    audience: data?.version.audience ?? 'internal',
    version: String((last?.version ?? 0) + 1),
    effective_from: today,
    effective_to: '',
    jurisdiction: data?.version.jurisdiction ?? 'CN',
    products: data?.version.products ?? [],
    owner: document?.owner ?? '',
    sources: data?.version.source ?? '',
  }
  return <Fields start={start} />
}

function Fields({ start }: { start: Facts }) {
  const { t, term } = useWords()
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [told, setTold] = useState(false)
  const [facts, setFacts] = useState(start)
  const [key, setKey] = useState(() => crypto.randomUUID())
  const set = (more: Partial<Facts>) => {
    setFacts({ ...facts, ...more })
    setKey(crypto.randomUUID())
  }
  const fileId = useId()
  const upload = useWrite(async () => {
    const form = new FormData()
    form.set('file', file!)
    if (!told) form.set('facts', JSON.stringify(toSend(facts)))
    return request<Ingest>('/api/staff/policies/ingests', {
      method: 'POST',
      body: form,
      headers: { 'idempotency-key': key },
    })
  }, [['policy-ingests']])
  const tellsItself = /\.(md|txt)$/i.test(file?.name ?? '')
  const tooLarge = (file?.size ?? 0) > largest
  return (
    <form
      className="upload-form"
      onSubmit={(event) => {
        event.preventDefault()
        upload.mutate(undefined, {
          onSuccess: () => {
            setKey(crypto.randomUUID())
            void client.invalidateQueries({ queryKey: ['policy-ingests'] })
          },
        })
      }}
    >
      <div className="wide">
        <label htmlFor={fileId}>{t('policies.upload.file')}</label>
        <input
          id={fileId}
          type="file"
          required
          accept={accepted}
          aria-describedby={`${fileId}-hint`}
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null)
            setKey(crypto.randomUUID())
            setTold(false)
          }}
        />
        <small id={`${fileId}-hint`} className="soft">
          {t('policies.upload.formats')}
        </small>
        {tooLarge && <small className="bad">{t('policies.upload.tooLarge')}</small>}
      </div>
      {tellsItself && (
        <label className="wide check">
          <input type="checkbox" checked={told} onChange={(event) => setTold(event.target.checked)} />
          {t('policies.upload.frontMatter')}
        </label>
      )}
      {!told && (
        <>
          <Field label={t('policies.fact.title')} wide>
            {(id) => (
              <input
                id={id}
                className="field"
                required
                maxLength={200}
                value={facts.title}
                onChange={(event) => set({ title: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('policies.fact.id')} hint={t('policies.fact.idHint')}>
            {(id) => (
              <input
                id={id}
                className="field mono"
                required
                maxLength={80}
                pattern="[a-z0-9]+(-[a-z0-9]+)*"
                title={t('policies.fact.idHint')}
                value={facts.id}
                onChange={(event) => set({ id: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('policies.version')}>
            {(id) => (
              <input
                id={id}
                className="field"
                type="number"
                min={1}
                required
                value={facts.version}
                onChange={(event) => set({ version: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('policies.language')}>
            {(id) => (
              <select
                id={id}
                className="field"
                value={facts.lang}
                onChange={(event) => set({ lang: event.target.value as Facts['lang'] })}
              >
                <option value="zh">{term('language', 'zh-Hans')}</option>
                <option value="en">{term('language', 'en')}</option>
              </select>
            )}
          </Field>
          <Field label={t('policies.audience')}>
            {(id) => (
              <select
                id={id}
                className="field"
                value={facts.audience}
                onChange={(event) => set({ audience: event.target.value as Facts['audience'] })}
              >
                <option value="internal">{term('audience', 'internal')}</option>
                <option value="public">{term('audience', 'public')}</option>
              </select>
            )}
          </Field>
          <Field label={t('policies.fact.from')}>
            {(id) => (
              <input
                id={id}
                type="date"
                className="field"
                required
                value={facts.effective_from}
                onChange={(event) => set({ effective_from: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('policies.fact.to')} hint={t('policies.fact.toHint')}>
            {(id) => (
              <input
                id={id}
                type="date"
                className="field"
                min={facts.effective_from}
                value={facts.effective_to}
                onChange={(event) => set({ effective_to: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('policies.owner')}>
            {(id) => (
              <input
                id={id}
                className="field"
                required
                maxLength={200}
                value={facts.owner}
                onChange={(event) => set({ owner: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('policies.fact.jurisdiction')}>
            {(id) => (
              <input
                id={id}
                className="field"
                required
                maxLength={40}
                value={facts.jurisdiction}
                onChange={(event) => set({ jurisdiction: event.target.value })}
              />
            )}
          </Field>
          <div className="wide">
            <ProductPicker value={facts.products} onChange={(products) => set({ products })} />
          </div>
          <Field label={t('policies.fact.source')} hint={t('policies.fact.sourceHint')} wide>
            {(id) => (
              <textarea
                id={id}
                className="writing short"
                maxLength={2000}
                value={facts.sources}
                onChange={(event) => set({ sources: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
      <div className="wide">
        <RefusalNote error={upload.error} />
        <Button type="primary" htmlType="submit" disabled={!file || tooLarge} loading={upload.isPending}>
          {t('policies.upload.send')}
        </Button>
      </div>
    </form>
  )
}

type FieldProps = { label: string; hint?: string; wide?: boolean; children: (id: string) => ReactNode }

function Field({ label, hint, wide, children }: FieldProps) {
  const id = useId()
  return (
    <div className={wide ? 'wide' : undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <small className="soft">{hint}</small>}
    </div>
  )
}

function toSend({ version, effective_to, sources, ...facts }: Facts): object {
  return {
    ...facts,
    version: Number(version),
    effective_to: effective_to || null,
    sources: sources
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  }
}
