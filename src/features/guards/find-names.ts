import type { Span } from '../../platform/language/quantities.ts'
import { romanisedSurnames, surnames } from '../../platform/language/surnames.ts'

/** A person named in a text: the name without its title. */
export type NamedPerson = { name: string; span: Span }

const han = [...surnames.keys()].sort((a, b) => b.length - a.length).join('|')
const titles =
  '先生|女士|小姐|太太|夫人|老师|同学|经理|主任|主管|总监|专员|客户经理|律师|医生|师傅|阿姨|叔叔|大爷|大妈|老板|科长|行长|顾问|警官|法官|家属'
const labels =
  '尊敬的|亲爱的|敬爱的|我是|我叫|姓名|户名|联系人|客户经理|理财经理|经办人|负责人|专员|坐席|客服|顾问|持卡人|借款人|担保人|保证人|共同借款人|配偶|母亲|父亲|妈妈|爸爸|丈夫|妻子|老公|老婆|先生|太太|爱人|儿子|女儿|哥哥|姐姐|弟弟|妹妹|同事|朋友|客户|收款人|付款人|户主|代理人|签署人|邻居|致|主管'
const greetings = '您好|你好|早上好|下午好|晚上好|上午好'
/** Words that begin with a character which is also a family name. */
const notName =
  /^(?:谢谢|明白|高兴|简言|包括|客户|先生|女士|朋友|用户|持卡|银行|家人|经理|专员|电话|热线|服务|姓名|信息|方面|方便|时间|时候|同意|向我|向您|向客|安排|安全|安心|全部|全额|全程|常见|常用|常规|应当|应还|应付|应该|明确|明细|明天|明年|成功|成本|路径|连续|房贷|房屋|房产|车贷|费用|费率|管理|简单|时效|单笔|单独|商品|商量|商户|解释|解决|解除|解答|祝您|祝好|包含|和谐|许可|许多|高额|高于|高级|方案|方式|万元|万分|文件|文本|温馨|温和|金额|金融|任何|任意|余额|余下|程序|程度|于是|于本|关于|关注|关系|关怀|计划|严格|严重|左右|成为|终于|付款|付清|章程|支付|马上|查询|查看|查收|查明|项目|游戏|石油|白天|白金|时段|段落|田间|江苏|易于|宁可|华夏|钟头|安装|应急|单位|明显|池塘|沙发|全体|席位|景气|连带|车辆|吉祥|司法|古代|阳光|荣幸|师傅|宗旨|党员|边界|付(?:学|房|首|定|押|货|车|租|利|费|钱|了|给|出|完|现|医|药)|曾(?:经|在|说|向|给|住|因|提|有|为|告|打|来|到|是)|常(?:年|住|来|说|去|有|打|问)|支(?:出|取|付|援)|柴米|花(?:钱|费|销|了)|毛利|钱(?:款|包|财))/
/** Family names that are mostly another word: only a title in its place, after a stop, makes them one. */
const mostlyWord =
  /^(?:于|和|与|及|向|为|是|可|有|无|不|请|如|您|你|我|他|她|们|的|在|已|会|将|边|党|古|石|易|段|江|安|宁|华|田|白|时|农|商|应|单|明|池|沙|荣|师|全|宗|席|景|连|项|车|吉|司|阳|解|游|钟|左|关|成|任|马)/
const stop = /[的在已会将和与及为是可有请如您你们我不给向把被从到对也都还就]/

const given = '\\p{Script=Han}'
const owned = '名下|本人|的(?:账户|卡|手机|电话|欠款|贷款|身份证|征信|余额|债务|工资|住址)'

