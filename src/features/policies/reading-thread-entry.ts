import { parentPort } from 'node:worker_threads'
import { AppError } from '../../platform/errors.ts'
import { readDocument } from './read-document.ts'
import type { Answer, Said } from './reading-thread.ts'

type Question = { name: string; bytes: Uint8Array; facts?: object }

async function answer({ name, bytes, facts }: Question): Promise<Answer> {
  try {
    const file = { name, bytes: Buffer.from(bytes), ...(facts ? { facts } : {}) }
    return { document: await readDocument(file, () => say('cutting')) }
  } catch (error) {
    if (!(error instanceof AppError)) return { failed: String(error) }
    const { code, message, details } = error
    return { refused: { code, message, details } }
  }
}

const say = (said: Said) => parentPort?.postMessage(said)

parentPort?.on('message', async (question: Question) => say(await answer(question)))
