import type { QueueItem } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

type Signal = QueueItem['signals'][number]

/** How loudly a signal is shown. What it forces is the server's to say; this is only its colour. */
const loud: readonly Signal[] = [
  'self_harm',
  'capacity_doubt',
  'bereavement',
  'claims_fraud',
  'disputes_debt',
  'third_party_present',
]
const plain: readonly Signal[] = ['wants_person', 'elderly']

export function SignalTag({ signal, cleared }: { signal: Signal; cleared?: boolean }) {
  const { term } = useWords()
  const tone = cleared ? 'cleared' : loud.includes(signal) ? 'danger' : plain.includes(signal) ? '' : 'warn'
  return <span className={`tag ${tone}`}>{term('signal', signal)}</span>
}
