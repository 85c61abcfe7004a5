import { foldText } from '../../platform/language/fold-text.ts'

/** A debt as a message may name it: by its product or the last digits of its number. */
export type NamableDebt = { id: string; product: string; masked_number: string }

/** The debt a message names; `meant` when it asks about it or says that it is the one, rather than mention it. */
export type NamedDebt = { id: string; meant: boolean }

const productWords: Record<string, RegExp> = {
  credit_card:
    /信用卡|贷记卡|(?<!银行|储蓄|借记|工资|社保|医保|电话|饭|刷)卡(?!顿|住|壳|车|片|路|通|里没)|\bcredit ?cards?\b|(?<!debit |bank |sim |id |gift )\bcards?\b/g,
  consumer_loan:
    /(?<!房|车|网|按揭|住房|助学|经营|抵押|小微|企业)贷款?(?!记|方|前|后|出)|\b(?:consumer|personal|renovation|home improvement|ease) loans?\b|(?<!home |housing |business |mortgage |car |student |working capital |sme )\bloans?\b/g,
  mortgage: /房贷|按揭|住房贷款|\bmortgage\b|\b(?:home|housing) loans?\b/g,
  small_business: /经营贷|小微贷|企业贷款|\b(?:business|sme|working capital) loans?\b/g,
}

/** Another lender's, or what is denied or in order: no debt the message is about. */
const elsewhereBefore =
  /(?:别的|其他|其它|别家|他行|外面|另一家|(?:招|建|工|农|中|交|浦发|平安|光大|民生|兴业)(?:商|设)?(?:银)?行|花呗|借呗|微粒|京东)[^，。,]{0,6}$|\b(?:other|another|different) (?:bank|lender|compan)[^,.]{0,12}$|\bother (?:credit )?$/
const deniedBefore =
  /(?:不是|并非|而非|不包括|除了|没有|没)(?:说|指|问|谈)?(?:我的|这张|那张|那笔|这笔)?$|\b(?:not|isn't|except|apart from|other than)(?: about| for)?(?: my| the)?(?: (?:credit|consumer|personal))?\s*$/
const inOrderAfter =
  /^[^，。,.;；]{0,8}(?:没问题|没事|正常|按时|还清|结清|还得上|不用管|先不)|^[^,.;]{0,16}\b(?:is|are|was) (?:fine|ok|okay|up to date|paid|current|settled|under control)\b/

const need =
  /还不上|还不起|还不清|还不了|还款|逾期|拖欠|欠|分期|延期|周转|困难|压力|协商|减免|月供|想还|先还|先谈|想谈|说的是|指的是|是说|是指|关于|针对|安排|先处理|改成|换成|那笔|这笔|那张|这张|\b(?:can't|cannot|couldn't|unable to|struggl\w+) |\bbehind\b|\boverdue\b|\bowe\b|\bpay\w*\b|\brepay\w*\b|\binstal\w*\b|\bplan\b|\babout\b|\bmean\b|\bregarding\b|\bsort out\b|\barrears\b/

/**
 * The one debt of these that a message is about. Last digits count before a product; a debt that is denied, in order or
 * another lender's does not count. Undefined when it names none, or more than one without asking about just one.
 */
export function debtNamed(text: string, debts: readonly NamableDebt[]): NamedDebt | undefined {
  const folded = foldText(text)
  const byDigits = debts.filter(({ masked_number }) => saysDigits(folded, masked_number.slice(-4)))
  if (byDigits.length === 1) return { id: byDigits[0]!.id, meant: true }
  const clauses = folded.split(/[，。！？；,!?;\n]|\.(?=\s|$)|但是?|不过|\bbut\b/).map((clause) => ({
    needs: need.test(clause),
    named: debts.filter(({ product }) => names(clause, product)),
  }))
  const all = new Set(clauses.flatMap(({ named }) => named))
  const asked = new Set(clauses.filter(({ needs }) => needs).flatMap(({ named }) => named))
  const bare = folded.replace(/[\s，。,.！!]/g, '').length <= shortAnswer
  const [only] = all.size === 1 ? all : asked.size === 1 ? asked : []
  return only && { id: only.id, meant: bare || asked.has(only) }
}

/** An answer of so few characters says nothing but which one. */
const shortAnswer = 12

function names(clause: string, product: string): boolean {
  return [...clause.matchAll(productWords[product] ?? /(?!)/g)].some(({ 0: word, index }) => {
    const before = clause.slice(0, index)
    const after = clause.slice(index + word.length)
    return !elsewhereBefore.test(before) && !deniedBefore.test(before) && !inOrderAfter.test(after)
  })
}

/** Four digits as the end of a number: after a word for it, alone in the message, or after asterisks. */
function saysDigits(folded: string, digits: string): boolean {
  const cued = new RegExp(
    `(?:尾号|后四位|末四位|最后四位|卡号|账号|合同号|ending(?: in| with)?|ends (?:in|with)|last (?:four|4)(?: digits)?|number|[*x]{2,})(?:\\s|是|为|:|：|are|is|的|·)*${digits}(?!\\d)`,
  )
  const alone = new RegExp(
    `^\\D{0,6}${digits}(?!\\d)\\s*(?:那笔|那张|那个|这笔|这张|的那笔|的那张|吧|please|one)?[。.！!]?$`,
  )
  return cued.test(folded) || alone.test(folded.trim())
}
