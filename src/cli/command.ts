import { type ParseArgsConfig, parseArgs } from 'node:util'

/** A command of the executable. Exit codes: 0 done, 1 wrong words, 2 some lines were bad, 3 it failed. */
export type Command = {
  usage: string
  about: string
  help?: string
  run(args: string[]): Promise<number>
}

/** The call's words are off: told with the usage line. */
export class Usage extends Error {}

/** Parses options strictly; an unknown one is a `Usage`. */
export function options<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], wanted: T) {
  try {
    return parseArgs({ args, options: wanted, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}

/** A bar on a terminal's error stream; nothing when nobody is looking. */
export function progressBar(label: string): (done: number, of: number) => void {
  if (!process.stderr.isTTY) return () => {}
  return (done, of) => {
    const filled = Math.round((24 * done) / of)
    process.stderr.write(`\r${label} [${'█'.repeat(filled)}${'·'.repeat(24 - filled)}] ${done}/${of}`)
    if (done === of) process.stderr.write('\n')
  }
}
