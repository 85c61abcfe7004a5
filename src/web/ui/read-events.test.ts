import { expect, test } from 'vitest'
import { createEventReader } from './read-events.ts'

test('an event split over chunks comes out once, whole', () => {
  const read = createEventReader()
  expect(read('event: change\nid: 4\nda')).toEqual([])
  expect(read('ta: {"id":"c"}\n')).toEqual([])
  expect(read('\nevent: ping\n\n')).toEqual([
    { event: 'change', id: '4', data: '{"id":"c"}' },
    { event: 'ping', id: null, data: '' },
  ])
})

test('comments say nothing, lines of data join, carriage returns are line ends', () => {
  const read = createEventReader()
  expect(read(': hello\n\n')).toEqual([])
  expect(read('data: a\r\ndata: b\r\n\r\n')).toEqual([{ event: 'message', id: null, data: 'a\nb' }])
})
