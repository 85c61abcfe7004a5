import { expect, test } from 'vitest'
import { isPassing, Refusal, titleIn, toTrouble, troubleOf } from './problem.ts'

test('a bilingual title is read in the reader’s language, a plain one as it stands', () => {
  expect(titleIn('zh-Hans', '请先核验身份 / Please verify first')).toBe('请先核验身份')
  expect(titleIn('en', '请先核验身份 / Please verify first')).toBe('Please verify first')
  expect(titleIn('en', 'Not found')).toBe('Not found')
})

test('the finer reason wins over the general code, and seconds to wait are kept', () => {
  const body = { code: 'conflict', title: 't', extra: { reason: 'reading_time', waitSeconds: 7 } }
  expect(toTrouble(409, body)).toMatchObject({ code: 'reading_time', wait: 7, status: 409 })
  expect(toTrouble(403, { code: 'verification_required', title: 't' })).toMatchObject({
    code: 'verification_required',
  })
})

test('a body that is not a problem still becomes one', () => {
  expect(toTrouble(502, '<html>')).toMatchObject({ kind: 'refused', code: 'http_502', title: '' })
})

test('only what may pass by itself is sent again without asking', () => {
  const refused = (status: number) => isPassing(toTrouble(status, null))
  expect([503, 429, 408].map(refused)).toEqual([true, true, true])
  expect(isPassing(toTrouble(409, { code: 'in_flight', title: '' }))).toBe(true)
  expect([400, 401, 403, 404, 409, 413, 422].map(refused)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
    false,
  ])
  expect(isPassing(troubleOf(new TypeError('failed to fetch')))).toBe(true)
  expect(troubleOf(new Refusal(toTrouble(404, null)))).toMatchObject({ status: 404 })
})
