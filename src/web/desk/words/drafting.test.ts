import { expect, test } from 'vitest'
import { askableScenarios, tones } from '../../../features/drafting/brief.ts'
import { WaiverAsked } from '../../../features/drafting/draft-request.ts'
import { failures, nextSteps } from '../../../features/drafting/next-step.ts'
import type { WordingFault } from '../../../features/drafting/word-reply.ts'
import { GuardName } from '../../../features/guards/model.ts'
import { modelFaults } from '../../../platform/model/fault.ts'
import { draftingTerms } from './drafting.ts'
import { terms } from './terms.ts'

const ofWording: Record<WordingFault['fault'], true> = {
  term_unknown: true,
  person_unknown: true,
  citation_out_of_range: true,
  address_given: true,
  incomplete: true,
}

test('the desk can say why a model did not write, whatever the reason', () => {
  const codes = [...modelFaults, ...Object.keys(ofWording), 'budget', 'not_configured', 'guard_report']
  expect(Object.keys(draftingTerms.fault).sort()).toEqual(codes.sort())
  for (const [zh, en] of Object.values(draftingTerms.fault)) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/^[a-z]/)
  }
})

test('every guard, tone and kind of reply has a name', () => {
  for (const guard of GuardName.options) expect(Object.keys(terms.guard)).toContain(guard)
  expect(Object.keys(draftingTerms.scenario)).toEqual(askableScenarios)
  expect(Object.keys(draftingTerms.tone)).toEqual([...tones])
  expect(Object.keys(draftingTerms.waiverReason)).toEqual(['open', ...WaiverAsked.shape.reason.options])
})

test('a draft that failed says why, and what to do about it', () => {
  expect(Object.keys(draftingTerms.failure)).toEqual([...failures])
  expect(Object.keys(draftingTerms.nextStep)).toEqual([...nextSteps])
  for (const [zh, en] of [
    ...Object.values(draftingTerms.failure),
    ...Object.values(draftingTerms.nextStep),
  ]) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/^[A-Z]/)
  }
})
