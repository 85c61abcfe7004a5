/** What a sum of money stands for, told by the words beside it. */
export type FigureRole =
  | { as: 'income'; kind: 'salary' | 'variable' | 'other' }
  | { as: 'essential'; label: string }
  | { as: 'debt_service'; label: string }
  | { as: 'owed' | 'assets' | 'instalment' | 'first_payment' }

const cues: [RegExp, FigureRole][] = [
  [
    /(?:网贷|花呗|借呗|白条|车贷|别的|其他|人家|亲戚)[^，。]{0,6}(?:每个?月|月)?(?:还要|要|得)?还(?!欠|剩|有)(?:款)?(?:人家)?|还(?:人家|亲戚|朋友)|(?:花呗|借呗|白条)[^，。\d还欠]{0,6}/,
    { as: 'debt_service', label: 'other_debt' },
  ],
  [/(?:贷|款|卡|账|期)[^，。]{0,4}(?:还剩|剩下|剩余|尚欠)|\bleft on (?:my|the)\b/, { as: 'owed' }],
  [
    /(?:夫妻|老婆|老公|两口子|我们俩)[^，。\d]{0,6}(?:加起来|一起|一共)[^，。\d]{0,6}|主业/,
    { as: 'income', kind: 'salary' },
  ],
  [
    /(?:兼职|副业|跑(?:单|车|滴滴|外卖|网约车)|摆摊|零工|散工)[^，。\d]{0,6}(?:挣|赚|收入|到手)|\b(?:side job|tutoring|gigs?|freelanc\w+|didi|uber)\b[^.,;\d]{0,24}/,
    { as: 'income', kind: 'variable' },
  ],
  [/\brent (?:from|i get|coming)[^.,;\d]{0,16}|租金收入|出租[^，。\d]{0,6}/, { as: 'income', kind: 'other' }],
  [/(?:爸妈|父母|老人|家里)[^，。\d]{0,3}(?:要|得)?给/, { as: 'essential', label: 'support' }],
  [
    /先(?:还|付|交|拿|凑|转|存|打)|首付|一次性(?:先)?(?:还|付|拿|结)?|预付|首付给?|\b(?:up ?front|put down|down payment|deposit of|lump sum|pay (?:now|today|first)|first payment of|straight away)\b/,
    { as: 'first_payment' },
  ],
  [
    /(?:每个?月|一个月|每期|月)(?:最多|顶多|大概|只|也)?(?:能|可以|可)?(?:只|最多)?(?:还|付|交|拿出?来?|承担|出|凑)|(?:最多|顶多|只|勉强)(?:能|可以)?(?:还|付|拿出?|承担|出)|最多拿|每期|月供(?:能|可以)?(?:降|减|改|少|低)(?:到|成|为)?|付得起|还得起|承受|\b(?:can|could|able to|will|i'll|would|might) (?:\w+ )?(?:pay|manage|afford|do|offer|repay)|at most|the most i can|afford(?:able)?|instal?l?ments? of\b/,
    { as: 'instalment' },
  ],
  [
    /退休金|养老金|低保|补助|补贴|失业金|救济|租金收入|抚恤|\b(?:pension|benefits?|allowance|welfare|support payments?|rental income)\b/,
    { as: 'income', kind: 'other' },
  ],
  [
    /提成|跑(?:单|车|滴滴|外卖|网约车)|奖金|生意|营业额|散工|零工|兼职|打零工|开店|摆摊|接单|\b(?:commissions?|tips|gigs?|freelanc\w+|odd jobs|business (?:makes|earns|brings)|driving|self-employed|side job)\b/,
    { as: 'income', kind: 'variable' },
  ],
  [
    /工资|月薪|年薪|薪水|底薪|薪资|到手|收入|月入|挣|赚|进账|\b(?:salary|wages?|take[- ]home|bring home|br(?:ing|ought)s? in|income|earn\w*|get paid|i make|makes|paycheck)\b/,
    { as: 'income', kind: 'salary' },
  ],
  [/房贷|按揭|\bmortgage\b/, { as: 'debt_service', label: 'mortgage' }],
  [
    /车贷|月供|(?:别的|其他|另外的?)(?:贷款|信用卡)|网贷|花呗|\b(?:car (?:loan|payment)|other (?:loans?|cards?))\b/,
    { as: 'debt_service', label: 'other_debt' },
  ],
  [/房租|租金|租房|\brent\b/, { as: 'essential', label: 'rent' }],
  [
    /吃饭|吃喝|伙食|生活费|买菜|饭钱|开销|日常|生活|花销|\b(?:food|groceries|living (?:costs|expenses)|day to day|expenses|spending|live on)\b/,
    { as: 'essential', label: 'food' },
  ],
  [
    /水电|物业|燃气|话费|电费|\b(?:utilities|electricity|water|gas|phone bill)\b/,
    { as: 'essential', label: 'utilities' },
  ],
  [
    /药费|医药费|医疗费|看病|透析|吃药|治疗|药|\b(?:medicines?|medication|medical|treatment|hospital|dialysis|care)\b/,
    { as: 'essential', label: 'medical' },
  ],
  [
    /学费|补习|尿布|保姆|月嫂|幼儿园|上学|奶粉|托管|\b(?:tuition|school|childcare|nursery|kindergarten|kids)\b/,
    { as: 'essential', label: 'education' },
  ],
  [
    /交通|油费|通勤|车费|\b(?:transport|petrol|fuel|commut\w+|bus)\b/,
    { as: 'essential', label: 'transport' },
  ],
  [
    /赡养|抚养|给(?:父母|爸妈|老人|家里)|养老人|\b(?:child support|alimony|parents)\b/,
    { as: 'essential', label: 'support' },
  ],
  [
    /存款|积蓄|存了|余钱|手[里上头](?:还)?有|定期|\b(?:put by|savings|saved|in the bank|set aside)\b/,
    { as: 'assets' },
  ],
  [
    /欠|负债|本金|余额|账单|总额|贷了|借了|\b(?:owe\w*|debt|balance|outstanding|borrowed|bill)\b/,
    { as: 'owed' },
  ],
]

/** What remains after spending is nobody's income and no bill. */
const leftOver = /^ ?(?:a month )?(?:is )?left\b|^(?:块钱?|元)?(?:结余|剩余)/

/** Words that follow a sum and say it is one that could be paid. */
const manageable =
  /^ ?(?:is what i can|would be (?:ok|fine|possible)|i can manage|works for me)|^(?:块|元)?(?:我)?(?:可以|还行|能行|没问题|行)(?!吗|不|么)/

/** The cue nearest before a sum, else the first one after it; undefined when nothing tells. */
export function roleOf(before: string, after: string): FigureRole | undefined {
  if (
    leftOver.test(after) ||
    /(?:剩|结余)(?:下|不到|个|了|大概)*$/.test(before.replace(/[贷款卡账期][^，。]{0,4}还?剩(?:下|余)?$/, ''))
  )
    return undefined
  let last: { at: number; role: FigureRole } | undefined
  for (const [pattern, role] of cues) {
    for (const match of before.matchAll(new RegExp(pattern, 'g'))) {
      const end = match.index + match[0].length
      if (!last || end > last.at) last = { at: end, role }
    }
  }
  if (last) return last.role
  if (manageable.test(after)) return { as: 'instalment' }
  if (/^ ?to (?:other|another|a different)/.test(after)) return { as: 'owed' }
  let first: { at: number; role: FigureRole } | undefined
  for (const [pattern, role] of cues) {
    const match = pattern.exec(after)
    if (match && (!first || match.index < first.at)) first = { at: match.index, role }
  }
  return first?.role
}

/** What a customer is after beneath what they ask for. */
export const interestWords: Record<string, RegExp> = {
  keep_credit_record:
    /征信|信用(?:记录|报告)|黑名单|以后(?:还要|要)?(?:买房|贷款)|credit (?:record|report|score|history)|blacklist/g,
  keep_home:
    /房子(?:被|别|会|没|保)|(?:收|拍卖|没收)(?:了|掉)?(?:我的)?房|断供|lose (?:my|our) (?:home|house|flat)|evict|repossess/g,
  feed_family:
    /(?:养|供|带)(?:着)?[^，。]{0,4}(?:孩子|家|老人|娃|父母)|一家(?:老小|[\d一二三四五六七八]+口)|上有老|吃饭(?:都|的钱)|(?:two|three|four|\d) (?:kids|children)|feed (?:my|the)|my family/g,
  pay_for_care: /医药费|治(?:病|疗)|化疗|透析|手术|住院|medical|treatment|hospital|surgery|medicine/g,
  keep_business:
    /(?:店|厂|公司|生意)[^，。]{0,6}(?:开|撑|维持|周转|做)下去|周转|keep (?:my|the) (?:shop|business)|cash ?flow/g,
  stop_calls: /(?:别|不要|停止)(?:再)?(?:打|催|骚扰)|催收|stop (?:the )?call\w*|harass\w*|leave me alone/g,
  be_heard: /没人(?:管|理|听|回)|说法|尊重|道歉|nobody (?:listens|replies|cares)|ignored|apolog|respect/g,
  gain_time:
    /(?:缓|宽限|延期|推迟|晚)[^，。]{0,6}|等(?:发了?)?工资|再给[^，。]{0,4}时间|more time|until i|grace|postpone|get paid/g,
  keep_cost_down:
    /利息(?:太|少|低|能)|(?:减|免)[^，。]{0,6}(?:利息|违约金|罚息|费)|划算|waive|less interest|too expensive|lower (?:rate|cost)/g,
}
