import type { Span } from '../../platform/language/quantities.ts'
import type { Facts } from './read-facts.ts'
import type { Reading } from './read-message.ts'

/** Terms a customer proposes, in the words of the engine's `request` (contracts.md, `offers`). */
export type CounterTerms = {
  months?: number
  instalment?: number
  first_payment?: number
  waive_fees_bp?: number
  waive_interest_bp?: number
  start?: string
}

type Found = { terms: CounterTerms; spans: { months?: Span; start?: Span } }

const pause =
  /(?:缓|宽限|停|延期|延后|推迟|延|晚|拖)(?:交|还|个)?(?:我)?$|\b(?:grace|postpone|defer|pause|delay|holiday|wait|break)\b[^.,;!?]{0,16}$/
const pastTerm =
  /(?:失业|逾期|住院|已经|最近|过去|近|停工|还了|拖欠|没|欠了|待业|工作了|还有)[^，。,]{0,6}$|\b(?:out of work|behind|overdue|unemployed|for the (?:last|past)|been|have paid|paid)\b[^.,;!?]{0,20}$/

/** The months, sums, waivers and first date that a message asks for. */
export function readCounterTerms(folded: string, reading: Reading, facts: Facts): Found {
  const found: Found = { terms: {}, spans: {} }
  readMonths(folded, reading, found)
  if (facts.instalment) found.terms.instalment = facts.instalment.minor
  if (facts.firstPayment) found.terms.first_payment = facts.firstPayment.minor
  readWaivers(folded, reading, found)
  readStart(folded, reading, found)
  return found
}

/** The last term that is no pause and no past: in "24 months is too long, 36" the later wish stands. */
function readMonths(folded: string, reading: Reading, found: Found): void {
  for (const term of reading.terms) {
    if (!('months' in term)) continue
    const before = folded.slice(Math.max(0, term.span[0] - 28), term.span[0])
    const after = folded.slice(term.span[1])
    const rejected = /^[^，。,]{0,4}太(?:短|长|久)|^ (?:is|are|would be) (?:still )?too/.test(after)
    if (pause.test(before) || pastTerm.test(before) || rejected) continue
    if (/^(?:了|没|后|前| to go| ago| grace| holiday| late| behind| overdue)/.test(after)) continue
    found.terms.months = term.months
    found.spans.months = term.span
  }
}

const feeWords =
  /违约金|滞纳金|手续费|年费|服务费|费用|(?<![学生活水电])费|\b(?:fees?|charges?|penalt(?:y|ies)|late payment)\b/
const interestWord = /利息|罚息|复利|\binterest\b/
const waive =
  /减免?|免|退|抹|去掉|取消|豁免|\b(?:waiv\w*|remov\w*|drop\w*|refund\w*|forgiv\w*|cancel\w*|reduc\w*|write off|cut|knock|off)\b/

function readWaivers(folded: string, reading: Reading, found: Found): void {
  for (const clause of clausesOf(folded)) {
    const words = folded.slice(...clause)
    if (!waive.test(words) || /不(?:用|要|必)(?:减|免)/.test(words)) continue
    const bp = share(words, reading, clause)
    if (feeWords.test(words)) found.terms.waive_fees_bp = bp
    if (interestWord.test(words)) found.terms.waive_interest_bp = bp
  }
}

function clausesOf(folded: string): [number, number][] {
  const clauses: [number, number][] = []
  let start = 0
  for (const stop of folded.matchAll(/[，。！？,!?；;\n]|\.(?=\s|$)|$/g)) {
    if (stop.index > start) clauses.push([start, stop.index])
    start = stop.index + 1
  }
  return clauses
}

/** How much is to be waived: the rate in the clause, half, or all of it. */
function share(words: string, reading: Reading, [from, to]: [number, number]): number {
  const rate = reading.rates.find((r) => r.per === 'once' && r.span[0] >= from && r.span[1] <= to)
  if (rate) return Math.round(rate.bp)
  return /一半|半数|\bhalf\b/.test(words) ? 5000 : 10_000
}

const starts =
  /(?:从|自|首期|第一期|开始|推(?:迟)?到|改到|延(?:期|后)?到|拖到|放到|等到|缓到|挪到|首次还款)[^，。,]{0,6}$|\b(?:from|start(?:ing|s)?(?: on)?|until|till|first (?:payment|instal\w+)[^.,;]{0,10}|begin(?:ning)?|move[^.,;]{0,20} to|postpone[^.,;]{0,16} to|push[^.,;]{0,16} to|delay[^.,;]{0,16} (?:to|until))\s(?:the )?$/

function readStart(folded: string, reading: Reading, found: Found): void {
  for (const { date, span } of reading.dates) {
    const before = folded.slice(Math.max(0, span[0] - 28), span[0])
    const after = folded.slice(span[1])
    if (starts.test(before) || /^(?:开始|起|再还|再开始|才(?:能|开始)?还)/.test(after)) {
      found.terms.start = date
      found.spans.start = span
      return
    }
  }
}