/** Where a Chinese name stands: before a title, behind a label, at the head of a greeting, as an owner. */
const hanPatterns: readonly RegExp[] = [
  new RegExp(`(?<name>(?:${han})${given}{0,2}?)(?<title>${titles})`, 'dgu'),
  new RegExp(
    `(?:${labels})\\s?(?:是|为|叫|:)?\\s?(?<name>(?:${han})${given}{1,2}?)(?=[,。;:!?、()"\\s已将会也在是曾说同表不的与和向为有处]|${titles}|${greetings}|$)`,
    'dgu',
  ),
  new RegExp(`(?:^|[\\n。!?;])\\s*(?<name>(?:${han})${given}{1,2})[,:]?\\s?(?:${greetings})`, 'dgu'),
  new RegExp(`^\\s*(?<name>(?:${han})${given}{1,2})[,:]`, 'dgu'),
  new RegExp(`(?:${labels}|[与和跟给向由])(?<name>(?:${han})${given}{1,2})(?=${owned})`, 'dgu'),
  new RegExp(`(?<!${given})(?<name>(?:${han})${given}{1,2})(?=${owned})`, 'dgu'),
  new RegExp(
    `(?:^|\\n)\\s*(?:尊敬的|亲爱的)?(?<name>${given}{2,4}(?:·${given}{1,4})?)(?<title>先生|女士|小姐)`,
    'dgu',
  ),
]

/** 监管专员, 主管经理: before a trade stands as often a word as a given name. */
const trades = /^(?:经理|主任|主管|总监|专员|客户经理|顾问|科长|行长)$/

const addressees = `${titles}|大哥|大姐|哥|姐|叔|婶|伯|姨|伯伯|嫂子?|总|厂长|店长|校长|院长|教授|工`
const interjections =
  '(?:尊敬的|敬爱的|亲爱的|哎[呀哟呦]|哎|唉|嗨|嘿|诶|喂|欸|您好|你好|早|[啊呀哟嗯哦])[,!~、 ]?'

/** Who a letter speaks to: whatever stands at its head before a title or a greeting is a name, known or not. */
const headOfLetter = new RegExp(
  `^\\s*(?:${interjections})*(?<name>${given}{1,4}?)(?:(?<title>${addressees})(?=[,:!。~、\\s您你]|$|${given})|(?=\\s?[,!]?\\s?(?:${greetings})))`,
  'du',
)
const notAddressed =
  /^(?:[您你我他她它这那哪各贵本该诸每有请关感谢非很就如根经收已在]|客户|大家|女士|先生|老?师傅|朋友|亲爱|用户|持卡|会员|老[人板客]|年轻|家长|同学|老[爷奶]|小朋友|以上|以下|一位|两位)/

/** The one a draft speaks to, by place alone; null when it opens otherwise. */
export function findAddressee(text: string, folded: string): NamedPerson | null {
  const match = headOfLetter.exec(folded)
  const { name } = (match?.groups ?? {}) as { name?: string }
  if (!match || !name || notAddressed.test(name) || notName.test(name)) return null
  const span = match.indices!.groups!.name!
  return { name: text.slice(...span), span }
}

