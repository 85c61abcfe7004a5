import { readdirSync, readFileSync } from 'node:fs'
import { type Intent, intents, type Signal, signals } from '../src/features/cases/model.ts'

/** A labelled message. `intents` is absent where only its signals were judged. */
export type ReadExample = { text: string; batch: string; intents?: Intent[]; signals: Signal[] }

const folder = new URL('./datasets/read-examples/', import.meta.url)

/**
 * The labelled examples, one batch a file. A heading `# intents | signals` labels the lines below it: `-` is none,
 * `?` not judged; `@signal` at the end of a line adds to that line.
 */
export function readExamples(): ReadExample[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseBatch(name, readFileSync(new URL(name, folder), 'utf8')))
}

/** One batch. Throws with file and line on a label that is not in the vocabulary or a line before any heading. */
export function parseBatch(name: string, source: string): ReadExample[] {
  const batch = name.replace(/\.txt$/, '')
  const examples: ReadExample[] = []
  let labels: Pick<ReadExample, 'intents' | 'signals'> | undefined
  source.split('\n').forEach((line, i) => {
    const place = `${name}:${i + 1}`
    if (line.startsWith('# ')) labels = readHeading(line.slice(2), place)
    else if (line.trim() !== '') {
      if (!labels) throw new Error(`${place}: an example before any heading`)
      const [text, ...added] = line.split(' @')
      const more = added.map((word) => known(signals, word.trim(), place))
      examples.push({ text: text!.trim(), batch, ...labels, signals: [...labels.signals, ...more] })
    }
  })
  return examples
}

function readHeading(heading: string, place: string): Pick<ReadExample, 'intents' | 'signals'> {
  const [left, right] = heading.split('|').map((part) => part.trim())
  if (!left || !right) throw new Error(`${place}: a heading is "# intents | signals"`)
  const words = (part: string) => (part === '-' ? [] : part.split(/\s+/))
  const said = words(right).map((word) => known(signals, word, place))
  return left === '?'
    ? { signals: said }
    : { intents: words(left).map((word) => known(intents, word, place)), signals: said }
}

function known<T extends string>(vocabulary: readonly T[], word: string, place: string): T {
  const found = vocabulary.find((one) => one === word)
  if (!found) throw new Error(`${place}: ${word} is not in the vocabulary`)
  return found
}

/** Every labelled message the classifier learns from: the batches, the development set and what another hand wrote. */
export function labelledMessages(): ReadExample[] {
  return [
    ...readExamples(),
    ...readLabelled('read-dev.jsonl', 'dev'),
    ...readLabelled('read-second-hand-a.jsonl', 'second-hand-a'),
    ...readLabelled('read-third-a.jsonl', 'third-a'),
    ...readLabelled('read-third-b.jsonl', 'third-b'),
  ]
}

function readLabelled(file: string, batch: string): ReadExample[] {
  const lines = readFileSync(new URL(`./datasets/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line): ReadExample => {
    const { text, expected } = JSON.parse(line) as { text: string; expected: Required<ReadExample> }
    const judged = expected.intents.length > 0 ? { intents: expected.intents } : {}
    return { text, batch, ...judged, signals: expected.signals }
  })
}
