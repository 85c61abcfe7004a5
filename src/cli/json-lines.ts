import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { Usage } from './command.ts'

type Line = { id: string } & Record<string, unknown>

/**
 * Answers JSON Lines one by one in order. A line that is not JSON or has no `id` gives `{line, error}`, the
 * rest go on, and the exit code at the end is 2.
 */
export async function answerLines(
  file: string | undefined,
  answer: (line: Line) => unknown,
): Promise<number> {
  if (!file) throw new Usage('--file FILE (or - for standard input) is needed')
  const input =
    file === '-' ? await text(process.stdin) : await readFile(file, 'utf8').catch(cannotRead(file))
  let bad = 0
  for (const [index, raw] of input.split(/\r?\n/).entries()) {
    if (raw.trim() === '') continue
    const line = parse(raw)
    if (typeof line === 'string') {
      bad += 1
      print({ line: index + 1, error: line })
    } else {
      print(await answer(line))
    }
  }
  return bad > 0 ? 2 : 0
}

function cannotRead(file: string) {
  return (error: Error): never => {
    throw new Usage(`cannot read ${file}: ${error.message}`)
  }
}

function parse(raw: string): Line | string {
  try {
    const value: unknown = JSON.parse(raw.replace(/^\uFEFF/, ''))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not a JSON object'
    const { id } = value as { id?: unknown }
    return typeof id === 'string' && id !== '' ? (value as Line) : 'no id'
  } catch {
    return 'not JSON'
  }
}

export function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}
