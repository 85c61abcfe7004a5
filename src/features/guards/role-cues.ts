import type { FactRole } from './model.ts'

/** Families of figures that share role words. */
export type Family = 'money' | 'rate' | 'term' | 'date'

/**
 * Words that say what a number is. `before` cues stand anywhere ahead of the number in its phrase, `after` cues
 * right behind it. `roles` empty: the phrase is somebody's wish or story, so no role is claimed.
 */
export type Cue = {
  family: Family
  side: 'before' | 'after'
  roles: readonly FactRole[]
  weight: number
  pattern: RegExp
}

const strong = 3
const medium = 2.2
const weak = 1.4

function cue(family: Family, side: Cue['side'], roles: Cue['roles'], weight: number, pattern: RegExp): Cue {
  return { family, side, roles, weight, pattern: new RegExp(pattern.source, 'g') }
}

/** Patterns read folded text: lower case, simplified, half width. */
export const cues: readonly Cue[] = [
  // Money, Chinese, ahead of the number
  cue(
    'money',
    'before',
    ['balance'],
    strong,
    /(?<!分期|减免后)(?:余额|结余|欠款|结欠|所欠|尚欠|仍欠|还欠|欠(?!息|费|薪)|未还(?!利息|息|费)|未结清|待还|应还总?额|账面|债务|透支)(?:总额|合计|共计|金额|本金|本息)?/,
  ),
  cue(
    'money',
    'before',
    ['balance', 'financed'],
    strong,
    /(?:减免|免除|扣除|首付|减掉|减去|抵扣|支付首付|还掉)[^,。]{0,12}(?:后|之后)[,]?(?:的)?(?:剩余|余额|欠款|应还|本金)?|剩余(?:的)?(?:欠款|余额|本金|部分|金额)?|剩下|余下|其余|还剩/,
  ),
  cue(
    'money',
    'before',
    ['financed'],
    strong,
    /(?:纳入分期|分期(?:的)?(?:本金|金额|总额|余额|款项|部分)|重组(?:金额|本金)|办理分期(?:的)?(?:金额|本金)?|(?:参与|申请|进入|用于|可)分期(?:的)?(?:金额|本金|部分)?|融资(?:金额|本金)|展期金额)/,
  ),
  cue('money', 'before', ['balance', 'financed', 'other'], medium, /本金/),
  cue(
    'money',
    'before',
    ['instalment'],
    strong,
    /(?:每期|每个?月(?:仅|只|各|需|应|须|要|将|约|按|固定|您|的)*(?:还|偿还|支付|付|缴|交|供|归还|扣)?|月供|月还(?:款|额)*|期供|期款|单期|按月|月均|每笔|各期|逐月|每一期|月付|每次)/,
  ),
  cue('money', 'before', ['instalment', 'down_payment', 'other'], strong, /(?:首期|第一期|首笔|第一笔|首月)/),
  cue('money', 'before', ['instalment', 'other'], strong, /(?:最后一期|最后一笔|末期|尾期|尾款)/),
  cue(
    'money',
    'before',
    ['total'],
    strong,
    /(?:共还|总共(?:需|应|要|须|将|会)?(?:还|偿还|支付|归还)|一共(?:需|应|要|须|将|会)?(?:还|偿还|支付|归还|付)|合计(?:需|应|要|须|将|会)?(?:还|偿还|支付|归还)|共计(?:需|应|要|须|将|会)?(?:还|偿还|支付|归还)|累计(?:需|应|要|须|将|会)?(?:还|偿还|支付|归还)|共(?:需|应|要|须)(?:还|偿还|支付|归还|付)|总还款(?:额|金额)?|还款总(?:额|金额|和)|(?:总|综合)(?:融资)?成本|全部(?:还款|款项|还清)|还款(?:额|金额)?(?:合计|总计|共计)|支付总额|(?:全|整个?)期(?:总)?(?:计|合计|共)|全程|(?:加起来|加在一起|全部加总|前后)(?:一共|总共|共|合计)?|总支出|总计(?:需|应|要)?(?:还|偿还|支付))/,
  ),
  cue(
    'money',
    'before',
    ['total', 'balance', 'financed', 'waived', 'down_payment', 'other'],
    weak,
    /(?:合计|共计|总计|总额|总共|一共|总和|共)/,
  ),
  cue(
    'money',
    'before',
    ['down_payment'],
    strong,
    /(?:首付(?:款)?|首期款|首次(?:还款|支付)|头款|先(?:行)?(?:还|付|支付|偿还|缴|归还|存入)|预付|一次性(?:先)?(?:还|付|支付|偿还|缴|存入))/,
  ),
  cue(
    'money',
    'before',
    ['waived'],
    strong,
    /(?:减免|免除|豁免|免收|免去|免掉|减掉|减去|减收|少收|优惠|不再收取|不收|冲减|核减)(?!后|前|之后|申请后)/,
  ),
  cue(
    'money',
    'before',
    ['other', 'waived'],
    medium,
    /(?:违约金|滞纳金|罚息|利息|年费|手续费|服务费|费用|息费)/,
  ),
  cue(
    'money',
    'before',
    ['other'],
    strong,
    /(?:收入|工资|薪水|薪资|退休金|养老金|生活费|生活开支|开支|支出|房租|房贷|存款|资产|最低还款额?|信用额度|额度)/,
  ),
  cue(
    'money',
    'before',
    [],
    strong + 0.3,
    /(?:您|你|客户)(?:之前|曾|刚才|此前|上次|在[^,]{0,8})?(?:提出|希望|表示|说|提到|告诉我们|申请|建议|要求|反馈|想|来信|目前能|现在能|能够|可以|能|承受|可承受|愿意)(?!的)|(?:可|能够?)(?:承受|负担|拿出)|承受(?:能力|范围)/,
  ),
  cue(
    'money',
    'before',
    [],
    strong + 0.4,
    /(?:不[宜应能可得会]?(?:高于|超过|多于|大于)|上限(?:为|是|:)?|最多|最高|至多|不低于|至少|高于|低于)\s?$/,
  ),
  cue(
    'money',
    'before',
    [],
    strong + 0.4,
    /\b(?:above|more than|at most|no more than|(?<!adds? |adding )up to|below|under|less than|at least|maximum(?: of)?|exceed(?:s|ing)?|over)\s$/,
  ),
  // Money, Chinese, behind the number
  cue(
    'money',
    'after',
    ['instalment'],
    strong,
    /^\s?(?:\/|每|一个?)\s?个?(?:月|期)|^\s?\((?:每期|月供|每月(?:还款)?|单期)/,
  ),
  cue(
    'money',
    'after',
    ['balance'],
    strong,
    /^\s?的?(?:总|剩余|未还|信用卡|贷款|账户|卡内)?(?:余额|欠款|债务|逾期款)|^\s?\((?:余额|欠款|总欠款)/,
  ),
  cue(
    'money',
    'after',
    ['balance', 'financed'],
    strong + 0.2,
    /^[^,。;]{0,12}(?:分|做|办理|按)\s?(?:成|为)?\s?[\d一二三四五六七八九十两]*\s?(?:个?月|期)/,
  ),
  cue(
    'money',
    'after',
    ['total'],
    strong,
    /^\s?的?(?:总还款|还款总额|总成本)|^\s?\((?:合计|总额|总计|共还|还款总额|总还款额)/,
  ),
  cue(
    'money',
    'after',
    ['waived'],
    strong,
    /^\s?的?[^,。;\d]{0,14}(?:减免|免除|豁免|免收|不再收取|予以免|给您免|全免)(?!后|申请)/,
  ),
  cue(
    'money',
    'after',
    ['down_payment'],
    strong,
    /^\s?的?(?:首付|首期款|头款)|^\s?作为(?:首付|首期|头款)|^\s?\((?:首付|首期款)/,
  ),
  cue('money', 'after', ['other', 'waived'], medium, /^\s?的?(?:违约金|滞纳金|罚息|利息|年费|手续费|费用)/),
  cue(
    'money',
    'after',
    ['other'],
    strong,
    /^\s?的?(?:月?收入|工资|生活费|房租|房贷|存款|额度|信用额度|最低还款)/,
  ),
  // Money, English
  cue(
    'money',
    'before',
    ['balance'],
    strong,
    /\b(?:(?:total |card |current |outstanding |account |loan |overdue |unpaid )*(?:balance|debt)(?! after)|you (?:currently |still |now )?owe|outstanding(?: amount| sum| total| of| is|:)*|amount (?:owed|owing|due|outstanding)|what you owe|owing|total owed|indebted)/,
  ),
  cue(
    'money',
    'before',
    ['balance', 'financed'],
    strong,
    /\b(?:remaining|leaving|leaves|left over|the rest|remainder|what (?:is|'s) left|after (?:the |this |that )?(?:waiver|down payment|deduction|first payment)[^,.]{0,25}?)/,
  ),
  cue(
    'money',
    'before',
    ['financed'],
    strong,
    /\b(?:amount (?:to be )?(?:financed|rescheduled|spread|put into|placed|included|under the plan|covered|converted)|financed(?: amount| sum| balance)?|rescheduled(?: amount| sum)?|plan principal|spread(?:ing)?|sum (?:in|under) the plan|restructured(?: amount)?|plan (?:will )?covers?)/,
  ),
  cue('money', 'before', ['balance', 'financed', 'other'], medium, /\bprincipal/),
  cue(
    'money',
    'before',
    ['instalment'],
    strong,
    /\b(?:(?:each|every|per|monthly|regular|equal|level|individual|fixed)(?: and equal)?(?: monthly)? (?:payments?|instal?lments?|repayments?|sum|amount)|each month(?:,)?(?: you(?:'d| would|'ll| will)?)?(?: (?:re)?pay)?|(?:payments?|instal?lments?|repayments?) of|instal?lments? (?:amount |payment )?(?:is|will be|would be|comes to|stays at|at|are|:)|(?:pay|paying|repay|repaying) (?:each|every) month|a month you|month by month|per month,?|monthly(?: figure| cost| amount)?(?: (?:is|of|would be|will be|comes to|stays at)|:)|months? at|apiece)/,
  ),
  cue(
    'money',
    'before',
    ['instalment', 'down_payment', 'other'],
    strong,
    /\bfirst (?:payment|instal?lment)(?: of| is| will be|:)?/,
  ),
  cue(
    'money',
    'before',
    ['instalment', 'other'],
    strong,
    /\b(?:last|final) (?:payment|instal?lment)(?: of| is| will be|:)?/,
  ),
  cue(
    'money',
    'before',
    ['total'],
    strong,
    /\b(?:(?:re)?pay(?:ing|ments?)?(?: back)?(?: in| a| the| us| you)*,?(?: grand| overall)? total(?:l?ing)?(?: of)?|total (?:cost|repayment|repayments|repayable|payable|amount (?:payable|repayable|repaid|paid|you|of)|paid|to (?:re)?pay|you|of all|of the|for the plan|payments?|over)|total(?:s|l?ing)? (?:comes to|is|will be|would be|to)|overall (?:cost|repayment)|in total,?|altogether,?|in all,?|all[- ]in(?: cost)?|sum of all|adds? up to|adding up to|come to|comes to a total of|for a total of|whole plan costs?|cost in full|everything together|across (?:the|all)[^,.]{0,25}(?:pay|repay))/,
  ),
  cue(
    'money',
    'before',
    ['total', 'balance', 'financed', 'waived', 'down_payment', 'other'],
    weak,
    /\b(?:a )?(?:grand )?total(?: of|:)?/,
  ),
  cue(
    'money',
    'before',
    ['down_payment'],
    strong,
    /\b(?:down[- ]payments?|up[- ]?front(?: payment)?|initial payment|deposit|paid first|pay first|lump sum|(?:starting|begin|beginning) with(?: a payment of)?|initially)/,
  ),
  cue(
    'money',
    'before',
    ['waived'],
    strong,
    /(?<!after |before |after the |after this )\b(?:waiv(?:e|es|ed|ing|er)|writ(?:e|es|ten|ing) off|forgiv(?:e|es|en|ing)|cancel(?:l?ing|l?ed|s)?|reduc(?:e|es|ed|ing|tion)(?: of| by)?|discount|taken? off|taking off|remov(?:e|es|ed|ing)|knock(?:ed|ing)? off)\b/,
  ),
  cue(
    'money',
    'before',
    ['other', 'waived'],
    medium,
    /\b(?:interest|late fees?|fees?|charges?|penalty|penalties)/,
  ),
  cue(
    'money',
    'before',
    ['other'],
    strong,
    /\b(?:income|salary|salaries|wages?|earn(?:s|ing|ings)?|pension|take home|expenses|living costs?|rent|mortgage|savings|assets|minimum (?:payment|due|amount)|credit limit)/,
  ),
  cue(
    'money',
    'before',
    [],
    strong + 0.3,
    /\byou(?:'d| had| have|'ve| would| also)? ?(?:told us|said|mentioned|suggested|proposed|offered|asked|hoped|could (?:manage|afford|pay)|can (?:manage|afford|pay)|are able to|were able to|feel able|wrote|requested|wanted|want|would like)|\bafford(?:able)?\b|\bmanageable\b/,
  ),
  cue(
    'money',
    'after',
    ['instalment'],
    strong,
    /^\s?(?:\/|per |a |each |every )\s?(?:month|mth|mo\b|instal?lment)|^ monthly\b|^\s?(?:each|apiece)\b|^ instal?lments?\b/,
  ),
  cue(
    'money',
    'after',
    ['balance'],
    strong,
    /^ (?:balance|debt|that )?(?:(?:is |are |still |currently |now )*(?:you (?:still |currently |now )?owe|outstanding|owed|owing)|balance|debt)/,
  ),
  cue(
    'money',
    'after',
    ['balance', 'financed', 'total'],
    2.4,
    /^ [^,.;]{0,30}\b(?:over|into|across|in|spread) (?:\w+ )?(?:equal |monthly )*(?:\d+ )?(?:equal |monthly )*(?:months?|instal?lments?|payments?)/,
  ),
  cue(
    'money',
    'after',
    ['total', 'balance', 'financed', 'other'],
    2.7,
    /^ (?:in (?:total|all)|altogether|overall|all told|all in)\b/,
  ),
  cue(
    'money',
    'after',
    ['waived'],
    strong,
    /^ (?:(?:of|in|worth of) )?(?:your |the |those |these |accrued |late |overdue |default |penalty )*(?:interest|fees?|charges?|penalty|penalties)?,? ?(?:(?:is|are|was|were|has been|have been|will be|would be|being|to be|gets?) )?(?:waived|written off|forgiven|removed|cancel|taken off|waiver|discount)/,
  ),
  cue(
    'money',
    'after',
    ['down_payment'],
    strong,
    /^ (?:down(?: payment)?|up[- ]?front|deposit|initial payment|(?:as|for) (?:a|the|your) (?:down|first|initial) payment|paid (?:now|first|at the start)|lump sum)/,
  ),
  cue(
    'money',
    'after',
    ['other', 'waived'],
    medium,
    /^ (?:of |in )?(?:your |the |accrued |late |overdue |default )*(?:interest|fees?|charges?)/,
  ),
  cue(
    'money',
    'after',
    ['other'],
    strong,
    /^ (?:of |in )?(?:your |the |monthly )*(?:income|salary|wages?|pension|rent|savings|expenses|credit limit)/,
  ),
  cue(
    'money',
    'after',
    ['balance', 'financed'],
    strong,
    /^ (?:is |are |that is |that's |that |still )*(?:left(?: over)?|remaining|remains|to go)\b/,
  ),
  // Rates
  cue(
    'rate',
    'before',
    ['apr_nominal'],
    strong,
    /(?:名义|单利|表面)(?:的)?(?:年化|年)?(?:利率)?|\bnominal|\bsimple (?:annual|interest|rate)/,
  ),
  cue(
    'rate',
    'before',
    ['apr_effective'],
    strong,
    /(?:实际|有效|真实|复利)(?:的)?(?:年化|年)?(?:综合)?(?:利率|成本)?|\beffective|\bcompound(?:ed|ing)?/,
  ),
  cue(
    'rate',
    'before',
    ['apr_nominal', 'apr_effective', 'other'],
    medium,
    /(?:年化|折合年|综合融资成本)(?:利率|率|成本)?|\b(?:apr|annual percentage rate|annuali[sz]ed|all-in)/,
  ),
  cue(
    'rate',
    'before',
    ['waived', 'other'],
    strong,
    /(?:减免|免除|豁免|减收|免收|打折|优惠)|\b(?:waiv(?:e|es|ed|ing|er)|reduc(?:e|es|ed|ing|tion)|discount|writ(?:e|ing|ten) off)/,
  ),
  cue(
    'rate',
    'before',
    ['other'],
    strong,
    /(?:合同利率|原利率|日利率|月利率|违约金率|罚息率|收入占比|占(?:您)?(?:的)?(?:月)?收入)|\b(?:contract(?:ual)? rate|daily rate|monthly rate|penalty rate|share of (?:your )?income)/,
  ),
  cue(
    'rate',
    'after',
    ['apr_nominal'],
    strong,
    /^\s?\(?(?:名义|单利)|^\s?(?:\(|p\.?a\.?\s|a year |per year |apr )?\s?\(?(?:nominal|simple)\b/,
  ),
  cue(
    'rate',
    'after',
    ['apr_effective'],
    strong,
    /^\s?\(?(?:实际年化|实际|有效|复利)|^\s?(?:\(|p\.?a\.?\s|a year |per year |apr )?\s?\(?(?:effective|compound)/,
  ),
  cue(
    'rate',
    'after',
    ['waived', 'other'],
    strong,
    /^\s?的?[^,。;\d]{0,10}(?:减免|免除|豁免)|^ (?:of )?(?:your |the |late |overdue )*(?:fees?|charges?|penalty|interest)?,? ?(?:is |are |will be |would be )?(?:waived|written off|waiver|discount|off\b)/,
  ),
  // Terms and counts
  cue(
    'term',
    'before',
    ['months'],
    strong,
    /(?:分(?:成|为|作|期)?|期数|总期数|分期期限|还款期限|期限|为期|共计?|展期|延长至|拉长到|按)(?:为|是|:|约)?\s?$|\b(?:over|spread over|in|into|across|term(?: of|:| is| will be)?|for|lasting|runs? for|plan of|period of|number of (?:instal?lments|payments|months)(?: is|:)?|make|length(?: of| is|:)?)\s(?:a (?:term|period|total) of )?$/,
  ),
  cue(
    'term',
    'before',
    ['other', 'deadline'],
    strong,
    /(?:宽限|缓期|暂缓|只还(?:利息|息)|仅还(?:利息|息)|前|头|过去|近|最近|连续|逾期)(?:期|还款|了|为|:)*\s?$|(?:宽限期|缓冲期|暂缓期)(?:为|是|:|共)?\s?$|\b(?:grace(?: period)?(?: of| is| lasts|:)?|interest[- ]only (?:for|period of)|(?:the|your) (?:first|last)|past|previous|overdue (?:for|by)|after|(?:payment )?holiday of|pause of)\s(?:the |a )?(?:first )?$/,
  ),
  cue(
    'term',
    'after',
    ['months'],
    strong,
    /^\s?(?:期)?(?:,|\s)?(?:还清|偿还完毕|还完|分期|等额|的分期|的还款计划|期还款)|^ ?(?:equal |level |fixed )*(?:monthly )?(?:instal?lments|payments|repayments)(?! in arrears)|^ (?:instal?lment )?(?:plan|schedule)\b/,
  ),
  cue(
    'term',
    'after',
    ['other', 'deadline'],
    strong,
    /^\s?(?:的)?(?:宽限|缓冲|暂缓|内(?!还清|还完|偿还|付清|结清))|^ (?:of )?(?:grace|interest[- ]only|payment holiday|pause|grace period)/,
  ),
  // Dates
  cue(
    'date',
    'before',
    ['first_due'],
    strong,
    /(?:首期|首次(?!审|来|联)|第一期|第一笔|首笔|首个|第一个还款日|第一次还款|起始|开始还款|首月|起还)/,
  ),
  cue(
    'date',
    'before',
    ['first_due', 'other'],
    medium,
    /(?:自|从)[^,。]{0,4}$|\b(?:start(?:s|ing|ed)?|begin(?:s|ning)?|commenc(?:e|es|ing)|from)(?: on)?\s?$/,
  ),
  cue(
    'date',
    'before',
    ['last_due'],
    strong,
    /(?:最后一期|最后一笔|最后一次|末期|尾期|最终还款|末次|(?:全部)?(?:还清|结清|还完)(?:日|日期|时间)?(?:为|是|在|于|:)|(?:于|在)[^,。]{0,3}(?:还清|结清))/,
  ),
  cue(
    'date',
    'before',
    ['last_due', 'deadline', 'other'],
    medium,
    /(?:至|到|直到|截至)\s?$|\b(?:until|till|through|to|ending(?: on)?)\s?$/,
  ),
  cue(
    'date',
    'before',
    ['deadline'],
    strong,
    /(?:截止|有效期(?:至|到|为)?|有效至|保留至|最迟|最晚|务必|期限(?:为|至|到)|答复期限|回复期限|确认期限)/,
  ),
  cue(
    'date',
    'before',
    ['first_due'],
    strong,
    /\b(?:first|initial)(?: (?:payment|instal?lment|repayment|one|due date|due))*|\bfirst of (?:these|them|the)/,
  ),
  cue(
    'date',
    'before',
    ['last_due'],
    strong,
    /\b(?:last|final|closing)(?: (?:payment|instal?lment|repayment|one|due date|due))*|\b(?:ends?|ending|finish(?:es|ing|ed)?|complet(?:e|ed|es|ing)|clear(?:ed|s)?|paid off|settled)\b(?: in full)?(?: on| by)?/,
  ),
  cue(
    'date',
    'before',
    ['deadline'],
    strong,
    /\b(?:deadline|valid (?:until|till|through|to)|open (?:until|till)|good until|held until|holds? (?:until|till)|available until|expir(?:e|es|ing|y)(?: date)?|no later than|(?:reply|respond|confirm|accept|answer|let us know|decide|return|sign|tell us|get back to us|say yes)[^,.]{0,35}\b(?:by|before|until))/,
  ),
  cue(
    'date',
    'before',
    ['other'],
    strong,
    /(?:账单日|出账日|交易日|开户|生效|发布|交易|收到|来电|来信|提交|投诉|记录|受理|自动扣款失败|逾期(?:自|于|起))|\b(?:dated|since|statement (?:date|of)|transaction|received|posted on|complaint of|your (?:call|letter|message|e-?mail) (?:of|on)|opened on|charged on|overdue since)/,
  ),
  cue(
    'date',
    'after',
    ['first_due'],
    strong,
    /^\s?(?:为|是|作为|即)?(?:您的?|的)?(?:首期|首个|第一期|第一笔|首次还款|第一个还款)|^\s?\((?:首期|第一期)|^ ?(?:is|as|for|being|will be|\()\s?(?:the |your )?first/,
  ),
  cue('date', 'after', ['first_due', 'other'], medium, /^\s?(?:起|开始|之后|后)|^ (?:onwards?|at the start)/),
  cue(
    'date',
    'after',
    ['last_due'],
    strong,
    /^\s?(?:为|是|作为|即)?(?:您的?|的)?(?:最后一|末期|尾期|结清)|^\s?\((?:末期|最后一期)|^\s?(?:全部|可)?(?:还清|结清|还完)|^ ?(?:is|as|for|being|will be|\()\s?(?:the |your )?(?:last|final)/,
  ),
  cue(
    'date',
    'after',
    ['other'],
    strong,
    /^\s?(?:的|您)?(?:来电|来信|来函|来访|致电|通话|提交|被|收取|扣(?!款)|消费|交易|申请|投诉|登记|受理|记录|逾期)|^ (?:call|letter|complaint|transaction|charge|statement)\b/,
  ),
  cue(
    'date',
    'after',
    ['deadline'],
    strong,
    /^\s?(?:之?前|以前)?[^,。;\d]{0,6}(?:回复|答复|确认|告知|告诉|签署|提交|接受|反馈|到账|回电|回拨|办结|办完|处理|退|给您|联系|通知|完成|决定|定下)|^\s?(?:截止|为止|前有效|为最后期限|是最后期限)|^\s?\(截止/,
  ),
]
