import { expect, test } from 'vitest'
import { manner } from './briefs.fixture.ts'
import { acknowledge } from './every-brief.fixture.ts'
import { wordSentence } from './word-reply.ts'

const brief = acknowledge(manner('zh-Hans', 'warm', 0))
const asWritten = (text: string) => ({ text })

test.each([
  ['您好，{{constructor}}。', 'term_unknown'],
  ['您好，{{toString}}。', 'term_unknown'],
  ['您好，｛｛total｝｝。', 'term_unknown'],
  ['您好，{total}。', 'term_unknown'],
  ['您可以看规定【1】。', 'citation_out_of_range'],
  ['您可以看规定［１］。', 'citation_out_of_range'],
  ['您好，[NAME_{{name}}]。', 'person_unknown'],
  ['请打开 pay-bank.example/now 办理。', 'address_given'],
  ['请打开 ｈｔｔｐ：//x。', 'address_given'],
  ['请写信到 help@bank.example。', 'address_given'],
])('%s is refused as %s', (text, fault) => {
  const given = { ...brief, voice: { ...brief.voice, name: '7' } }
  expect(wordSentence(given, { text, sources: [] }, asWritten)).toMatchObject({ fault })
})

test('ordinary words pass: full stops, decimals of terms, abbreviations', () => {
  for (const text of ['您好，{{name}}。', 'We are here, e.g. to listen. Write to us.', '好的...我们在。'])
    expect(wordSentence(brief, { text, sources: [] }, asWritten)).not.toHaveProperty('fault')
})
