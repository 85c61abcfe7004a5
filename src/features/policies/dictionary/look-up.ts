import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { remember } from '../remember.ts'

/** A word as the dictionary has it: how often it is used (log2 of a count) and its names in the other language. */
export type Entry = { often: number; names: string[] }

/**
 * The extract of CC-CEDICT made by scripts/extract-dictionary.mjs: lines `key TAB often TAB name/name…` in byte
 * order. Chinese words have English names as stems; stems joined by spaces have Chinese names.
 */
let lines: Buffer | undefined

const newLine = 10

export const lookUp: (key: string) => Entry | undefined = remember(find)

function find(key: string): Entry | undefined {
  lines ??= gunzipSync(readFileSync(new URL('./cedict.txt.gz', import.meta.url)))
  const wanted = Buffer.from(`${key}\t`)
  let low = 0
  let high = lines.length
  while (low < high) {
    const start = lines.lastIndexOf(newLine, ((low + high) >> 1) - 1) + 1
    const end = lines.indexOf(newLine, start)
    const order = Buffer.compare(lines.subarray(start, Math.min(start + wanted.length, end)), wanted)
    if (order === 0) return read(lines.toString('utf8', start, end))
    if (order < 0) low = end + 1
    else high = start
  }
  return undefined
}

function read(line: string): Entry {
  const [, often, names] = line.split('\t')
  return { often: Number(often), names: names!.split('/') }
}
