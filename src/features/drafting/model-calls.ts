import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Usage } from '../../platform/model/fault.ts'
import { recordAudit } from '../audit/record.ts'

/** What the bank lets models use in a day; costs in minor units, null where prices are not known. */
export type ModelBudget = { tokens: number; cost: number | null }

/** The budget of the day is spent: the request did not leave. */
export class BudgetSpent extends AppError {
  constructor() {
    super('unavailable', 'what models may use in a day is used up', { reason: 'budget' })
  }
}

/** Minor units a million tokens. */
export type ModelPrice = { input: number; output: number }

/** What a request is for and of whom; one about policies alone is of nobody, one for a vector has no prompt. */
export type OpenCall = {
  purpose: 'reply' | 'repair' | 'reading' | 'question' | 'clauses'
  draftId: string | null
  conversationId: string | null
  customerId: string | null
  prompt: string | null
  promptHash: string | null
  model: string
  region: string
  /** The most tokens it may use. */
  reserve: Usage
}

/**
 * Books one request before it leaves, under a lock, so that requests made at once cannot pass the day's budget
 * together. Throws `BudgetSpent` when the budget does not cover the most it may use. `since` is the start of the
 * bank's day.
 */
export async function openCall(
  tx: Tx,
  call: OpenCall,
  { budget, price }: { budget: ModelBudget; price: ModelPrice | null },
  since: Date,
): Promise<string> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('parley_model_budget'))`)
  const [used] = await tx.query<{ tokens: number; cost_micro: number }>(
    'select tokens, cost_micro from app.model_use($1)',
    [since.toISOString()],
  )
  const reserve = call.reserve.input + call.reserve.output
  const cost = costOf(call.reserve, price) ?? 0
  if (used!.tokens + reserve > budget.tokens) throw new BudgetSpent()
  if (budget.cost !== null && used!.cost_micro + cost > budget.cost * 1_000_000) throw new BudgetSpent()
  const id = newId()
  await tx.query(
    `insert into app.model_calls (id, purpose, draft_id, conversation_id, customer_id, prompt, prompt_hash, model,
       region, reserved_tokens, reserved_cost_micro) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      call.purpose,
      call.draftId,
      call.conversationId,
      call.customerId,
      call.prompt,
      call.promptHash,
      call.model,
      call.region,
      reserve,
      cost,
    ],
  )
  await recordAudit(tx, {
    action: 'model.asked',
    subject: ['model_call', id],
    ...(call.customerId ? { customerId: call.customerId } : {}),
    details: { purpose: call.purpose, prompt: call.prompt, model: call.model, region: call.region },
  })
  return id
}

/** Millionths of a minor unit; null where prices are not known. */
function costOf({ input, output }: Usage, price: ModelPrice | null): number | null {
  return price && Math.round(input * price.input + output * price.output)
}

export type EndedCall = {
  id: string
  answeredBy: string | null
  usage: Usage
  fault: string | null
  tookMs: number
}

/** Says how a call ended and what it used; one that has ended already stays as it is. */
export async function endCall(
  tx: Tx,
  call: EndedCall,
  customerId: string | null,
  price: ModelPrice | null,
): Promise<void> {
  const { input, output } = call.usage
  const ended = await tx.query(
    `update app.model_calls set answered_by = $2, input_tokens = $3, output_tokens = $4, cost_micro = $5, fault = $6,
       took_ms = $7, ended_at = app.app_now() where id = $1 and ended_at is null returning id`,
    [call.id, call.answeredBy, input, output, costOf(call.usage, price), call.fault, Math.round(call.tookMs)],
  )
  if (ended.length === 0) return
  await recordAudit(tx, {
    action: 'model.answered',
    subject: ['model_call', call.id],
    ...(customerId ? { customerId } : {}),
    details: { input, output, ...(call.fault ? { fault: call.fault } : {}) },
  })
}

/** What the calls for one draft used: tokens, and cost in minor units where prices are known. */
export async function readDraftUse(
  tx: Tx,
  draftId: string,
): Promise<{ calls: number; tokens: number; cost: number | null }> {
  const [row] = await tx.query<{ calls: number; tokens: number; micro: string | null }>(
    `select count(*)::integer as calls, coalesce(sum(input_tokens + output_tokens), 0)::integer as tokens,
       sum(cost_micro)::text as micro from app.model_calls where draft_id = $1`,
    [draftId],
  )
  return {
    calls: row!.calls,
    tokens: row!.tokens,
    cost: row!.micro === null ? null : Math.ceil(Number(row!.micro) / 1_000_000),
  }
}
