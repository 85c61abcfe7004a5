import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ApiProblem, Unreachable, writeStreamed } from './api.ts'

let server: Server
let at: string
let answer: (response: ServerResponse, request: IncomingMessage) => void
const keys: (string | undefined)[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key'] as string)
    answer(response, request)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  at = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  keys.length = 0
})

const stream = (response: ServerResponse, ...events: [event: string, data: unknown][]) => {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  for (const [event, data] of events) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

const ask = async (body: unknown, heard: unknown[] = []) => {
  const got = await writeStreamed(`${at}/drafts`, body, 'draft', (event, data) => heard.push([event, data]))
  return { got, heard }
}

test('what arrives is passed on in order, and the last event is the answer', async () => {
  let accept: string | undefined
  answer = (response, request) => {
    accept = request.headers.accept
    stream(response, ['sentence', { text: '您好。', paragraph: 0 }], ['again', {}])
    response.end('event: draft\ndata: {"id":"d1"}\n\n')
  }
  const { got, heard } = await ask({ n: 1 })
  expect(accept).toContain('text/event-stream')
  expect(got).toEqual({ id: 'd1' })
  expect(heard).toEqual([
    ['sentence', { text: '您好。', paragraph: 0 }],
    ['again', {}],
  ])
})

test('a plain JSON answer is the answer', async () => {
  answer = (response) => {
    response.writeHead(201, { 'content-type': 'application/json' })
    response.end('{"id":"d2"}')
  }
  expect(await ask({ n: 2 })).toEqual({ got: { id: 'd2' }, heard: [] })
})

test.each([
  ['cut off', (response: ServerResponse) => setTimeout(() => response.destroy(), 30)],
  ['ended early', (response: ServerResponse) => response.end()],
  ['garbled', (response: ServerResponse) => response.end('event: draft\ndata: {"id"\n\n')],
])('a stream that is %s may be asked for again under the same key', async (how, breaks) => {
  answer = (response) => {
    stream(response, ['sentence', { text: '一。', paragraph: 0 }])
    breaks(response)
  }
  const heard: unknown[] = []
  await expect(ask({ how }, heard)).rejects.toBeInstanceOf(Unreachable)
  expect(heard).toHaveLength(1)
  answer = (response) => {
    stream(response, ['draft', { id: 'd3' }])
    response.end()
  }
  expect((await ask({ how })).got).toEqual({ id: 'd3' })
  await ask({ how })
  expect(keys[0]).toBe(keys[1])
  expect(keys[2]).not.toBe(keys[1])
})

test('a refusal and a failure on the way are problems', async () => {
  answer = (response) => {
    response.writeHead(409, { 'content-type': 'application/problem+json' })
    response.end('{"type":"about:blank","status":409,"code":"signal_hold","title":"held"}')
  }
  await expect(ask({ n: 4 })).rejects.toMatchObject({ body: { code: 'signal_hold' } })
  answer = (response) => {
    stream(response, ['failed', { type: 'about:blank', status: 503, code: 'unavailable', title: 'no' }])
    response.end()
  }
  const failed = await ask({ n: 5 }).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(ApiProblem)
  expect(failed).toMatchObject({ body: { status: 503 } })
  await ask({ n: 5 }).catch(() => {})
  expect(keys[2]).not.toBe(keys[1])
})
