import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { AppError } from '../../../platform/errors.ts'

const mostEntries = 2_000
const mostUnpacked = 200 * 1024 * 1024
const endMark = 0x06054b50
const entryMark = 0x02014b50
const fileMark = 0x04034b50

/**
 * Reads a ZIP archive's own list of contents and unpacks every file once into nothing, counting: refuses one
 * that is broken (`invalid`) or that really unpacks to more than 200 MB or 2,000 files (`too_large`), whatever
 * sizes it states.
 */
export async function checkArchive(bytes: Buffer): Promise<void> {
  const end = findEnd(bytes)
  const entries = bytes.readUInt16LE(end + 10)
  if (entries > mostEntries) throw tooLarge()
  let at = bytes.readUInt32LE(end + 16)
  let left = mostUnpacked
  for (let i = 0; i < entries; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw broken()
    left -= await unpackedSize(bytes, at, left)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

async function unpackedSize(bytes: Buffer, entry: number, most: number): Promise<number> {
  const packed = bytes.readUInt32LE(entry + 20)
  const file = bytes.readUInt32LE(entry + 42)
  if (file + 30 > bytes.length || bytes.readUInt32LE(file) !== fileMark) throw broken()
  const start = file + 30 + bytes.readUInt16LE(file + 26) + bytes.readUInt16LE(file + 28)
  if (start + packed > bytes.length) throw broken()
  const method = bytes.readUInt16LE(entry + 10)
  if (method === 0) return packed
  if (method !== 8) throw broken()
  let size = 0
  const counter = new Writable({
    write(chunk: Buffer, _, done) {
      size += chunk.length
      done(size > most ? tooLarge() : null)
    },
  })
  await pipeline([bytes.subarray(start, start + packed)], createInflateRaw(), counter).catch((error) => {
    throw error instanceof AppError ? error : broken()
  })
  return size
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--)
    if (bytes.readUInt32LE(at) === endMark) return at
  throw broken()
}

function broken(): AppError {
  return new AppError('invalid', 'the file is not a complete archive of its kind', { reason: 'broken' })
}

function tooLarge(): AppError {
  return new AppError('too_large', 'the file unpacks to more than 200 MB or 2,000 parts', { reason: 'bomb' })
}
