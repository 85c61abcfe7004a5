import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { intents, signals } from '../cases/model.ts'
import { ModelReading, mergeReadings } from './merge-readings.ts'
import { readMessage } from './read-message.ts'

const at = '2026-11-25T10:00:00+08:00'
const plain = readMessage({ text: '我失业了，欠3万2，12月5日能还2000吗', at })
const model = (said: Partial<ModelReading>) => ModelReading.parse({ intents: [], signals: [], ...said })

test('the deterministic numbers stand whatever the model reads', () => {
  const merged = mergeReadings(
    plain,
    model({
      amounts: [{ minor: 1, currency: 'CNY' }],
      dates: [{ date: '2030-01-01' }],
      terms: [{ months: 99 }],
      rates: [{ bp: 5, per: 'day' }],
    }),
  )
  const { intents: _, signals: __, ...figures } = merged
  expect(figures).toEqual({
    language: 'zh-Hans',
    amounts: plain.amounts,
    dates: plain.dates,
    terms: [],
    rates: [],
  })
  expect(plain.amounts.map((amount) => amount.minor)).toEqual([3_200_000, 200_000])
})

test('signals and intents are those of either, in the order of the vocabulary, and never fewer', () => {
  fc.assert(
    fc.property(fc.subarray([...intents]), fc.subarray([...signals]), (said, raised) => {
      const merged = mergeReadings(plain, model({ intents: said, signals: raised }))
      expect(merged.signals).toEqual(expect.arrayContaining([...plain.signals, ...raised]))
      const asked = said.filter((one) => one !== 'out_of_scope' && one !== 'thanks_or_smalltalk')
      expect(merged.intents).toEqual(expect.arrayContaining([...plain.intents, ...asked]))
      expect(merged.intents).toEqual(intents.filter((one) => merged.intents.includes(one)))
      expect(merged.signals).toEqual(signals.filter((one) => merged.signals.includes(one)))
    }),
  )
})

test('a word outside the vocabulary is dropped, and a shape that is none is refused', () => {
  const merged = mergeReadings(
    plain,
    model({ intents: ['bribe', 'complaint'] as never, signals: ['rich'] as never }),
  )
  expect(merged.intents).toContain('complaint')
  expect(merged.intents).not.toContain('bribe')
  expect(merged.signals).toEqual(plain.signals)
  expect(ModelReading.safeParse({ intents: 'complaint', signals: [] }).success).toBe(false)
  expect(ModelReading.safeParse({ intents: [], signals: [], dates: [{ date: 'soon' }] }).success).toBe(false)
})

test('harassment is a complaint too, and an emptier intent gives way', () => {
  const hello = readMessage({ text: '谢谢', at })
  expect(hello.intents).toEqual(['thanks_or_smalltalk'])
  const merged = mergeReadings(hello, model({ signals: ['harassment_claim'] }))
  expect(merged.signals).toEqual(['complains', 'harassment_claim'])
  expect(merged.intents).toEqual(['complaint'])
})

test('without a model the reading stands', () => {
  expect(mergeReadings(plain, null)).toEqual(plain)
})

test('the schema can be handed to a model', () => {
  const schema = z.toJSONSchema(ModelReading, { io: 'input' })
  expect(schema.required).toEqual(['intents', 'signals'])
  expect(schema.properties?.signals).toMatchObject({ items: { type: 'string', enum: [...signals] } })
})
