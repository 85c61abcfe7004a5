import { expect, test } from 'vitest'
import { chooseScenario, type Standing } from './choose-scenario.ts'

const standing: Standing = {
  kind: 'credit_hardship',
  stage: 'analysis',
  held: false,
  verified: true,
  missing: 0,
  greeted: false,
  set: null,
  handed: null,
  agreed: false,
  answerable: false,
}
const offers = { outcome: 'offers', newer: true, asked: false } as const

test.each<[string, Partial<Standing>, string]>([
  ['figures are missing', { missing: 2 }, 'gather'],
  ['nothing is computed yet', {}, 'acknowledge'],
  ['the engine found plans', { set: offers }, 'offer'],
  ['the engine found none', { set: { ...offers, outcome: 'empty' } }, 'no_offer'],
  ['a hold is open', { held: true, set: offers }, 'acknowledge'],
  ['the customer asked for something else', { handed: 'sent', set: { ...offers, asked: true } }, 'counter'],
  ['the customer countered', { handed: 'countered', set: { ...offers, asked: true } }, 'counter'],
  ['new figures made new plans', { handed: 'sent', set: offers }, 'offer'],
  ['the customer declined', { handed: 'declined', set: { ...offers, newer: false } }, 'decline_ack'],
  [
    'the customer asks about the offer',
    { handed: 'sent', set: { ...offers, newer: false }, answerable: true },
    'policy_answer',
  ],
  ['the offer is accepted', { handed: 'accepted', set: { ...offers, newer: false } }, 'acknowledge'],
  ['the agreement stands', { agreed: true, handed: 'accepted', stage: 'follow_up' }, 'follow_up'],
])('hardship: when %s', (_, more, scenario) => {
  expect(chooseScenario({ ...standing, ...more })).toBe(scenario)
})

test.each<[Standing['kind'], Partial<Standing>, string]>([
  ['complaint', {}, 'complaint'],
  ['complaint', { greeted: true, missing: 1 }, 'gather'],
  ['complaint', { greeted: true, answerable: true }, 'policy_answer'],
  ['fee_waiver', { missing: 1 }, 'fee_waiver'],
  ['fee_waiver', { greeted: true, missing: 1 }, 'gather'],
  ['investment_consultation', { missing: 3 }, 'gather'],
  ['investment_consultation', {}, 'suitability'],
  ['investment_consultation', { verified: false }, 'acknowledge'],
  ['general', { answerable: true }, 'policy_answer'],
  ['general', { missing: 1 }, 'gather'],
  ['general', {}, 'acknowledge'],
])('%s with %o', (kind, more, scenario) => {
  expect(chooseScenario({ ...standing, kind, ...more })).toBe(scenario)
})
