import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parsePrompt } from '../../platform/prompts.ts'
import { checkText } from '../guards/check-text.ts'
import type { OfferTerms } from '../offers/store.ts'
import { briefOffer } from './brief-offer.ts'
import { composeReply } from './compose-reply.ts'

const file = new URL('../../../prompts/offer-reply.md', import.meta.url)
const prompt = parsePrompt('offer-reply.md', await readFile(file, 'utf8'))

const terms = (shape: string, amounts: number[]): OfferTerms => ({
  shape,
  months: amounts.length,
  schedule: amounts.map((amount, index) => ({
    date: `2027-0${index + 1}-24`,
    amount,
    principal: amount - 1_000,
    interest: 1_000,
  })),
  total: amounts.reduce((sum, amount) => sum + amount, 0),
  financed: amounts.reduce((sum, amount) => sum + amount - 1_000, 0),
  waived: { fees: 0, default_charges: 0, interest: 0, principal: 0 },
  plan_rate_bp: 1625,
  apr_nominal_bp: 1625,
  apr_effective_bp: 1752,
})

const plans = {
  level: [200_000, 200_000, 200_000, 200_000, 199_990],
  step_up: [150_000, 150_000, 210_000, 210_000, 209_990],
  'two steps': [150_000, 180_000, 180_000, 210_000, 209_990],
}

test.each(
  Object.entries(plans).flatMap(([name, amounts]) =>
    (['zh-Hans', 'en'] as const).map((language) => ({ name, amounts, language })),
  ),
)('every figure of a $name plan in $language is one the guards know', ({ name, amounts, language }) => {
  const brief = briefOffer({
    voice: {
      language,
      name: '林晓彤',
      label: language === 'en' ? 'Drafted with AI assistance.' : '本回复由人工智能协助起草。',
      objection: language === 'en' ? 'If you disagree, answer this message.' : '如有异议，可以回复本消息。',
      standing: [],
    },
    tone: 'warm',
    variant: 0,
    terms: terms(name === 'level' ? 'level' : 'step_up', amounts),
    validUntil: '2026-12-08',
    cause: null,
    sources: [
      { ref: 'card-hardship#2', title: '帮扶办法', number: '2', heading: '可以申请的帮扶', passage: '' },
    ],
  })
  const composed = composeReply(prompt, brief)
  const { findings } = checkText({
    id: 'reply',
    lang: language,
    at: '2026-11-24T10:00:00+08:00',
    verified: true,
    text: composed.text,
    facts: composed.facts,
    promises: composed.promises,
    requires: composed.requires,
    citations: [{ marker: '[1]', clause: 'card-hardship#2' }],
    clauses: [
      { id: 'card-hardship#2', text: '帮扶方式包括个性化分期、阶段性减少每期还款额。', audience: 'public' },
    ],
  })
  expect(findings.filter((finding) => finding.severity === 'hard')).toEqual([])
})
