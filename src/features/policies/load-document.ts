import { AppError } from '../../platform/errors.ts'
import type { CutDocument } from './ingest-document.ts'
import { type File, formatOf, formats, readDocument } from './read-document.ts'
import { readInThread } from './reading-thread.ts'

const largest = 50 * 1024 * 1024
/** Plain text up to this size is read in place: nothing in it can unfold. */
const smallText = 1024 * 1024

/** Refuses what can be told from the name and the size: `too_large`, or `invalid` for a format we do not read. */
export function checkFile(name: string, size: number): void {
  if (size > largest)
    throw new AppError('too_large', `${name}: a document has at most 50 MB`, { reason: 'size' })
  if (!formats.includes(formatOf(name)))
    throw new AppError('invalid', `${name}: not one of ${formats.join(', ')}`, { reason: 'format' })
}

/**
 * Reads a file and cuts it into clauses. Refused as `invalid` (wrong type, broken, encrypted, no text, facts
 * missing) or `too_large` (over 50 MB, 1,000 pages, or more time or memory than reading may take), with a
 * reason a person can act on. Whatever can unfold is read in a thread of its own. `cutting` is called once the
 * file has been read.
 */
export async function loadDocument(file: File, cutting: () => void = () => {}): Promise<CutDocument> {
  const { name, bytes } = file
  checkFile(name, bytes.length)
  const plain = ['md', 'txt'].includes(formatOf(name)) && bytes.length <= smallText
  try {
    return await (plain ? readDocument(file, cutting) : readInThread(file, undefined, cutting))
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, `${name}: ${error.message}`, error.details)
    throw error
  }
}
