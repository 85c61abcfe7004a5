import { foldText } from '../../platform/language/fold-text.ts'
import type { Quantity } from '../../platform/language/quantities.ts'
import { type Intent, intents, type Signal } from '../cases/model.ts'
import { counterWords, foreignWords, intentWords, smalltalkWords } from './read-intent-words.ts'

const compiled = Object.entries(intentWords).map(([intent, { any, never }]) => ({
  intent: intent as Intent,
  any: new RegExp(any.join('|'), 'g'),
  never: never ? new RegExp(never.join('|'), 'g') : undefined,
}))

const hardship: Signal[] = ['job_loss', 'income_drop', 'illness', 'disaster', 'overindebted']

/**
 * What the words of a message say it is after (contracts.md, intents), in vocabulary order; none where no rule speaks.
 * The classifier weighs these findings together with everything else in the message.
 */
export function readIntents(
  text: string,
  signals: readonly Signal[],
  quantities: readonly Quantity[],
): Intent[] {
  const folded = foldText(text).replace(/(?<=\d)[.,](?=\d)/g, '·')
  const found = new Set<Intent>()
  for (const { intent, any, never } of compiled) if (matches(folded, any, never)) found.add(intent)
  addFromSignals(found, signals, folded)
  const terms = quantities.some(
    (q) => q.kind === 'amount' || q.kind === 'months' || q.kind === 'days' || q.kind === 'rate',
  )
  if (terms && counterWords.test(folded) && isBargaining(folded, found)) found.add('counter_offer')
  settle(found, folded)
  if (found.size === 0 && !foreignWords.test(folded) && offersToPay(folded, quantities))
    found.add('plan_request')
  const foreign = foreignWords.test(folded)
  if (found.size === 0) {
    if (foreign) return ['out_of_scope']
    if (smalltalkWords.test(folded) && folded.length <= 60 && quantities.length === 0)
      return ['thanks_or_smalltalk']
    if (signals.includes('self_harm')) return ['repayment_difficulty']
    return []
  }
  if (foreign && found.size === 1 && found.has('product_question')) return ['out_of_scope']
  return intents.filter((intent) => found.has(intent))
}

function matches(folded: string, any: RegExp, never: RegExp | undefined): boolean {
  const idle = never ? [...folded.matchAll(never)].map((m) => [m.index, m.index + m[0].length] as const) : []
  for (const match of folded.matchAll(any)) {
    const end = match.index + match[0].length
    if (match[0] && !idle.some(([from, to]) => from < end && match.index < to)) return true
  }
  return false
}

function addFromSignals(found: Set<Intent>, signals: readonly Signal[], folded: string): void {
  if (signals.includes('wants_person')) found.add('wants_person')
  if (signals.includes('complains') || signals.includes('harassment_claim')) found.add('complaint')
  if (signals.includes('claims_fraud')) found.add('fraud_report')
  if (hardship.some((signal) => signals.includes(signal)) && !found.has('investment_doubt')) {
    const owes =
      /还|贷|卡|欠|款|债|供|账|钱|怎么办|困难|\b(?:pay\w*|paid|loan|debt|card|owe|bill|mortgage|instal\w*|money|afford|help|repay\w*|balance)\b/
    if (owes.test(folded) || found.size === 0 || found.has('plan_request')) found.add('repayment_difficulty')
  }
}

/** Signs that an offer is being answered, and not only a means stated. */
const firmCounter =
  /方案|你们(?:说|给|提|报)|太(?:高|多|长|短)|改(?:成|到|为)|换成|降(?:到|为)|减(?:到|为)|再(?:少|降|低|减|多|长)|延(?:长)?到|如果|要是|的话我|折中|too (?:high|much|long|short)|instead|how about|what about|could you (?:do|accept|make)|would you|if you|offer|would be (?:ok|fine|possible|doable)|halfway|counter|proposal|your plan/

/** A counter-proposal answers terms: it needs talk of paying, and no plain question about prices. */
function isBargaining(folded: string, found: Set<Intent>): boolean {
  if (found.has('investment_doubt') || found.has('product_question') || found.has('transaction_dispute'))
    return false
  if (found.has('repayment_difficulty') && !firmCounter.test(folded)) return false
  if (found.has('rate_or_fee_question') && !/每月|一个月|每期|方案|month/.test(folded)) return false
  return /还|付|月供|期|方案|免|减|一个月|每月|出|\b(?:pay\w*|months?|monthly|instal\w*|plan|offer|do|afford|manage|make it|too much|waive|accept)\b/.test(
    folded,
  )
}

