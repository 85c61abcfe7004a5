import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isResidentId, passesLuhn, readIdentifiers } from './identifiers.ts'

const kinds = (text: string) =>
  readIdentifiers(text).map(({ kind, span }) => `${kind} ${text.slice(...span)}`)

test('a check digit makes any run of digits pass Luhn, and any other digit fails it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{15}$/), (digits) => {
      const passing = [...'0123456789'].filter((check) => passesLuhn(digits + check))
      expect(passing).toHaveLength(1)
    }),
  )
})

test('a resident number is taken by its checksum', () => {
  expect(isResidentId('11010519491231002X')).toBe(true)
  expect(isResidentId('110105194912310021')).toBe(false)
  expect(isResidentId('11010519491331002X')).toBe(false)
})

test.each([
  ['电话138 1234 5678', ['phone 138 1234 5678']],
  ['打95588或400-800-1234', ['hotline 95588', 'hotline 400-800-1234']],
  ['投诉编号 TS-20261124-95438A', ['order TS-20261124-95438A']],
  ['身份证11010519491231002X', ['id 11010519491231002X']],
  ['卡号4111 1111 1111 1111', ['card 4111 1111 1111 1111']],
  ['尾号1234的卡', ['card 1234']],
  ['case number HB-20261101', ['order HB-20261101']],
  ['mail a.b@example.com', ['email a.b@example.com']],
  ['欠12000元，分24期', []],
])('%s', (text, expected) => expect(kinds(text)).toEqual(expected))