/** Whether what stands before a name ends one thing and lets a name begin. */
const opens = /(?:^|[\s,。;:!?、()"']|的|请|致|给|是|叫|^和|位)$/
const calls = /^(?:各|这|那|几|多|两|一|哪|每|诸位|尊敬|亲爱|女士|先生|老|小)/

/** People named beside a title, a greeting or a label, in either script. Reads plain text of equal length. */
export function findNames(text: string, folded: string): NamedPerson[] {
  const found: NamedPerson[] = []
  const add = (span: Span) => {
    if (found.some((other) => other.span[0] < span[1] && span[0] < other.span[1])) return
    found.push({ name: text.slice(...span), span })
  }
  for (const pattern of hanPatterns) {
    for (const match of folded.matchAll(pattern)) {
      const { name, title } = match.groups as { name: string; title?: string }
      const span = match.indices!.groups!.name!
      if (stop.test(name.slice(1)) || (name.length > 1 && notName.test(name)) || calls.test(name)) continue
      const opened = opens.test(folded.slice(Math.max(0, span[0] - 3), span[0]))
      if (mostlyWord.test(name) && !(title ? opened : name.length === 1)) continue
      // 国梁先生: the family name found is the end of a given name.
      if (title && !opened && name.length === 1) {
        if (!trades.test(title)) add([span[0] - 1, span[1]])
      } else add(span)
    }
  }
  for (const named of latinNames(text)) add(named.span)
  return found.sort((a, b) => a.span[0] - b.span[0])
}

const word = "\\p{Lu}\\p{Ll}+(?:['’-]\\p{L}+)?"
const particles = '(?:(?:van|von|de|der|den|da|di|du|la|le|bin|al|el)\\s){0,2}'
const person = `(${word}(?:[ \\u00a0]${particles}${word}){0,2})`
const salutation = new RegExp(
  `\\b(?:Dear|Hi|Hello|Hey|Good (?:morning|afternoon|evening)),?\\s(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Mx)\\.?\\s)?${person}`,
  'gu',
)
const titled = new RegExp(`\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Mx|Madam|Sir)\\.?\\s${person}`, 'gu')
const labelled = new RegExp(
  `\\b(?:[Nn]ame(?: is|:)|(?:[Cc]ustomer|[Cc]lient|[Aa]pplicant|[Hh]older|[Pp]repared for|[Ff]or|[Aa]ttention|[Tt]o):|[Mm]y name is|I am|I'm|[Tt]his is|[Cc]ontact(?: person)?:|[Cc]ardholder,?|[Bb]orrower,?|[Gg]uarantor,?|[Ss]pouse,?|(?:[Yy]our|[Hh]is|[Hh]er) (?:wife|husband|mother|father|son|daughter|brother|sister|partner|colleague|neighbour|adviser|advisor|account manager|relationship manager|case manager|friend|employer|guarantor),?|[Mm]y colleague,?|[Oo]ur colleague,?|[Cc]olleague|[Cc]ase (?:handler|officer|manager)(?: is|:|,)?|[Aa]gent|[Aa]dviser|[Aa]dvisor|[Mm]anager|[Oo]fficer|[Ss]pecialist|(?:[Kk]ind|[Bb]est|[Ww]arm) regards,\\s|[Rr]egards,\\s|[Ss]incerely,\\s|[Ff]aithfully,\\s)\\s?${person}`,
  'gu',
)
const opening = new RegExp(`^(${word})\\s(${word})(?=,)`, 'gu')
/** "There you are, Josephine!": called by name in the first sentence. */
const called = new RegExp(`^[^.!?\\n]{2,60}?, (${word})(?=[!,.](?:\\s|$))`, 'gu')
const owner = new RegExp(
  `\\b${person}['’]s (?:account|card|phone|number|debt|loan|balance|address|salary|record|ID)\\b`,
  'gu',
)
const pair = new RegExp(`(?<![.!?:]\\s|^|\\n)\\b(${word})\\s(${word})\\b`, 'gu')

/** Someone spoken to: at the head of a line before a comma, colon or dash, or between commas. */
const addressed = new RegExp(
  `(?:(?:^|\\n)\\s*|, )(${word}(?:\\s${word}){1,2})(?=\\s?[,:—-]|[.!]?(?:\\n|$))`,
  'gu',
)

const exclamation =
  /^(?:Oh|Ah|Aw|Hey|Hi|Hello|Well|Right|Now|So|Look|Listen|Goodness|Gosh|Dear|Okay|Ok|Yes|No|Alright|Morning|Evening|Afternoon|Congratulations|Thanks|Sorry|Hooray|Bravo|Welcome)$/

const bareTitle = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Mx)\.?$/

const notLatinName =
  /^(?:Customer|Client|Sir|Madam|Team|All|Friend|Valued|Cardholder|Account|Bank|The|Your|Our|We|You|It|This|That|Thank|Thanks|Please|If|In|On|At|As|For|From|With|And|Or|But|So|To|An?|No|Not|Yes|Re|Plan|Option|Offer|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Credit|Card|Loan|Service|Services|Support|Care|Hotline|Office|Department|Committee|Regulation|Measures|Law|Act|China|Chinese|Beijing|Shanghai|Article|Annual|Percentage|Rate|Total|Balance|Sorry|Glad|Happy|Very|Afraid|Pleased|Writing|Unable|Able|Sure|Still|Also|Here|Just|There|Again|Manager|Officer|Supervisor|Director|Head|Counsel|Clerk|Analyst|Assistant|Secretary|President|Cashier|Teller|Adviser|Advisor|Lead|Collections?|Hardship|Personal|Consumer|Mortgage|Small|Business|Wealth|Payment|Monthly|Risk|Cost|Statement|Holder|Member|Complaints?|I|My|He|She|They|When|While|After|Before|Since|Because|What|How|Where|Why|Which|Who|Regards|Sincerely|Good|Morning|Afternoon|Evening|Best|Kind|Warm|Many|Dear|Heheng|Gold|Platinum|Classic|Ivy|Student|Fund|Change|Confirmed|Decision|Reference|Subject|First|Second|Third|Finally|Then|Now|Next|Last|Month|Months|Term|Instal?lments?|Amount|Fees?|Interest|Deposit|Down|Reminder|Notice|Letter|Agreement|Settlement|Confirmation|Review|Reasons?|Outcome|Facts?|Facility|New|Old|Current|Early|Full|Fixed|Global|Growth|Income|Bond|Equity|Balanced|Cash|Morning|Dew|Twin|Bridge|Consumer|Protection|Wealth|Product|Renewal|Request|Results?|Important|Private|Confidential|Attention|Message|Reply|Answer|Questions?|Hong|Kong|United|States|Kingdom)$/

/** Whether a word with a capital could be a name, and is no title, greeting or word of the trade. */
export function isLatinName(shown: string): boolean {
  return !notLatinName.test(shown) && !exclamation.test(shown) && !bareTitle.test(shown)
}

const body =
  /^(?:Department|Dept|Desk|Team|Office|Unit|Division|Section|Committee|Board|Bureau|Commission|Court|Bank|Branch|Centre|Center|Services?|Support|Group|Hotline|Authority|Association|Ombudsman|Counter|Affairs)$/

/** "Legal Department", "Card Desk": the last word, or the one behind, names a body and no person. */
function isBody(words: readonly string[], behind: string): boolean {
  const next = /^(?: (?:(?:and|of|for|&) )?\p{Lu}\p{Ll}+){1,3}/u.exec(behind)?.[0] ?? ''
  return [...words, ...next.split(' ')].some((part) => body.test(part))
}

function latinNames(text: string): NamedPerson[] {
  const names: NamedPerson[] = []
  for (const pattern of [titled, salutation, labelled, owner, addressed, called]) {
    for (const match of text.matchAll(pattern)) {
      const words = match[1]!.split(/\s/)
      const bearsTitle = pattern === titled && !/^(?:Sir|Madam)/.test(match[0])
      while (words.length > 0 && (exclamation.test(words[0]!) || bareTitle.test(words[0]!))) words.shift()
      if (!bearsTitle && isBody(words, text.slice(match.index + match[0].length))) continue
      while (words.length > (bearsTitle ? 1 : 0) && notLatinName.test(words.at(-1)!)) words.pop()
      if (words.length === 0 || (!bearsTitle && words.some((part) => notLatinName.test(part)))) continue
      const start = match.index + match[0].lastIndexOf(match[1]!) + match[1]!.indexOf(words.join(' '))
      names.push({ name: words.join(' '), span: [start, start + words.join(' ').length] })
    }
  }
  for (const match of [...text.matchAll(opening), ...text.matchAll(pair)]) {
    const [first, second] = [match[1]!, match[2]!]
    if (notLatinName.test(first) || notLatinName.test(second)) continue
    const known = [first, second].some((part) => romanisedSurnames.has(part.toLowerCase()))
    if (!known || ![first, second].every(isSyllabic)) continue
    if (/^\s?[[(〔]\d{4}/.test(text.slice(match.index + match[0].length))) continue
    names.push({ name: match[0], span: [match.index, match.index + match[0].length] })
  }
  return names
}

/** Whether a word could be romanised Chinese: one to three syllables of initial, vowels and a nasal. */
function isSyllabic(part: string): boolean {
  return /^(?:(?:zh|ch|sh|ts|[bpmfdtnlgkhjqxzcsrwy])?[aeiou]{1,3}(?:ng|n|r)?){1,3}$/i.test(part)
}
