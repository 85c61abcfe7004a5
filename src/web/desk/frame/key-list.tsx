import { Checkbox } from 'antd'
import { setPreference, usePreferences } from '../preferences.ts'
import { useWords } from '../words/use-words.ts'
import { Dialog } from './dialog.tsx'

const rows = [
  ['J', 'next'],
  ['K', 'previous'],
  ['G', 'generate'],
  ['A', 'approve'],
  ['E', 'edit'],
  ['R', 'return'],
  ['1 2 3', 'offer'],
  ['S', 'sources'],
  ['Ctrl K', 'palette'],
  ['?', 'help'],
] as const

export function KeyList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords()
  const { keys } = usePreferences()
  return (
    <Dialog open={open} title={t('frame.keys.title')} onClose={onClose}>
      <dl className="keys">
        {rows.map(([key, name]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((part) => (
                <kbd key={part}>{part}</kbd>
              ))}
            </dt>
            <dd>{t(`frame.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox checked={keys} onChange={(event) => setPreference('keys', event.target.checked)}>
        {t('frame.keys.enabled')}
      </Checkbox>
    </Dialog>
  )
}
