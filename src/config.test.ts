import { describe, expect, test } from 'vitest'
import { readConfig, WrongConfiguration } from './config.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const word = 'a'.repeat(40)
const refusal = (env: Record<string, string>) => {
  try {
    readConfig(env)
  } catch (error) {
    expect(error).toBeInstanceOf(WrongConfiguration)
    return (error as Error).message
  }
  throw new Error('the configuration was accepted')
}

test('an empty environment runs embedded, on loopback, with the sample bank', () => {
  expect(readConfig({})).toMatchObject({ HOST: '127.0.0.1', PARLEY_ENV: 'trial', sampleBank: true })
})

test('one message names every wrong variable', () => {
  const message = refusal({
    PORT: 'many',
    DATABASE_URL: 'mysql://x',
    LOG_LEVEL: 'loud',
    PARLEY_ZONE: 'Mars/Olympus',
  })
  for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'PARLEY_ZONE'])
    expect(message).toContain(`${name}:`)
})

describe('production', () => {
  const whole = {
    PARLEY_ENV: 'production',
    DATABASE_URL: 'postgres://db/parley',
    PARLEY_MASTER_KEY: key,
    PARLEY_SIGN_IN_SECRET: word,
    PARLEY_CUSTOMER_SECRET: word,
  }
  test('starts with everything set, without a sample bank', () => {
    expect(readConfig({ ...whole, HOST: '0.0.0.0' }).sampleBank).toBe(false)
  })
  test.each(Object.keys(whole).filter((name) => name !== 'PARLEY_ENV'))('is refused without %s', (name) => {
    expect(refusal(Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)))).toContain(
      `${name}:`,
    )
  })
  test('refuses demo accounts', () => {
    expect(refusal({ ...whole, PARLEY_SAMPLE_BANK: 'true' })).toContain('PARLEY_SAMPLE_BANK:')
  })
})

test('demo accounts stay on loopback', () => {
  expect(refusal({ HOST: '0.0.0.0' })).toContain('HOST:')
  expect(readConfig({ HOST: '0.0.0.0', PARLEY_SAMPLE_BANK: 'false' }).sampleBank).toBe(false)
  expect(readConfig({ HOST: '127.0.0.9' }).sampleBank).toBe(true)
})

test('a budget in money needs the price of every model that draws on it', () => {
  const chat = { MODEL_DAILY_COST: '5000', MODEL_PRICE_INPUT: '200', MODEL_PRICE_OUTPUT: '800' }
  const local = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', CHAT_MODEL: 'a' }
  expect(refusal({ ...local, MODEL_DAILY_COST: '5000' })).toContain('MODEL_PRICE_INPUT')
  expect(refusal({ ...local, ...chat, EMBEDDING_MODEL: 'b' })).toContain('MODEL_PRICE_EMBEDDING')
  const whole = { ...local, ...chat, EMBEDDING_MODEL: 'b', MODEL_PRICE_EMBEDDING: '50' }
  expect(readConfig(whole)).toMatchObject({ MODEL_PRICE_EMBEDDING: 50 })
  const fallback = { MODEL_PRICE_FALLBACK_INPUT: '20', MODEL_PRICE_FALLBACK_OUTPUT: '80' }
  expect(refusal({ ...whole, ...fallback })).toContain('CHAT_FALLBACK_MODEL')
  expect(refusal({ ...whole, CHAT_FALLBACK_MODEL: 'c', MODEL_PRICE_FALLBACK_INPUT: '20' })).toContain(
    '_OUTPUT',
  )
  expect(readConfig({ ...whole, ...fallback, CHAT_FALLBACK_MODEL: 'c' })).toMatchObject({
    MODEL_PRICE_FALLBACK_OUTPUT: 80,
  })
  expect(refusal({ MODEL_PRICE_EMBEDDING: '1000001' })).toContain('MODEL_PRICE_EMBEDDING:')
})
