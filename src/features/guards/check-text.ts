import { type Binding, bindFigures } from './bind-figures.ts'
import { citationInvalid } from './citation-invalid.ts'
import { citationUnsupporting } from './citation-unsupporting.ts'
import { disclosureMissing } from './disclosure-missing.ts'
import { floorDisclosed } from './floor-disclosed.ts'
import { forbiddenPhrase } from './forbidden-phrase.ts'
import { foulSentence, isExcused, judgeSentences } from './foul-sentence.ts'
import { internalClause } from './internal-clause.ts'
import { languageMismatch } from './language-mismatch.ts'
import { type Finding, GuardInput, type GuardInputLoose, type GuardName, type GuardReport } from './model.ts'
import { numberUnsupported } from './number-unsupported.ts'
import { otherPersonData } from './other-person-data.ts'
import { policyNotEffective } from './policy-not-effective.ts'
import { promiseUnbacked } from './promise-unbacked.ts'
import { type Draft, overlaps, readDraft } from './read-draft.ts'
import { threatOrPressure } from './threat-or-pressure.ts'
import { unverifiedAccountFact } from './unverified-account-fact.ts'

/** Bumped with every change of a rule, a phrase or a threshold; an approval is bound to it (invariant 2). */
export const guardVersion = '2.3.0'

type Guard = (draft: Draft, bindings: readonly Binding[]) => Finding[]

/** The one list of guards, in the order findings are shown (invariant 9). */
const guards: readonly Guard[] = [
  floorDisclosed,
  numberUnsupported,
  unverifiedAccountFact,
  otherPersonData,
  promiseUnbacked,
  forbiddenPhrase,
  threatOrPressure,
  policyNotEffective,
  internalClause,
  citationInvalid,
  disclosureMissing,
  citationUnsupporting,
  languageMismatch,
]

/**
 * Says whether a text may be sent and what stands against it. Pure: facts, clauses and the instant arrive in the
 * input. A hard finding blocks; a soft one needs a reason. Throws a ZodError on input outside the contract.
 */
export function checkText(loose: GuardInputLoose): GuardReport {
  const draft = readDraft(GuardInput.parse(loose))
  const bindings = bindFigures(draft)
  const findings: Finding[] = []
  const judged = judgeSentences(draft)
  for (const guard of guards) {
    for (const finding of guard(draft, bindings))
      if (!isRepeat(finding, findings) && !isExcused(finding, judged)) findings.push(finding)
  }
  const ofWording = new Set<GuardName>([
    'promise_unbacked',
    'threat_or_pressure',
    'forbidden_phrase',
    'floor_disclosed',
  ])
  for (const finding of foulSentence(draft, bindings, judged)) {
    const known = findings.some(
      ({ guard, span }) => ofWording.has(guard) && span && overlaps(span, finding.span!),
    )
    if (!known) findings.push(finding)
  }
  return { sendable: !findings.some((finding) => finding.severity === 'hard'), findings }
}

/** A number already reported as a floor is not reported again as unsupported. */
function isRepeat(finding: Finding, earlier: readonly Finding[]): boolean {
  const at = (other: Finding) => other.span?.join() === finding.span?.join()
  if (finding.guard === 'number_unsupported') {
    return finding.span !== null && earlier.some((other) => at(other) && other.guard === 'floor_disclosed')
  }
  return earlier.some((other) => at(other) && other.guard === finding.guard && finding.span !== null)
}
