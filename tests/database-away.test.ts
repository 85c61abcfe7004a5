import { afterAll, describe, expect, test } from 'vitest'
import { call, customerToken, expectOk, type Said, staffCookie, until } from './http-client.ts'
import { dropDatabases, freshDatabase, Road, testDatabaseUrl } from './server-database.ts'
import { clearAway, freePort, launchServer, runCommand, startServer } from './server-process.ts'

/** On a real PostgreSQL only: TEST_DATABASE_URL names one on which databases may be made. */
describe.runIf(testDatabaseUrl)('on PostgreSQL', () => {
  afterAll(async () => {
    await clearAway()
    await dropDatabases()
  })

  test('the database goes away and returns: 503 meanwhile, no crash, then work goes on', async () => {
    const env = await freshDatabase()
    const road = new Road(await freePort(), env.DATABASE_URL!)
    const onRoad = { ...env, DATABASE_URL: road.url }
    const starting = await launchServer({ folder: env.PARLEY_DATA!, env: onRoad })
    await new Promise((wake) => setTimeout(wake, 4_000))
    expect(starting.isGone(), 'it waits for a database that is not there yet').toBe(false)
    await road.open()
    await until('the start', async () => starting.said().includes('Parley is ready'), 120)
    const { url } = starting

    const token = await customerToken(url, 'C0001')
    const cookie = await staffCookie(url, 'shen.jianing')
    const { id } = await expectOk(url, 'POST', '/api/customer/conversations', {
      token,
      body: { language: 'zh-Hans' },
    })
    const here = `/api/customer/conversations/${id}/messages`
    for (let round = 1; round <= 2; round++) {
      expect(await call(url, 'GET', '/readyz')).toMatchObject({ status: 200 })
      await road.cut()
      const away = await call(url, 'GET', '/readyz')
      expect(away).toMatchObject({ status: 503, body: { code: 'unavailable' } })
      expect(await call(url, 'GET', '/healthz')).toMatchObject({ status: 200 })
      const key = `message-of-round-${round}`
      const message = { token, body: { text: `第${round}次，信用卡还不上了，能分期吗？` }, key }
      expect(await call(url, 'POST', here, message)).toMatchObject({ status: 503 })
      expect(await call(url, 'GET', '/api/staff/queue', { cookie })).toMatchObject({ status: 503 })
      await new Promise((wake) => setTimeout(wake, 3_000))
      expect(starting.isGone()).toBe(false)
      await road.open()
      await until('readiness', async () => (await call(url, 'GET', '/readyz')).status === 200, 30)
      const sent = await expectOk(url, 'POST', here, message)
      await until(
        'an answer',
        async () => {
          const { messages } = await expectOk(url, 'GET', `${here}?after=${sent.seq}`, { token })
          return messages.some((one: Said) => one.from === 'assistant')
        },
        60,
      )
      expect(await call(url, 'GET', '/api/staff/queue', { cookie })).toMatchObject({ status: 200 })
    }
    expect(await starting.stop()).toBe(0)
    await road.cut()
  }, 300_000)

  test('production refuses a database with demo accounts', async () => {
    const env = await freshDatabase()
    const trial = await startServer({ folder: env.PARLEY_DATA!, env })
    await trial.stop()
    const done = await runCommand(['serve'], {
      ...env,
      PARLEY_ENV: 'production',
      PORT: String(await freePort()),
    })
    expect(done.code).toBe(3)
    expect(done.stderr).toMatch(/this database has demo accounts; production refuses them/)
  }, 300_000)
})
