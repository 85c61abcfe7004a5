import { AppError } from '../../../platform/errors.ts'

const mostEntries = 2_000
const mostUnpacked = 200 * 1024 * 1024
const endMark = 0x06054b50
const entryMark = 0x02014b50

/**
 * Reads a ZIP archive's own list of contents and refuses, before anything is unpacked, one that is broken
 * (`invalid`) or that would unpack to more than 200 MB or 2,000 files (`too_large`).
 */
export function checkArchive(bytes: Buffer): void {
  const end = findEnd(bytes)
  const entries = bytes.readUInt16LE(end + 10)
  if (entries > mostEntries) throw tooLarge()
  let at = bytes.readUInt32LE(end + 16)
  let unpacked = 0
  for (let i = 0; i < entries; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw broken()
    unpacked += bytes.readUInt32LE(at + 24)
    if (unpacked > mostUnpacked) throw tooLarge()
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
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
