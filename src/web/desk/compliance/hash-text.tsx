import { App } from 'antd'
import { useWords } from '../words/use-words.ts'

const shown = 10

/** A fingerprint: enough of it to tell two apart, all of it on a click. */
export function HashText({ hash, whole }: { hash: string; whole?: boolean }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(hash)
    void message.success(t('compliance.run.copied'))
  }
  return (
    <button
      type="button"
      className="hash"
      title={`${hash} · ${t('compliance.run.copy')}`}
      onClick={() => void copy().catch(() => undefined)}
    >
      {whole || hash.length <= shown + 2 ? hash : `${hash.slice(0, shown)}…`}
    </button>
  )
}
