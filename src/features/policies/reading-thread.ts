import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode, type ErrorDetails } from '../../platform/errors.ts'
import type { CutDocument } from './ingest-document.ts'
import type { File } from './read-document.ts'

/** What one file may take. Memory counts what lies outside the heap, as unpacked streams do. */
export type Limits = { seconds: number; heapMb: number; memoryMb: number }
const usual: Limits = { seconds: 120, heapMb: 512, memoryMb: 1024 }

export type Answer =
  | { document: CutDocument }
  | { refused: { code: ErrorCode; message: string; details: ErrorDetails } }
  | { failed: string }
/** What the thread says: that it has read the file and cuts it, then its answer. */
export type Said = 'cutting' | Answer

const idleMs = 5_000
const lookEveryMs = 250

let thread: Worker | undefined
let goodbye: NodeJS.Timeout | undefined
let queue: Promise<unknown> = Promise.resolve()

/** Reads a file in a thread of its own, one file at a time; beyond its limits the thread is ended. */
export function readInThread(
  file: File,
  limits: Limits = usual,
  cutting: () => void = () => {},
): Promise<CutDocument> {
  const turn = queue.then(() => readNow(file, cutting, limits))
  queue = turn.catch(() => {})
  return turn
}

async function readNow(file: File, cutting: () => void, limits: Limits): Promise<CutDocument> {
  clearTimeout(goodbye)
  thread ??= open(limits)
  const { name, bytes, facts } = file
  const question = { name, bytes: new Uint8Array(bytes), ...(facts ? { facts } : {}) }
  const answer = await ask(thread, question, cutting, limits)
  goodbye = setTimeout(leave, idleMs).unref()
  if ('document' in answer) return answer.document
  if ('failed' in answer) throw new AppError('invalid', 'the file could not be read', { reason: 'broken' })
  throw new AppError(answer.refused.code, answer.refused.message, answer.refused.details)
}

function open({ heapMb }: Limits): Worker {
  const worker = new Worker(new URL('./reading-thread-entry.ts', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  worker.unref()
  return worker
}

function ask(worker: Worker, question: object, cutting: () => void, limits: Limits): Promise<Answer> {
  const { seconds, memoryMb } = limits
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer)
      clearInterval(look)
      worker.off('message', hear)
      worker.off('error', fail)
      worker.unref()
    }
    const stop = (reason: 'time' | 'memory') => {
      done()
      leave()
      const message = `reading the file takes more ${reason} than a document may`
      reject(new AppError('too_large', message, { reason }))
    }
    const timer = setTimeout(() => stop('time'), seconds * 1_000)
    const look = setInterval(() => {
      worker
        .getHeapStatistics()
        .then((heap) => heap.total_heap_size + heap.external_memory > memoryMb * 2 ** 20 && stop('memory'))
        .catch(() => {})
    }, lookEveryMs)
    const hear = (said: Said) => {
      if (said === 'cutting') return cutting()
      done()
      resolve(said)
    }
    const fail = (error: { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return stop('memory')
      done()
      leave()
      resolve({ failed: String(error) })
    }
    worker.ref()
    worker.on('message', hear)
    worker.once('error', fail)
    worker.postMessage(question)
  })
}

function leave(): void {
  clearTimeout(goodbye)
  const leaving = thread
  thread = undefined
  // What a thread on its way out still throws is nobody's.
  leaving?.on('error', () => {})
  leaving?.terminate().catch(() => {})
}
