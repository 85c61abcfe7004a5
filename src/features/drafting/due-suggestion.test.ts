import { expect, test } from 'vitest'
import { dueSuggestion, type Suggestion, type SuggestionFacts } from './due-suggestion.ts'

const hardship: SuggestionFacts = {
  kind: 'credit_hardship',
  stage: 'analysis',
  handOff: 'bot',
  held: false,
  verified: true,
  missing: 0,
  greeted: false,
  draft: null,
  answered: 'nothing',
  courtesy: false,
  declined: false,
  offerInHand: false,
}
const ready = { state: 'ready', atHead: true, inHand: false, outdated: false } as const
const older = { ...ready, atHead: false }

test.each<[string, Partial<SuggestionFacts>, Suggestion]>([
  ['the facts are in and we know who writes', {}, 'due'],
  ['a figure is missing', { missing: 1 }, 'customers_turn'],
  ['nobody has verified', { verified: false }, 'customers_turn'],
  ['a figure is missing but they asked for a person', { missing: 1, handOff: 'requested' }, 'due'],
  ['a figure is missing but a hold needs a person', { missing: 1, held: true }, 'due'],
  ['an offer is with the customer', { offerInHand: true, greeted: true }, 'answered'],
  ['they ask something with an offer in hand', { offerInHand: true, handOff: 'joined' }, 'due'],
  [
    'the offer went out, and they verify again to accept it',
    {
      offerInHand: true,
      handOff: 'joined',
      answered: 'by_person',
      draft: { ...ready, state: 'sent', outdated: true },
    },
    'answered',
  ],
  [
    'they decline it',
    { declined: true, greeted: true, answered: 'by_person', draft: { ...ready, state: 'sent' } },
    'due',
  ],
  ['an agreement is being made', { stage: 'agreement' }, 'stage'],
  ['the case is closed', { stage: 'closed' }, 'stage'],
  ['they write again after the agreement', { stage: 'follow_up', missing: 2 }, 'due'],
])('hardship, when %s: %s', (_, more, expected) => {
  expect(dueSuggestion({ ...hardship, ...more })).toBe(expected)
})

test.each(['complaint', 'fee_waiver', 'investment_consultation', 'general'] as const)(
  '%s waits for a person from its first message, whoever writes',
  (kind) => {
    expect(dueSuggestion({ ...hardship, kind, verified: false, missing: 3 })).toBe('due')
  },
)

const complaint: SuggestionFacts = { ...hardship, kind: 'complaint' }

test.each<[string, Partial<SuggestionFacts>, Suggestion]>([
  ['was prepared for this message', { draft: ready }, 'prepared'],
  ['was prepared for an older one', { draft: older }, 'due'],
  ['is being written for this message', { draft: { ...ready, state: 'drafting' } }, 'prepared'],
  ['is in somebody’s hands', { draft: { ...ready, inHand: true } }, 'in_hand'],
  ['is in somebody’s hands while the customer writes on', { draft: { ...older, inHand: true } }, 'in_hand'],
  ['was in somebody’s hands and went out', { draft: { ...older, inHand: true, state: 'sent' } }, 'due'],
  ['was returned by a person', { draft: { ...ready, state: 'returned', inHand: true } }, 'prepared'],
  ['failed', { draft: { ...ready, state: 'failed' } }, 'prepared'],
  ['says less than may be said now', { draft: { ...ready, outdated: true } }, 'due'],
  [
    'says less than may be said now, but a person has it',
    { draft: { ...ready, outdated: true, inHand: true } },
    'in_hand',
  ],
  [
    'went out after the newest message',
    { draft: { ...older, state: 'sent' }, answered: 'by_person' },
    'answered',
  ],
  ['is not needed: they only say thanks', { greeted: true, courtesy: true }, 'nothing_asked'],
  ['is needed: thanks, but nobody has written yet', { courtesy: true, draft: older }, 'due'],
  ['is not needed: a clause answered', { greeted: true, answered: 'from_policy' }, 'answered'],
  ['is needed: a clause answered, the complaint waits', { answered: 'from_policy', draft: older }, 'due'],
])('when a draft %s: %s', (_, more, expected) => {
  expect(dueSuggestion({ ...complaint, ...more })).toBe(expected)
})
