import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embedClauses } from '../features/policies/meaning/embed-clauses.ts'
import { openEmbeddingModel } from '../features/policies/meaning/embedding-model.ts'
import { hearMessage } from './hear-message.ts'
import { addDebtor, say, secrets, startConversation, type TestBank, testBank } from './negotiation.fixture.ts'
import { respondFirstLine } from './respond-first-line.ts'

const mock = new LLMock({ port: 0, logLevel: 'silent' })
let bank: TestBank

beforeAll(async () => {
  bank = await testBank()
  await mock.start()
})
afterAll(() => mock.stop())

test('a question reaches the embedding model masked, once, and before any transaction', async () => {
  mock.onEmbedding(/.*/, { embedding: [0.1, 0.2, 0.3] })
  const embedding = openEmbeddingModel({ model: 'three', apiKey: 'none', baseUrl: `${mock.url}/v1` })
  const story = { ...bank.story, embedding }
  await embedClauses(story.db, embedding)
  mock.clearRequests()
  const who = await addDebtor(bank)
  const conversationId = await startConversation(bank, who)
  const words = `我叫${secrets.name}，电话${secrets.phone}，请问信用卡还不上可以申请哪些帮扶？`
  const { id } = await say(story, who, conversationId, words)
  expect((await hearMessage(story, id)).meaning).toMatchObject({ model: 'three' })
  const sent = JSON.stringify(mock.getRequests().map((request) => request.body))
  expect(sent).toContain('帮扶')
  for (const secret of [secrets.name, secrets.phone]) expect(sent).not.toContain(secret)
  await respondFirstLine(story, id)
  mock.clearRequests()
  expect((await respondFirstLine(story, id)).action).toBe('silent')
  expect(mock.getRequests()).toHaveLength(0)
})

test('an embedding model that fails leaves the words to do', async () => {
  mock.reset()
  mock.onEmbedding(/.*/, { error: { message: 'no' }, status: 500 } as never)
  const settings = { model: 'three', apiKey: 'none', baseUrl: `${mock.url}/v1`, retries: 0 }
  const story = { ...bank.story, embedding: openEmbeddingModel(settings) }
  const who = await addDebtor(bank)
  const { id } = await say(story, who, await startConversation(bank, who), '可以申请哪些帮扶？')
  expect(await hearMessage(story, id)).toEqual({})
  expect((await respondFirstLine(story, id)).action).not.toBe('silent')
})
