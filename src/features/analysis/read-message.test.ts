import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Reading, readMessage } from './read-message.ts'

type Item = { id: string; text: string; at: string; expected: Reading }

const items = readFileSync(new URL('../../../evals/datasets/read-dev.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Item)
const readings = items.map((item) => readMessage(item))

const share = (hits: (got: Reading, want: Reading) => boolean) =>
  readings.filter((reading, i) => hits(reading, items[i]!.expected)).length / items.length

function compareSets(of: (reading: Reading) => readonly string[], among = items.map((_, i) => i)) {
  let [hit, missed, extra] = [0, 0, 0]
  for (const i of among) {
    const [got, want] = [of(readings[i]!), of(items[i]!.expected)]
    hit += got.filter((one) => want.includes(one)).length
    extra += got.filter((one) => !want.includes(one)).length
    missed += want.filter((one) => !got.includes(one)).length
  }
  return {
    recall: hit / (hit + missed),
    precision: hit / (hit + extra),
    f1: (2 * hit) / (2 * hit + missed + extra),
  }
}

const same = (a: unknown, b: unknown) => {
  try {
    expect(a).toEqual(b)
    return true
  } catch {
    return false
  }
}

test('numbers, dates and language of the development set are exact, spans included', () => {
  expect(items.length).toBeGreaterThanOrEqual(150)
  expect(
    share((a, b) => same([a.amounts, a.terms, a.rates], [b.amounts, b.terms, b.rates])),
  ).toBeGreaterThanOrEqual(0.97)
  expect(share((a, b) => same(a.dates, b.dates))).toBeGreaterThanOrEqual(0.97)
  expect(share((a, b) => a.language === b.language)).toBeGreaterThanOrEqual(0.98)
})

test('signals are recalled first and stay precise', () => {
  const { recall, precision } = compareSets((reading) => reading.signals)
  expect(recall).toBeGreaterThanOrEqual(0.95)
  expect(precision).toBeGreaterThanOrEqual(0.8)
})

test('intents of messages that have one', () => {
  const labelled = items.flatMap((item, i) => (item.expected.intents.length > 0 ? [i] : []))
  expect(compareSets((reading) => reading.intents, labelled).f1).toBeGreaterThanOrEqual(0.85)
})

test.each([
  '我没失业，也没生病',
  '我朋友失业了',
  '要是失业了怎么办',
  '累死了',
  '跳楼价',
  'my dog died lol',
  'This app is killing me',
  "I'm not complaining",
  'Sick of hearing that song',
])('a joke, an idiom, a denial, the troubles of others raise no hardship: %s', (text) => {
  const { signals } = readMessage({ text, at: '2026-11-25T10:00:00+08:00' })
  expect(signals.filter((signal) => signal !== 'complains')).toEqual([])
})

test.each([
  '1750',
  '三千二',
  '五百到六百吧',
  '对，就是那笔',
  '不对',
  '车贷那个',
  '没错，是的',
  '奖金不固定',
  '房租和水电',
  'correct',
  'about five hundred',
  'the mortgage one',
  'just my wages',
  'rent and bills',
])('a bare answer to a question raises no signal: %s', (text) => {
  expect(readMessage({ text, at: '2026-11-25T10:00:00+08:00' }).signals).toEqual([])
})

test.each(['My café failed in June', 'the workshop failed and I have nothing coming in'])(
  'a business that failed is a job lost: %s',
  (text) => {
    expect(readMessage({ text, at: '2026-11-25T10:00:00+08:00' }).signals).toContain('job_loss')
  },
)

test.each([
  '你们的投诉多久给答复？',
  '投诉一般几天有答复',
  'How long do complaints take?',
  'How is my complaint going?',
])('asking how a complaint goes is no complaint: %s', (text) => {
  const reading = readMessage({ text, at: '2026-11-25T10:00:00+08:00' })
  expect(reading.signals).toEqual([])
  expect(reading.intents).toEqual(['status_question'])
})

test('harassment by collectors is a complaint too', () => {
  const reading = readMessage({ text: '你们催收一天打二十个电话', at: '2026-11-25T10:00:00+08:00' })
  expect(reading.signals).toEqual(['complains', 'harassment_claim'])
  expect(reading.intents).toContain('complaint')
})

test.each([
  ['消费贷年化百分之七点二是单利吗', ['年化百分之七点二']],
  ['手续费按每期0.6%算', ['每期0.6%']],
  ['Is it 0.05% a day, or 18% a year?', ['0.05% a day', '18% a year']],
  ['2.15% p.a. fixed', ['2.15% p.a.']],
  ['违约金减50%', ['50%']],
])('a rate takes in the period that stands at it: %s', (text, spans) => {
  const { rates } = readMessage({ text, at: '2026-11-23T10:00:00+08:00' })
  expect(rates.map(({ span }) => text.slice(...span))).toEqual(spans)
})
