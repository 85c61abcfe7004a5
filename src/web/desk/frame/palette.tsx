import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { useOpenItem } from '../queue/use-open-item.ts'
import { meQuery, queueQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'
import { Dialog } from './dialog.tsx'

type Goal = { key: string; label: string; note: string; go: () => void }
const longest = 9

/** Find and go: every customer of the queue and every page, by typing a part of the name. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords()
  return (
    <Dialog open={open} title={t('frame.palette.title')} onClose={onClose}>
      <Finder onClose={onClose} />
    </Dialog>
  )
}

function Finder({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const goals = useGoals().filter((goal) =>
    `${goal.label} ${goal.note}`.toLowerCase().includes(text.toLowerCase()),
  )
  const shown = goals.slice(0, longest)

  const choose = (goal: Goal | undefined) => {
    if (!goal) return
    onClose()
    goal.go()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') choose(shown[at])
    else return
    event.preventDefault()
  }

  return (
    <>
      <input
        className="field"
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-goals"
        aria-activedescendant={shown[at] && `goal-${at}`}
        aria-label={t('frame.palette.hint')}
        placeholder={t('frame.palette.hint')}
        value={text}
        onKeyDown={onKey}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
      />
      <div
        id="palette-goals"
        className="goals"
        role="listbox"
        aria-label={t('frame.palette.title')}
        tabIndex={-1}
      >
        {shown.map((goal, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field
          <div
            key={goal.key}
            id={`goal-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className="goal"
            onClick={() => choose(goal)}
          >
            <span>{goal.label}</span>
            <small>{goal.note}</small>
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="quiet">{t('frame.palette.none')}</p>}
    </>
  )
}

function useGoals(): Goal[] {
  const { t, term } = useWords()
  const navigate = useNavigate()
  const openItem = useOpenItem()
  const { data: me } = useQuery(meQuery)
  const has = (page: 'queue' | 'compliance' | 'policies') => me?.pages.includes(page) ?? false
  const { data: queue } = useQuery({ ...queueQuery, enabled: has('queue') })

  const people = (queue?.items ?? []).map((item) => ({
    key: item.conversationId,
    label: item.customerName,
    note: [item.stage && term('stage', item.stage), item.kind && term('kind', item.kind)]
      .filter(Boolean)
      .join(' · '),
    go: () => openItem(item),
  }))
  const page = (key: string, label: string, note: string, go: () => unknown): Goal => ({
    key,
    label,
    note,
    go: () => void go(),
  })
  return [
    ...people,
    ...(has('queue') ? [page('queue', t('frame.pages.queue'), '', () => navigate({ to: '/queue' }))] : []),
    ...(has('compliance')
      ? [
          page('runs', t('compliance.runs'), t('compliance.title'), () =>
            navigate({ to: '/compliance/runs' }),
          ),
          page('audit', t('compliance.audit'), t('compliance.title'), () =>
            navigate({ to: '/compliance/audit' }),
          ),
          page('stop', t('compliance.stop'), t('compliance.title'), () =>
            navigate({ to: '/compliance/stop-switch' }),
          ),
        ]
      : []),
    ...(has('policies')
      ? [
          page('policies', t('policies.list'), t('policies.title'), () => navigate({ to: '/policies' })),
          page('question', t('policies.try'), t('policies.title'), () =>
            navigate({ to: '/policies/question' }),
          ),
        ]
      : []),
  ]
}
