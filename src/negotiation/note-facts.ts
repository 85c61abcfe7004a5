import { readFacts } from '../features/analysis/read-facts.ts'
import type { Reading } from '../features/analysis/read-message.ts'
import { type NewFact, recordFacts } from '../features/cases/record-facts.ts'
import type { Case } from '../features/cases/store.ts'
import type { Message } from '../features/conversations/model.ts'
import { requestFacts } from '../features/offers/requested-terms.ts'
import type { Tx } from '../platform/db.ts'
import type { Story } from './story.ts'

const willingWords =
  /愿意|我想还|想办法还|一定还|会还|willing|happy to (?:re)?pay|want to (?:re)?pay|i(?:'ll| will) (?:re)?pay/i

/** The customer offers to have instalments taken by themselves; being charged by surprise is no offer. */
const directDebitWords =
  /(?:愿意|同意|可以|能|接受)[^，。！？；不]{0,8}(?:自动扣款|自动还款|代扣)|\b(?:set up|agree to|sign up for|happy (?:with|to)|accept|can do)\b[^.,;!?]{0,24}\b(?:direct debit|auto-?pay|automatic (?:payments?|debit))/i

/** Records what a message states for the case, each figure as stated by the customer in that message. */
export async function noteFacts(
  story: Story,
  tx: Tx,
  of: Case,
  message: Pick<Message, 'id' | 'text'>,
  reading: Reading,
): Promise<void> {
  await recordFacts(
    story,
    tx,
    of,
    statedIn(message.text, reading).map((fact) => ({
      ...fact,
      grade: 'stated',
      messageId: message.id,
      latest: fact.name in requestFacts,
    })),
  )
}

/** The stated facts of one message under the names the case keeps them by. */
export function statedIn(text: string, reading: Reading): Pick<NewFact, 'name' | 'value'>[] {
  const facts = readFacts(text, reading)
  const stated: Pick<NewFact, 'name' | 'value'>[] = []
  const add = (name: string, value: number | string | undefined) => {
    if (value !== undefined) stated.push({ name, value })
  }
  const sum = (items: { monthly: number }[]) => items.reduce((total, item) => total + item.monthly, 0)
  add('cause', facts.cause?.signal)
  if (facts.income.length > 0) add('monthly_income', sum(facts.income))
  if (facts.income.length === 1) add('income_kind', facts.income[0]!.kind)
  // One item of spending says nothing of the whole: only a figure for all living costs replaces a record.
  const living = facts.essential.filter((item) => item.label === 'living')
  if (living.length > 0) add('monthly_spending', sum(living))
  const others = facts.debtService.filter((item) => item.label === 'other_debt')
  if (others.length > 0) add('other_debt_service_monthly', sum(others))
  add('liquid_assets', facts.liquidAssets?.minor)
  add('offered_instalment', facts.instalment?.minor)
  add('offered_down_payment', facts.firstPayment?.minor)
  add('requested_months', facts.months?.months)
  add('requested_start', facts.firstDue?.date)
  add('requested_fee_waiver_bp', facts.counter?.waive_fees_bp)
  add('requested_interest_waiver_bp', facts.counter?.waive_interest_bp)
  if (directDebitWords.test(text)) add('direct_debit', 'yes')
  add('dependants', facts.dependants?.count)
  const asks = reading.intents.includes('plan_request') || reading.intents.includes('counter_offer')
  if (asks || facts.instalment || willingWords.test(text)) add('willing', 'yes')
  return stated
}
