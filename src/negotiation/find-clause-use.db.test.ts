import { expect, it } from 'vitest'
import { findClauseUse } from './find-clause-use.ts'
import { draftedAgreement, draftedOffer, testBank } from './negotiation.fixture.ts'

it('names the open drafts and the agreements that cite a clause, and nothing for one nobody cites', async () => {
  const bank = await testBank()
  const { draft } = await draftedOffer(bank)
  const [versionId, clauseId] = draft.basis!.citations[0]!.ref.split(' ') as [string, string]
  const { drafts } = await findClauseUse(bank.story.db, clauseId)
  expect(drafts).toContainEqual({ id: draft.id, state: 'ready', versionId })
  expect(await findClauseUse(bank.story.db, 'card-hardship-zh#999')).toEqual({
    drafts: [],
    agreements: [],
    evalCases: [],
  })

  const written = await draftedAgreement(bank)
  const cited = written.draft.basis!.citations[0]!.ref.split(' ') as [string, string]
  const use = await findClauseUse(bank.story.db, cited[1])
  expect(use.agreements).toContainEqual({ id: written.agreementId, state: 'drafted', versionId: cited[0] })
})
