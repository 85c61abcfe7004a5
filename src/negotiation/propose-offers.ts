import { recordAudit } from '../features/audit/record.ts'
import { announceCase, moveCase } from '../features/cases/open-case.ts'
import type { Case } from '../features/cases/store.ts'
import { storeContent } from '../features/customers/contents.ts'
import type { AccountRow } from '../features/customers/model.ts'
import { type Arranged, arrangeOffers, type Talk } from '../features/offers/arrange-offers.ts'
import { insertConcession } from '../features/offers/concession-store.ts'
import type { OffersInput, Refusal } from '../features/offers/model.ts'
import { type OfferParameters, parametersAsOf } from '../features/offers/parameters.ts'
import { riskView } from '../features/offers/risk-view.ts'
import { insertOfferSet } from '../features/offers/store.ts'
import { readPolicyData } from '../features/policies/policy-data.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { debtOfCase } from './debt-of-case.ts'
import { engineInput, talkOn } from './gather-engine-input.ts'
import { type Story, today } from './story.ts'

/** The engine's parameters in force today; `unavailable` when the bank has filed none. */
export async function offerParameters(tx: Tx, asOf: string): Promise<OfferParameters> {
  const [authority, creditPlans, suitability] = [
    (await readPolicyData(tx, 'authority', asOf)).data,
    (await readPolicyData(tx, 'credit_plans', asOf)).data,
    (await readPolicyData(tx, 'suitability', asOf)).data,
  ]
  const parameters = parametersAsOf({ authority, creditPlans, suitability }, asOf)
  if (!parameters) throw new AppError('unavailable', `no engine parameters are in force on ${asOf}`)
  return parameters
}

/** The member of staff who asks for offers; with a reason, for the customer's request to be put forward as it is. */
export type Asker = { staffId: string; reason?: string }

/**
 * Runs the offer engine on what the case knows and keeps its whole answer, an empty one included, with who gave what for
 * what. Only as `system:proposal`: nobody else may write offers; `asker` is the person the machine does it for.
 */
export async function proposeOffers(
  story: Story,
  tx: Tx,
  of: Case,
  asker?: Asker,
): Promise<{ of: Case; setId: string; found: number }> {
  if (of.status === 'closed') throw new AppError('conflict', 'the case is closed', { reason: 'closed' })
  const asOf = today(story, tx)
  const { account, choices } = await debtOfCase(tx, of)
  if (!account && choices.length > 0) {
    throw new AppError('conflict', 'nobody has said which of the debts is to be planned', {
      reason: 'which_debt',
    })
  }
  if (!account) throw new AppError('conflict', 'there is no debt in this case to make an offer on')
  const parameters = await offerParameters(tx, asOf)
  const input = await engineInput(story, tx, of, account, parameters)
  const talk = await talkOn(story, tx, of, account, input.request ?? null, parameters)
  const arranged = arrangeOffers(input, { ...talk, byPerson: asker?.reason !== undefined }, parameters)
  const setId = await keepRun(story, tx, {
    of,
    account,
    input,
    arranged,
    parameters,
    talk,
    ...(asker ? { asker } : {}),
  })
  const found = 'offers' in arranged ? arranged.offers.length : 0
  await announceCase(tx, of)
  const moved = of.stage === 'analysis' && found > 0 ? await moveCase(tx, of, 'proposal') : of
  return { of: moved, setId, found }
}

type Run = {
  of: Case
  account: AccountRow
  input: OffersInput
  arranged: Arranged | Refusal
  parameters: OfferParameters
  talk: Pick<Talk, 'received'>
  asker?: Asker
}

async function keepRun(story: Story, tx: Tx, run: Run): Promise<string> {
  const { of, account, input, arranged, parameters, talk, asker } = run
  const { version, hash } = parameters
  const offers = 'offers' in arranged ? arranged.offers : []
  const result =
    'offers' in arranged
      ? {
          ...arranged.answer,
          outcome: offers.length > 0 ? ('offers' as const) : ('empty' as const),
          offers: offers.map((offer) => ({ ...offer, risk: riskView(offer, input, parameters) })),
        }
      : arranged
  const reasonId = asker?.reason ? await storeContent(story, tx, of.customer_id, asker.reason) : null
  const ids = { caseId: of.id, customerId: of.customer_id, accountId: account.id }
  const setId = await insertOfferSet(tx, {
    ...ids,
    askedBy: asker?.staffId ?? null,
    reasonId,
    inputId: await storeContent(story, tx, of.customer_id, JSON.stringify(input), 'application/json'),
    result: { ...result, parameters: { version, hash } },
    approvals: (authority) => parameters.authority.rows.find((row) => row.role === authority)!,
  })
  if ('offers' in arranged && offers.length > 0) {
    const verdict = arranged.answer.request_verdict
    await insertConcession(
      tx,
      { setId, ...ids },
      {
        round: arranged.round,
        request: input.request ?? null,
        inside: verdict?.inside ?? null,
        rules: verdict?.rules ?? [],
        received: talk.received,
        table_value: arranged.table,
        given: arranged.given,
        held_by: arranged.held_by,
        warnings: arranged.warnings,
      },
    )
  }
  await recordAudit(tx, {
    action: 'offers.computed',
    subject: ['offer_set', setId],
    caseId: of.id,
    customerId: of.customer_id,
    details: {
      outcome: result.outcome,
      offers: offers.length,
      parameters: hash,
      ...(asker ? { asked_by: asker.staffId, reason: reasonId } : {}),
      ...('offers' in arranged ? auditOf(arranged, talk) : {}),
    },
  })
  return setId
}

/** Who gave what for what, in the words of the record: kinds and rules, never a value. */
function auditOf(
  { round, answer, held_by, warnings, offers }: Arranged,
  { received }: Pick<Talk, 'received'>,
) {
  const verdict = answer.request_verdict
  return {
    round,
    received,
    inside: verdict?.inside ?? null,
    refused_by: verdict?.rules ?? [],
    held_by,
    warnings,
    origin: offers[0]?.origin ?? null,
  }
}
