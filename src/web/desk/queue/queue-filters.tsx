import type { QueueItem } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { type Filter, inView, views } from './queue-filter.ts'

type Props = {
  items: readonly QueueItem[]
  shown: number
  filter: Filter
  me: string
  onChange: (filter: Filter) => void
}

export function QueueFilters({ items, shown, filter, me, onChange }: Props) {
  const { t, term } = useWords()
  return (
    <div className="queue-filters">
      <div className="queue-head">
        <h2>{t('queue.title')}</h2>
        <span className="count">{t('queue.of', { n: shown, all: items.length })}</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: these are toggles, a fieldset would add a frame and a legend */}
      <div className="chips" role="group" aria-label={t('queue.filters')}>
        {views.map((view) => {
          const n = items.filter((item) => inView(item, view, me)).length
          return (
            <button
              key={view}
              type="button"
              className="chip"
              aria-pressed={filter.view === view}
              onClick={() => onChange({ ...filter, view })}
            >
              {t(`queue.${view}`)}
              {view !== 'all' && n > 0 && <b>{n}</b>}
            </button>
          )
        })}
      </div>
      <div className="queue-find">
        <input
          type="search"
          className="field small"
          aria-label={t('queue.search')}
          placeholder={t('queue.search')}
          value={filter.name}
          onChange={(event) => onChange({ ...filter, name: event.target.value })}
        />
        <select
          className="field small"
          aria-label={t('queue.language')}
          value={filter.language}
          onChange={(event) => onChange({ ...filter, language: event.target.value as Filter['language'] })}
        >
          <option value="any">{t('queue.anyLanguage')}</option>
          <option value="zh-Hans">{term('language', 'zh-Hans')}</option>
          <option value="en">{term('language', 'en')}</option>
        </select>
      </div>
    </div>
  )
}
