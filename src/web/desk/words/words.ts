import { matter } from './case.ts'
import { compliance } from './compliance.ts'
import { debt } from './debt.ts'
import { drafting, draftingTerms } from './drafting.ts'
import { frame } from './frame.ts'
import { offerTalk } from './offer-talk.ts'
import { type Strings, side } from './pair.ts'
import { policies, policyTerms } from './policies.ts'
import { queue } from './queue.ts'
import { records } from './records.ts'
import { terms } from './terms.ts'

const words = {
  frame,
  queue,
  matter,
  drafting,
  debt,
  offerTalk,
  compliance,
  policies,
  terms: { ...terms, ...records, ...policyTerms, ...draftingTerms },
}

export type Words = Strings<typeof words>
export const chinese: Words = side(words, 0)
export const english: Words = side(words, 1)
