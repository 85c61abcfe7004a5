import { expect, test } from 'vitest'
import { type Manner, type ReplyBrief, scenarios, tones } from './brief.ts'
import { briefOffers } from './brief-offer.ts'
import { compose, findings, manner, plans, prompts, source, voice } from './briefs.fixture.ts'
import { outlineOf, wordingOf } from './compose-reply.ts'
import { acknowledge, type Language, made, until } from './every-brief.fixture.ts'

const languages: Language[] = ['zh-Hans', 'en']
const variants = [0, 1, 2, 3, 4, 5]
const cases = made.flatMap((one) => languages.map((language) => ({ ...one, language })))

/** Every brief a maker gives in one language: tone × variant × cause. */
function briefsOf({ make, causes = [null], language }: (typeof cases)[number]): ReplyBrief[] {
  return tones.flatMap((tone) =>
    causes.flatMap((cause) => variants.map((variant) => make(manner(language, tone, variant, cause)))),
  )
}

test.each(cases)('$name in $language passes every guard in every tone and wording', (one) => {
  for (const brief of briefsOf(one)) {
    const composed = compose(brief)
    expect(findings(brief, { composed, verified: !one.unverified }), composed.text).toEqual([])
  }
})

test('every scenario is among those checked', () => {
  const seen = new Set(made.map(({ make }) => make(manner('en', 'warm', 0)).scenario))
  expect([...seen].sort()).toEqual([...scenarios].sort())
})

test.each(cases)('$name in $language leaves nothing unfilled and says every term it must', (one) => {
  for (const brief of briefsOf(one)) {
    const { text } = compose(brief)
    expect(text).not.toMatch(/\{\{|\}\}|undefined|null/)
    for (const name of brief.mustSay) expect(text, name).toContain(brief.terms[name]!.text)
  }
})

test.each(cases.filter(({ name }) => !name.startsWith('agreement')))(
  '$name in $language reads differently when asked again, and in another tone',
  ({ make, language }) => {
    const text = (tone: Manner['tone'], variant: number) =>
      compose(make(manner(language, tone, variant))).text
    const warm = [0, 1, 2].map((variant) => text('warm', variant))
    expect(new Set(warm).size, warm[0]).toBeGreaterThan(1)
    expect(new Set([text('warm', 0), text('plain', 0), text('formal', 0)]).size).toBe(3)
    expect(text('warm', 0)).toBe(text('warm', 0))
  },
)

test.each(cases)('Chinese of $name is punctuated as Chinese', (one) => {
  if (one.language === 'en') return
  for (const brief of briefsOf(one)) {
    const words = compose(brief).text.replace(/\d[\d,.:%–]*|App|C\d|R\d/g, '')
    expect(words).not.toMatch(/[\u4e00-\u9fff][,;?!](?=[\u4e00-\u9fff\s]|$)/)
    expect(words).not.toMatch(/[，。；：、]{2}|[你]/)
  }
})

test('the outline names terms instead of stating them, so that another writer can follow it', () => {
  const brief = briefOffers({
    ...manner('en', 'warm', 0),
    plans: plans.slice(0, 2),
    carried: 1,
    validUntil: until,
    sources: [source('en', 'basis')],
  })
  const outline = outlineOf(wordingOf(prompts, 'offers'), brief).join('\n')
  expect(outline).toContain('{{instalment_2}}')
  expect(outline).not.toContain('2,000.00')
})

test('how many texts are held against the guards', () => {
  expect(cases.reduce((sum, one) => sum + briefsOf(one).length, 0)).toBeGreaterThan(4_000)
})

test('a reply to somebody else than the account holder says nothing of the matter', () => {
  const brief = acknowledge(manner('en', 'warm', 0, 'job_loss'), { hold: 'third_party_present' })
  expect(compose(brief).text).not.toMatch(/7,900|job|Collection/)
})

test('grief is met without money', () => {
  for (const language of languages) {
    const brief = acknowledge(manner(language, 'warm', 0, 'bereavement'), { hold: 'bereavement' })
    expect(compose(brief).text).not.toMatch(/欠款|还款|金额|repay|debt|CNY/)
  }
})

test('the standing voice is the bank’s', () => {
  expect(voice('en').standing).toHaveLength(2)
})
