import { type Cue, cue, medium, strong } from './cue.ts'

/** Words that say what a rate, a number of months or a count is, in both languages. */
export const rateAndTermCues: readonly Cue[] = [
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
]
