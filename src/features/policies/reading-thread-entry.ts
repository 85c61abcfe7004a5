import { parentPort } from 'node:worker_threads'
import { AppError } from '../../platform/errors.ts'
import { readDocument } from './read-document.ts'
import type { Answer } from './reading-thread.ts'

type Question = { name: string; bytes: Uint8Array; facts?: object }

async function answer({ name, bytes, facts }: Question): Promise<Answer> {
  try {
    return { document: await readDocument({ name, bytes: Buffer.from(bytes), ...(facts ? { facts } : {}) }) }
  } catch (error) {
    if (!(error instanceof AppError)) return { failed: String(error) }
    const { code, message, details } = error
    return { refused: { code, message, details } }
  }
}

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)))
