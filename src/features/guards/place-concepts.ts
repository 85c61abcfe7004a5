import { labelOf } from './label-topics.ts'
import type { Fact, FactRole } from './model.ts'

/** What a number may be about, in both languages: the words tell it of a place in a text and of a fact's label. */
const concepts: readonly [string, RegExp][] = [
  [
    'owed',
    /\bow(?:e|es|ed|ing)\b|\bbalance|\boutstanding|\bdebts?\b|欠(?!费|薪)|余额|结欠|未还|未结清|尚须清偿/,
  ],
  [
    'financed',
    /\bfinanc(?:e|ed|ing)\b|\bspread(?:ing)?\b|\b(?:go(?:es|ing)?|put|placed|taken) into (?:the|this|your) (?:plan|arrangement)|\bplan (?:covers|amount|sum)|\brescheduled|\bprincipal\b|\brepaid (?:over|by|in)\b|\bborrow|分期(?:的)?(?:本金|金额|款|总额|欠款)|(?:纳入|列入|并入|放进|转入|进入|计入)[^,。;]{0,4}(?:分期|方案|计划)|融资|本金|借款/,
  ],
  [
    'instalment',
    /\b(?:each|every|per|a) (?:month|payment|instal?lment)|\bmonthly\b|\binstal?lments?\b|\bapiece\b|\bat a time\b|\b(?:parts|payments|portions|slices|pieces) of\b|\beach\b|每(?:个)?月|每期|月供|月[付还缴]|各期|每[趟笔次]|期款/,
  ],
  ['last', /\b(?:last|final|closing)\b|末[期月一笔趟]|最后|尾[款期]/],
  ['first', /\b(?:first|initial|opening)\b|首[期次笔月]|第一[期笔次]|头一[期笔趟]/],
  [
    'total',
    /\btotal|\bin all\b|\baltogether\b|\baggregate\b|\boverall\b|\ball told\b|\bwhole (?:cost|sum)|\btogether\b|\bin full\b|\bpaid back\b|合计|总(?:共|计|额|还款|付|数|和)|一共|共(?:计|还|付|需)|连本带[利息]|全部(?:还|支付)/,
  ],
  [
    'down payment',
    /\bdown\b(?! (?:to|from|by))|\bup[- ]?front\b|\bdeposit\b|(?<!不付|无|没有?|零|免|如果付了)首付|先(?:付|还|缴|交)(?!后)|头款/,
  ],
  [
    'waived',
    /\bwaiv|\bwritten off|\bwrite off|\bforgiv|\bcancel|\bremov|\blet you off|免(?:除|收|掉|去)?|不再收|勾销/,
  ],
  ['interest', /\binterest\b(?![- ](?:rate|free))|利息|息费/],
  ['charge', /\b(?:default|late|penalty) (?:charges?|fees?)|\bpenalt(?:y|ies)\b|违约金|滞纳金|罚息/],
  ['annual fee', /\b(?:annual|yearly) fee|年费/],
  [
    'message fee',
    /\b(?:text|message|sms|alert)s?(?: message)? (?:fee|charge|alert)|短信(?:服务)?费|短信|通知费/,
  ],
  ['cash fee', /\bcash[- ](?:advance|withdrawal)|取现|预借现金/],
  ['subscription', /\bsubscription|认购|申购/],
  [
    'refund',
    /\brefund|\breturned?\b|\b(?:go(?:es|ing)?|come|comes|paid|put) back\b|\bback (?:on|to|in) your|退[还回给款到]|返还|全退/,
  ],
  [
    'bought',
    /\bbought\b|\binvest(?:ed|ing|ment)?\b|\bput in\b|\bplaced\b|\bpurchase[ds]?\b|\bprincipal\b|\bpaid (?:in|for)\b|\b(?:you|which you) paid\b|买入|买的|投(?:入|资|的|了)|购(?:买|入)|持有(?:的)?|存入|本金|认购金额/,
  ],
  [
    'worth',
    /\bworth\b|\bvalue[ds]?\b|\bvaluation|\bstood at\b|\bstands at\b|\bquoted\b|\bclosed? at\b|市值|现值|净值|估值|现在值|目前值|价值/,
  ],
  [
    'loss',
    /\bloss(?:es)?\b|\blost\b|\byou are down\b|\bbelow\b|\bless\b|\bfallen\b|\bdropped\b|\bshort(?:fall)?\b|亏|损失|跌|账面减少|缩水|短[了少]|差额|缺口/,
  ],
  ['gain', /\bgain(?:ed|s)?\b|\bprofit|\bearned\b|\byield(?:ed)?\b|收益|盈利|赚/],
  ['paid out', /\bpa(?:id|y) out\b|\bmaturity\b|\breceived\b|\bgot\b|取回|到手|到期(?:取|得|兑)|兑付/],
  ['minimum', /\bminimum\b|最低/],
  ['statement', /\bstatement\b|账单/],
  ['overdue', /\boverdue\b|\barrears\b|\bpast due\b|逾期/],
  ['not yet due', /\bnot yet due\b|尚未到期|未到期/],
  ['limit', /\blimit\b|额度/],
  [
    'before',
    /\bbefore (?:the )?(?:correction|change|adjustment)|\bcomes? down from\b|\bformer|\bold\b|\bprevious|\bin the past\b|\bso far\b|\bused to\b|过去|此前|以前是|更正前|原列|原来|调整前|变更前/,
  ],
  [
    'after',
    /\bafter (?:the |these |those |this )?(?:correction|change|adjustment|entr|deduct)|\bcomes? down .{0,30}\bto\b|\bnew\b|\bis now\b|\bfrom now on\b|现在是|今后|新的|更正后|调整后|变更后|扣(?:除|掉)[^,。]{0,8}后/,
  ],
  ['recovered', /\brecovered\b|追回|找回/],
  ['missing', /\bmissing\b|\bstill gone\b|未追回/],
  ['frozen', /\bfro(?:ze|zen)\b|\bblocked\b|冻结/],
  ['benchmark', /\bbenchmark|业绩(?:比较)?基准|基准/],
  ['actual', /\bactual|\brealised|\bturned out|实际(?:年化)?|折(?:合|成|算)/],
  ['nominal', /\bnominal|\bsimple\b|名义|名目/],
  ['effective', /\beffective|\bcompound|实际(?:年)?利率|实际年化|有效/],
  [
    'asked',
    /\byou(?:r)? (?:ask|asked|offer(?:ed)?|propos\w+|suggest\w*|nam(?:e|ed)|said|say|mention\w*|could (?:pay|manage)|can (?:pay|manage)|want|wanted)\b|\bdemand|(?:您|你)(?:想|说|提|要|希望|问|能|可|来函|最多)|索要|要求/,
  ],
  ['limit of means', /能拿出|拿得出|承受/],
  [
    'grace',
    /\bgrace\b|\bpause|\bholiday\b|\bnothing (?:to pay|is due)|\byou pay nothing\b|\bdry\b|宽限|暂缓|缓[交还]|不用还/,
  ],
  [
    'term',
    /\b(?:runs?|lasts?|plan (?:of|over|runs)|whole thing|in all|altogether)\b|总期|期限|为期|共(?=\s?$)|全程/,
  ],
  ['started', /\bstart|\bbeg[iau]n|\bcommenc|\bfrom\b|\bopen(?:ed)?\b|起[算始]|开始|自/],
  [
    'ended',
    /\bend(?:s|ing|ed)?\b|\bconclud|\bclos(?:e|es|ing)\b|\bmatur|\bfinish|\bdone on\b|\buntil\b|\btill\b|结束|止|到期|还清|还完|截/,
  ],
  [
    'deadline',
    /\bdeadline|\breply|\banswer|\baccept|\bvalid|\bopen (?:for|until|till)|\boffer (?:is|stands|lapses|expires)|\b(?:you have|stands?|good) (?:until|till)\b|期限|截止|有效|答复|回复|保留至/,
  ],
  ['call', /\b(?:call|ring|phone|telephone|speak|visit|come)\b|回电|致电|来电|电话|上门/],
  ['hold', /\bhold\b|\bstop(?:ped)?\b|\bpause[ds]?\b|\bsuspend|暂停|停止/],
  [
    'received',
    /\breceived\b|\bcomplaint (?:of|dated)|\bregister|\bappl(?:y|ied|ication)|提交|受理|登记|收到|申请/,
  ],
]

