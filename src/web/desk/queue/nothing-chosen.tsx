import { useWords } from '../words/use-words.ts'

export function NothingChosen() {
  const { t } = useWords()
  return (
    <div className="nothing-chosen">
      <h1>{t('queue.pick')}</h1>
      <p>{t('queue.pickNote')}</p>
    </div>
  )
}
