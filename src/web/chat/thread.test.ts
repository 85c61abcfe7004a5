import { expect, test } from 'vitest'
import type { Message, OfferCard } from './shapes.ts'
import { fetchAfter, mergeMessages, type Pending, stillPending, withAgreement } from './thread.ts'

const message = (seq: number, over: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  seq,
  from: 'customer',
  kind: 'inbound',
  text: `text ${seq}`,
  aiWritten: false,
  createdAt: '2026-11-23T02:00:00Z',
  author: null,
  sources: [],
  offer: null,
  agreement: null,
  notice: null,
  feedback: null,
  ...over,
})

const pending = (key: string, text: string, over: Partial<Pending> = {}): Pending => ({
  key,
  text,
  afterSeq: 0,
  state: 'sending',
  id: null,
  why: null,
  ...over,
})

test('a message fetched twice or out of order is shown once, in order', () => {
  const known = mergeMessages([], [message(2), message(1)])
  const merged = mergeMessages(known, [message(2, { text: 'new' }), message(3)])
  expect(merged.map((one) => [one.seq, one.text])).toEqual([
    [1, 'text 1'],
    [2, 'new'],
    [3, 'text 3'],
  ])
})

test('a sent message that came back over the stream first is not shown a second time', () => {
  const sent = pending('k', 'hello', { afterSeq: 1 })
  expect(stillPending([sent], [message(1, { text: 'hello' })])).toEqual([sent])
  expect(stillPending([sent], [message(2, { text: 'hello' })])).toEqual([])
})

test('the same words sent twice stand for two messages', () => {
  const twice = [pending('a', 'yes'), pending('b', 'yes')]
  expect(stillPending(twice, [message(1, { text: 'yes' })]).map((one) => one.key)).toEqual(['b'])
  const answered = [pending('a', 'yes', { id: 'm1' }), pending('b', 'yes')]
  expect(stillPending(answered, [message(1, { text: 'yes' })]).map((one) => one.key)).toEqual(['b'])
})

test('a stored message stays pending until its own copy has been fetched', () => {
  const stored = pending('a', 'yes', { id: 'm9' })
  expect(stillPending([stored], [message(1, { text: 'yes' })])).toEqual([stored])
})

test('cards that may still change are fetched again, settled ones are not', () => {
  const card = (state: string, agreementId: string | null = null) => ({ state, agreementId }) as OfferCard
  expect(fetchAfter([message(1), message(2, { offer: card('sent') }), message(3)])).toBe(1)
  expect(fetchAfter([message(1), message(2, { offer: card('declined') }), message(3)])).toBe(3)
  expect(fetchAfter([message(1, { offer: card('accepted', 'a1') }), message(2)])).toBe(2)
  const agreed = [message(1, { agreement: { id: 'a1', state: 'delivered', number: 'N1' } }), message(2)]
  expect(fetchAfter(agreed)).toBe(0)
  expect(fetchAfter(withAgreement(agreed, 'a1', 'completed'))).toBe(2)
  expect(fetchAfter([])).toBe(0)
})