const ofRole: Partial<Record<FactRole, readonly string[]>> = {
  balance: ['owed'],
  financed: ['financed'],
  instalment: ['instalment'],
  total: ['total'],
  down_payment: ['down payment'],
  waived: ['waived'],
  apr_nominal: ['nominal'],
  apr_effective: ['effective'],
  months: ['term'],
  first_due: ['first', 'started'],
  last_due: ['last', 'ended'],
  deadline: ['deadline'],
}

/** A place's words by how near they are told of its number; 1 is nearest. */
export type Told = ReadonlyMap<string, number>

/** What `words` speak of; the concept said last (`towards` the number) counts in full, others less. */
export function conceptsIn(words: string, towards: 'end' | 'start', full: number): Map<string, number> {
  const hits = concepts.flatMap(([name, pattern]) => {
    const all = [...words.matchAll(new RegExp(pattern.source, 'gu'))]
    const match = towards === 'end' ? all.at(-1) : all[0]
    if (!match) return []
    return [{ name, gap: towards === 'end' ? words.length - match.index - match[0].length : match.index }]
  })
  const nearest = Math.min(...hits.map(({ gap }) => gap))
  return new Map(hits.map(({ name, gap }) => [name, gap <= nearest + 3 ? full : full * 0.6]))
}

const known = new Map<string, readonly string[]>()

/** What a fact is about: by its label where that says something, and by its role. */
export function conceptsOf(fact: Fact): readonly string[] {
  const key = `${fact.role ?? ''} ${fact.source ?? ''} ${labelOf(fact)}`
  const found = known.get(key)
  if (found) return found
  const label = labelOf(fact)
  const said = concepts.flatMap(([name, pattern]) => (pattern.test(label) ? [name] : []))
  const all = [...new Set([...said, ...(ofRole[fact.role ?? 'other'] ?? [])])]
  if (fact.source === 'message') all.push('asked')
  if (known.size > 2000) known.clear()
  known.set(key, all)
  return all
}

/** How well a fact suits a place: the concept told best of it, and a little of the next. */
export function suits(fact: Fact, told: Told): number {
  const [first = 0, second = 0] = conceptsOf(fact)
    .map((name) => told.get(name) ?? 0)
    .sort((a, b) => b - a)
  return first + second * 0.3
}
