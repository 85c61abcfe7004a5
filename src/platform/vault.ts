import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

/**
 * Personal content is kept under a key of its own per customer, wrapped by the deployment's master key.
 * Destroying a customer's wrapped key makes all of it unreadable; nothing else has to be rewritten.
 */
export type Vault = {
  newWrappedKey(ownerId: string): Buffer
  seal(wrapped: Buffer, ownerId: string, plain: Buffer): Buffer
  open(wrapped: Buffer, ownerId: string, sealed: Buffer): Buffer
  /** Keyed digest for audit rows: proves which content it was while the key lives, says nothing after. */
  mac(wrapped: Buffer, ownerId: string, plain: string | Buffer): string
}

const ivBytes = 12
const tagBytes = 16

function encrypt(key: Buffer, plain: Buffer, bound: string): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

function decrypt(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()])
}

/** A vault over a 32-byte master key; errors from it mean a wrong key or altered bytes. */
export function openVault(masterKey: Buffer): Vault {
  if (masterKey.length !== 32) throw new Error('the master key must be 32 bytes')
  const unwrap = (wrapped: Buffer, ownerId: string) => decrypt(masterKey, wrapped, `key:${ownerId}`)
  return {
    newWrappedKey: (ownerId) => encrypt(masterKey, randomBytes(32), `key:${ownerId}`),
    seal: (wrapped, ownerId, plain) => encrypt(unwrap(wrapped, ownerId), plain, ownerId),
    open: (wrapped, ownerId, sealed) => decrypt(unwrap(wrapped, ownerId), sealed, ownerId),
    mac: (wrapped, ownerId, plain) =>
      createHmac('sha256', unwrap(wrapped, ownerId)).update(plain).digest('base64url'),
  }
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
