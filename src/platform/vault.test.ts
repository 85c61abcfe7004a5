import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openVault } from './vault.ts'

const vault = openVault(randomBytes(32))
const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array))

describe('the vault', () => {
  it('gives back what was sealed, byte for byte', () => {
    const wrapped = vault.newWrappedKey('owner')
    fc.assert(
      fc.property(bytes, (plain) => {
        expect(vault.open(wrapped, 'owner', vault.seal(wrapped, 'owner', plain)).equals(plain)).toBe(true)
      }),
    )
  })

  it('refuses a single changed bit, a cut end, and bytes that are none of its own', () => {
    const wrapped = vault.newWrappedKey('owner')
    fc.assert(
      fc.property(bytes, fc.nat(), fc.nat({ max: 7 }), (plain, at, bit) => {
        const sealed = vault.seal(wrapped, 'owner', plain)
        const changed = Buffer.from(sealed)
        changed[at % sealed.length]! ^= 1 << bit
        expect(() => vault.open(wrapped, 'owner', changed)).toThrow()
        expect(() => vault.open(wrapped, 'owner', sealed.subarray(0, at % sealed.length))).toThrow()
      }),
    )
  })

  it('refuses a shortened tag, even on empty words', () => {
    const wrapped = vault.newWrappedKey('owner')
    const sealed = vault.seal(wrapped, 'owner', Buffer.alloc(0))
    for (const length of [27, 26, 25, 24, 20, 16, 12, 0])
      expect(() => vault.open(wrapped, 'owner', sealed.subarray(0, length)), `${length} bytes`).toThrow()
  })

  it('opens under its own key, owner and master only', () => {
    const [one, two] = [vault.newWrappedKey('one'), vault.newWrappedKey('two')]
    const sealed = vault.seal(one, 'one', Buffer.from('private'))
    expect(() => vault.open(two, 'two', sealed)).toThrow()
    expect(() => vault.open(one, 'two', sealed), 'a key moved to another owner').toThrow()
    expect(() => vault.open(two, 'one', sealed)).toThrow()
    expect(() => openVault(randomBytes(32)).open(one, 'one', sealed), 'another master key').toThrow()
  })

  it('never seals the same words to the same bytes, and shows nothing of them', () => {
    const wrapped = vault.newWrappedKey('owner')
    const plain = Buffer.from('上个月被公司裁员了')
    const [a, b] = [vault.seal(wrapped, 'owner', plain), vault.seal(wrapped, 'owner', plain)]
    expect(a.equals(b)).toBe(false)
    expect(a.includes(plain.subarray(0, 6))).toBe(false)
    expect(vault.newWrappedKey('owner').equals(vault.newWrappedKey('owner'))).toBe(false)
  })

  it('digests the same words alike under one key and differently under another', () => {
    const [one, two] = [vault.newWrappedKey('one'), vault.newWrappedKey('two')]
    expect(vault.mac(one, 'one', 'code 123456')).toBe(vault.mac(one, 'one', 'code 123456'))
    expect(vault.mac(one, 'one', 'code 123456')).not.toBe(vault.mac(one, 'one', 'code 123457'))
    expect(vault.mac(one, 'one', 'code 123456')).not.toBe(vault.mac(two, 'two', 'code 123456'))
  })

  it('needs a master key of 32 bytes', () => {
    for (const length of [0, 16, 31, 33]) expect(() => openVault(randomBytes(length))).toThrow(/32 bytes/)
  })
})
