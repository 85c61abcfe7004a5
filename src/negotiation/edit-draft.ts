import { recordAudit } from '../features/audit/record.ts'
import { readConversation } from '../features/conversations/store.ts'
import { announceFor } from '../features/customers/announce.ts'
import { readText } from '../features/customers/contents.ts'
import { editDistance } from '../features/drafting/edit-distance.ts'
import { expectEditor, expectLease } from '../features/drafting/edit-lease.ts'
import { type Draft, expectVersion, moveDraft, readDraft } from '../features/drafting/store.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { checkContent } from './check-content.ts'
import type { Story } from './story.ts'

/**
 * A person changes the words of a draft. The same guards read the new words against the same facts, any
 * approval given before no longer fits, and the person becomes the maker.
 */
export async function editDraft(
  story: Story,
  tx: Tx,
  input: { draftId: string; version: number; text: string },
): Promise<Draft> {
  expectEditor(tx)
  const conversation = await readConversation(tx, (await readDraft(tx, input.draftId)).conversation_id, true)
  const draft = await readDraft(tx, input.draftId, true)
  expectVersion(draft, input.version)
  await expectLease(tx, draft.id)
  if (draft.state !== 'ready' || !draft.basis || !draft.content_id) {
    throw new AppError('conflict', `a draft that is ${draft.state} cannot be edited`, { reason: 'state' })
  }
  if (draft.kind === 'agreement') {
    throw new AppError('conflict', 'an agreement is composed again, not edited', { reason: 'not_editable' })
  }
  const checked = await checkContent(story, tx, conversation, input.text, draft.basis)
  const original = await readText(story, tx, draft.original_content_id ?? draft.content_id)
  await tx.query(
    `update app.drafts set content_id = $2, guard_report_id = $3, sendable = $4, maker_id = $5, edit_distance = $6,
       version = version + 1, updated_at = app.app_now() where id = $1`,
    [
      draft.id,
      checked.contentId,
      checked.reportId,
      checked.report.sendable,
      tx.actor.kind === 'staff' ? tx.actor.id : null,
      editDistance(original, checked.text),
    ],
  )
  await recordAudit(tx, {
    action: 'draft.edited',
    subject: ['draft', draft.id],
    ...(draft.case_id ? { caseId: draft.case_id } : {}),
    customerId: draft.customer_id,
    details: { version: draft.version + 1, sendable: checked.report.sendable },
  })
  await announceFor(tx, draft.customer_id, 'draft', draft.id)
  return readDraft(tx, draft.id)
}

/** A person gives a draft back with a reason from the closed list; it is not used again. */
export async function returnDraft(
  tx: Tx,
  input: { draftId: string; version: number; reason: string },
): Promise<Draft> {
  const draft = await readDraft(tx, input.draftId, true)
  expectVersion(draft, input.version)
  await expectLease(tx, draft.id)
  if (draft.state !== 'ready')
    throw new AppError('conflict', `the draft is ${draft.state}`, { reason: 'state' })
  const returned = await moveDraft(tx, draft, 'returned', input.reason)
  await recordAudit(tx, {
    action: 'draft.returned',
    subject: ['draft', draft.id],
    ...(draft.case_id ? { caseId: draft.case_id } : {}),
    customerId: draft.customer_id,
    details: { reason: input.reason },
  })
  return returned
}
