import { Hono } from 'hono'
import pino from 'pino'
import { expect, test } from 'vitest'
import { onError } from './errors.ts'

test.each(['22021', '22P05'])(
  'text the database cannot keep (%s) is the sender’s fault, not the server’s',
  async (code) => {
    const app = new Hono()
    app.onError(onError(pino({ level: 'silent' })))
    app.get('/', () => {
      throw Object.assign(new Error('invalid byte sequence'), { code })
    })
    const answer = await app.request('/')
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'character' })
  },
)