/** A sum, a term or a day to pay by, asked for or promised: a plan is wanted even where no word of it stands. */
function offersToPay(folded: string, quantities: readonly Quantity[]): boolean {
  if (!quantities.some((q) => q.kind !== 'count' && q.kind !== 'rate')) return false
  const pays =
    /还|付|交|缴|缓|延|推|拖|结清|[做办分][^，。]{0,6}期|\b(?:pay|repay|settle|clear|put|send|spread|arrange|transfer)\b/
  const ahead =
    /可以|能|行|想|会|再|先|一定|保证|前|吗|\b(?:can|could|will|would|i'll|want|may|by|please|going to|let me)\b/
  return pays.test(folded) && ahead.test(folded) && !/还了|已经|\bpaid\b/.test(folded)
}

/** Of intents that shadow each other the plainer one goes. */
function settle(found: Set<Intent>, folded: string): void {
  const asksPlan =
    /想|申请|能不能|可以|能否|希望|协商|行吗|吗|\b(?:can|could|want|like|would|possible|please|may|need)\b/
  const conditional =
    /太|改|降|但|不过|如果|要是|只要|再|最多|\b(?:but|if|only|instead|too|however|unless|could)\b/
  if (found.has('counter_offer') && found.has('accept_offer'))
    found.delete(conditional.test(folded) ? 'accept_offer' : 'counter_offer')
  if (found.has('counter_offer') && found.has('plan_request') && /如果|要是|只要|\bif you\b/.test(folded))
    found.delete('plan_request')
  if (found.has('counter_offer') && found.has('plan_request') && !asksPlan.test(folded))
    found.delete('plan_request')
  if (
    found.has('counter_offer') &&
    /方案|你们(?:给|说|提)|\b(?:your|the|this|that) (?:offer|plan|proposal)\b|\binstead\b|太(?:高|多|长|短)|too (?:high|much|long)/.test(
      folded,
    )
  ) {
    found.delete('plan_request')
    if (!/不(?:同意|接受)|\b(?:decline|reject|refuse|don't accept|can't accept)\b/.test(folded))
      found.delete('decline_offer')
    found.delete('accept_offer')
  }
  if (found.has('decline_offer')) {
    found.delete('accept_offer')
    if (!/收|扣|charged/.test(folded)) found.delete('fee_dispute')
  }
  if (
    found.has('status_question') &&
    !/想|还不|没钱|希望|能不能|困难|失业|\b(?:can't|cannot|want|could|lost|struggl\w*)\b/.test(folded)
  ) {
    found.delete('plan_request')
    found.delete('repayment_difficulty')
  }
  if (
    found.has('credit_record_question') &&
    !/想|申请|帮我|能不能|\b(?:want|like to|can i|could i)\b/.test(folded)
  )
    found.delete('plan_request')
  if (found.has('counter_offer')) found.delete('balance_or_due_question')
  if (found.has('fee_waiver_request')) found.delete('rate_or_fee_question')
  if (found.has('fee_dispute')) {
    found.delete('rate_or_fee_question')
    found.delete('card_or_account_service')
  }
  if (found.has('fee_waiver_request') && /通融/.test(folded)) found.delete('plan_request')
  if (found.has('fee_dispute') && !/交易|消费|刷|transaction|purchase/.test(folded))
    found.delete('transaction_dispute')
  if (
    found.has('credit_record_question') &&
    found.has('repayment_difficulty') &&
    !/还不|没钱|困难|失业|压力|can't|cannot|struggl|lost|unable/.test(folded)
  )
    found.delete('repayment_difficulty')
  if (found.has('risk_rating_question')) found.delete('product_question')
  if (found.has('investment_doubt')) found.delete('product_question')
  if (
    found.has('rate_or_fee_question') &&
    found.has('product_question') &&
    !/推荐|哪|recommend|which/.test(folded)
  )
    found.delete('product_question')
  if (
    found.has('rate_or_fee_question') &&
    found.has('plan_request') &&
    !/我想|想要|希望|帮我|\b(?:want|like|need) to\b/.test(folded)
  )
    found.delete('plan_request')
  if (
    found.has('balance_or_due_question') &&
    found.has('rate_or_fee_question') &&
    !/利|费|息|\b(?:fee|rate|interest|apr)\b/.test(folded)
  )
    found.delete('rate_or_fee_question')
}
