import { Writable } from 'node:stream'
import pino from 'pino'
import { expect, it } from 'vitest'
import { maskTexts } from './mask-conversation.ts'
import {
  addDebtor,
  draftedAgreement,
  machine,
  say,
  secrets,
  startConversation,
  testBank,
} from './negotiation.fixture.ts'
import { respondFirstLine } from './respond-first-line.ts'

it('nothing that a customer says or is lies in the log of a whole negotiation, at its most talkative', async () => {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const bank = await testBank()
  const log = pino({ level: 'trace' }, stream)
  const talkative = { ...bank, story: { ...bank.story, log } }
  const words = '我是欧阳晓彤，13812345678，我老婆上官美琳也失业了，身份证310104199001010025'
  await draftedAgreement(talkative)
  const who = await addDebtor(talkative)
  const conversationId = await startConversation(talkative, who)
  const { id } = await say(talkative.story, who, conversationId, words)
  await respondFirstLine(talkative.story, id)
  await talkative.story.db.withActor(machine, (tx) => maskTexts(talkative.story, tx, conversationId, [words]))
  const told = lines.join('')
  for (const secret of [
    ...Object.values(secrets),
    '13812345678',
    '上官美琳',
    '310104199001010025',
    '失业',
    '7391',
  ])
    expect(told, secret).not.toContain(secret)
})
