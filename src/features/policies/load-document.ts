import { AppError } from '../../platform/errors.ts'
import type { CutDocument } from './ingest-document.ts'
import { type File, formatOf, formats, readDocument } from './read-document.ts'
import { readInThread } from './reading-thread.ts'

const largest = 50 * 1024 * 1024
/** Plain text up to this size is read in place: nothing in it can unfold. */
const smallText = 1024 * 1024

/**
 * Reads a file and cuts it into clauses. Refused as `invalid` (wrong type, broken, encrypted, no text, facts
 * missing) or `too_large` (over 50 MB, 1,000 pages, or more time or memory than reading may take), with a
 * reason a person can act on. Whatever can unfold is read in a thread of its own.
 */
export async function loadDocument(file: File): Promise<CutDocument> {
  const { name, bytes } = file
  if (bytes.length > largest) throw new AppError('too_large', `${name}: a document has at most 50 MB`)
  const format = formatOf(name)
  if (!formats.includes(format))
    throw new AppError('invalid', `${name}: not one of ${formats.join(', ')}`, { reason: 'format' })
  const plain = ['md', 'txt'].includes(format) && bytes.length <= smallText
  try {
    return await (plain ? readDocument(file) : readInThread(file))
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, `${name}: ${error.message}`, error.details)
    throw error
  }
}
