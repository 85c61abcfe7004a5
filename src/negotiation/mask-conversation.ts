import { recordAudit } from '../features/audit/record.ts'
import type { Conversation } from '../features/conversations/model.ts'
import { readConversation } from '../features/conversations/store.ts'
import { sealValue, valueOpener } from '../features/customers/contents.ts'
import { readAccounts, readCustomer } from '../features/customers/store.ts'
import { readPolicyData } from '../features/policies/policy-data.ts'
import type { Tx } from '../platform/db.ts'
import { mask } from '../platform/pseudonyms/mask.ts'
import { type KnownPerson, MaskState } from '../platform/pseudonyms/model.ts'
import { openMask } from '../platform/pseudonyms/open-mask.ts'
import { unmask } from '../platform/pseudonyms/unmask.ts'
import { type Story, today } from './story.ts'

/** Texts as they may leave, in the order given, and the way back for what is made of them. */
export type MaskedTexts = {
  texts: string[]
  /** Puts people's data back, in the conversation's language; or names the placeholder that stands for nobody. */
  unmask(text: string): { text: string } | { unknown: string }
  /** Masks what is said of them later, outside a transaction; whoever is new in it gets a placeholder that nobody keeps. */
  mask(text: string): string
}

/**
 * Masks texts of a conversation under placeholders that stay the same through all of it, keeps new ones sealed under the
 * customer's key, and holds the conversation's lock until the transaction ends, so that no number is given twice.
 * Mask whole texts and cut them afterwards: a piece of a number is not recognised. `not_found` once the customer is erased.
 */
export async function maskTexts(
  story: Story,
  tx: Tx,
  conversationId: string,
  texts: readonly string[],
): Promise<MaskedTexts> {
  const conversation = await readConversation(tx, conversationId, true)
  const kept = await readMask(story, tx, conversation)
  const known = await peopleOnRecord(story, tx, conversation)
  let state = openMask(known, await clearWords(story, tx), kept?.entries)
  const masked = texts.map((text) => {
    const { text: out, state: next } = mask(text, state)
    state = next
    return out
  })
  if (JSON.stringify(state) !== JSON.stringify(kept)) await keepMask(story, tx, conversation, state)
  return {
    texts: masked,
    mask: (text) => mask(text, state).text,
    unmask: (text) => {
      const back = unmask(text, state, { language: conversation.language })
      return back.ok ? { text: back.text } : { unknown: back.unknown[0]! }
    },
  }
}

async function readMask(story: Story, tx: Tx, conversation: Conversation): Promise<MaskState | undefined> {
  const open = await valueOpener(story, tx, conversation.customer_id)
  const [row] = await tx.query<{ sealed: Buffer }>(
    'select sealed from app.conversation_masks where conversation_id = $1',
    [conversation.id],
  )
  return row && MaskState.parse(open(row.sealed))
}

async function keepMask(story: Story, tx: Tx, conversation: Conversation, state: MaskState): Promise<void> {
  const { id, customer_id } = conversation
  const [row] = await tx.query<{ version: number }>(
    `insert into app.conversation_masks as m (conversation_id, customer_id, sealed) values ($1, $2, $3)
     on conflict (conversation_id) do update
       set sealed = excluded.sealed, version = m.version + 1, updated_at = app.app_now()
     returning version`,
    [id, customer_id, await sealValue(story, tx, customer_id, state)],
  )
  await recordAudit(tx, {
    action: 'conversation.masked',
    subject: ['conversation', id],
    customerId: customer_id,
    details: { version: row!.version, placeholders: state.entries.length },
  })
}

/** The customer first, so that `[NAME_1]` is always them; then whoever of the staff has joined. */
async function peopleOnRecord(
  story: Story,
  tx: Tx,
  conversation: Conversation,
): Promise<Partial<KnownPerson>[]> {
  const { profile } = await readCustomer(story, tx, conversation.customer_id)
  const accounts = await readAccounts(tx, conversation.customer_id)
  const staff = await tx.query<{ name: string }>('select name from app.staff_names() where id = $1', [
    conversation.joined_by,
  ])
  const given = (values: (string | null)[]) => values.filter((value) => value !== null)
  return [
    {
      names: given([profile.name, profile.nameEn]),
      phones: given([profile.phone]),
      cards: accounts.map((account) => account.masked_number),
    },
    ...staff.map(({ name }) => ({ names: [name] })),
  ]
}

/** What the bank calls itself and its products, and where it is reached: no secret, whatever it looks like. */
async function clearWords(story: Story, tx: Tx): Promise<string[]> {
  const asOf = today(story, tx)
  const bank = (await readPolicyData(tx, 'bank', asOf)).data as Record<string, unknown>
  const products = (await readPolicyData(tx, 'products', asOf)).data
  const named = ['names', 'app', 'address', 'hotline', 'email', 'website'].flatMap((key) =>
    stringsIn(bank[key]),
  )
  return [...new Set([...named, ...namesIn(products)])].filter((word) => word.length > 1)
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}

function namesIn(value: unknown): string[] {
  if (!value || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'name' || key === 'aliases' ? stringsIn(inner) : namesIn(inner),
  )
}
