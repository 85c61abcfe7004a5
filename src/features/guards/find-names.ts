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
const notName =
  /^(?:谢谢|明白|高兴|简言|包括|您|你|我|他|她|们|客户|先生|女士|朋友|用户|持卡|银行|家人|经理|专员|于|的|在|已|会|将|和|与|及|为|是|可|有|无|不|请|如|电话|热线|服务|姓名|信息|方面|方便|时间|时候|同意|向我|向您|向客|安排|安全|安心|全部|全额|全程|常见|常用|常规|应当|应还|应付|应该|明确|明细|明天|明年|成功|成本|路径|连续|房贷|房屋|房产|车贷|费用|费率|管理|简单|时效|单笔|单独|商品|商量|商户|边|党|古|解释|解决|解除|解答|游|祝您|祝好|包括|包含|和谐|许可|许多|高额|高于|高级|方案|方式|万元|万分|文件|文本|温馨|温和|石|金额|金融|任何|任意|余额|余下|程序|程度|于是|于本|关于|关注|关系|关怀|计划|江|严格|严重|易|向|左右|段|成为|终于|付款|付清|章程|支付|钟|安|宁|华|马上|田|白|时|农|商|应|查询|查看|查收|查明|单|明|池|沙|荣|师|全|宗|席|景|连|项目|项|车|吉|司|古|阳)/
const stop = /[的在已会将和与及为是可有请如您你们我不给向把被从到对也都还就]/

const given = '\\p{Script=Han}'
const owned = '名下|本人|的(?:账户|卡|手机|电话|欠款|贷款|身份证|征信|余额|债务|工资|住址)'

/** Where a Chinese name stands: before a title, behind a label, at the head of a greeting, as an owner. */
const hanPatterns: readonly RegExp[] = [
  new RegExp(`(?<name>(?:${han})${given}{0,2}?)(?:${titles})`, 'dgu'),
  new RegExp(
    `(?:${labels})\\s?(?:是|为|叫|:)?\\s?(?<name>(?:${han})${given}{1,2}?)(?=[,。;:!?、()"\\s已将会也在是曾说同表不的与和向为有处]|${titles}|${greetings}|$)`,
    'dgu',
  ),
  new RegExp(`(?:^|[\\n。!?;])\\s*(?<name>(?:${han})${given}{1,2})[,:]?\\s?(?:${greetings})`, 'dgu'),
  new RegExp(`^\\s*(?<name>(?:${han})${given}{1,2})[,:]`, 'dgu'),
  new RegExp(`(?:${labels}|[与和跟给向由])(?<name>(?:${han})${given}{1,2})(?=${owned})`, 'dgu'),
  new RegExp(`(?<!${given})(?<name>(?:${han})${given}{1,2})(?=${owned})`, 'dgu'),
]

/** People named beside a title, a greeting or a label, in either script. Reads plain text of equal length. */
export function findNames(text: string, folded: string): NamedPerson[] {
  const found: NamedPerson[] = []
  const add = (span: Span) => {
    if (found.some((other) => other.span[0] < span[1] && span[0] < other.span[1])) return
    found.push({ name: text.slice(...span), span })
  }
  for (const pattern of hanPatterns) {
    for (const match of folded.matchAll(pattern)) {
      const name = match.groups!.name!
      if (stop.test(name.slice(1)) || (name.length > 1 && notName.test(name))) continue
      add(match.indices!.groups!.name!)
    }
  }
  for (const named of latinNames(text)) add(named.span)
  return found.sort((a, b) => a.span[0] - b.span[0])
}

const word = "[A-Z][a-z]+(?:['’-][A-Za-z]+)?"
const person = `(${word}(?:\\s${word}){0,2})`
const salutation = new RegExp(
  `\\b(?:Dear|Hi|Hello|Hey|Good (?:morning|afternoon|evening)),?\\s(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Mx)\\.?\\s)?${person}`,
  'g',
)
const titled = new RegExp(`\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Mx|Madam|Sir)\\.?\\s${person}`, 'g')
const labelled = new RegExp(
  `\\b(?:[Nn]ame(?: is|:)|[Mm]y name is|I am|I'm|[Tt]his is|[Cc]ontact(?: person)?:|[Cc]ardholder,?|[Bb]orrower,?|[Gg]uarantor,?|[Ss]pouse,?|(?:[Yy]our|[Hh]is|[Hh]er) (?:wife|husband|mother|father|son|daughter|brother|sister|partner|colleague|neighbour|adviser|advisor|account manager|relationship manager|case manager|friend|employer|guarantor),?|[Mm]y colleague,?|[Oo]ur colleague,?|[Cc]olleague|[Cc]ase (?:handler|officer|manager)(?: is|:|,)?|[Aa]gent|[Aa]dviser|[Aa]dvisor|[Mm]anager|[Oo]fficer|[Ss]pecialist|(?:[Kk]ind|[Bb]est|[Ww]arm) regards,\\s|[Rr]egards,\\s|[Ss]incerely,\\s|[Ff]aithfully,\\s)\\s?${person}`,
  'g',
)
const opening = new RegExp(`^(${word})\\s(${word})(?=,)`, 'g')
const owner = new RegExp(
  `\\b${person}['’]s (?:account|card|phone|number|debt|loan|balance|address|salary|record|ID)\\b`,
  'g',
)
const pair = new RegExp(`(?<![.!?:]\\s|^|\\n)\\b(${word})\\s(${word})\\b`, 'g')

const notLatinName =
  /^(?:Customer|Client|Sir|Madam|Team|All|Friend|Valued|Cardholder|Account|Bank|The|Your|Our|We|You|It|This|That|Thank|Thanks|Please|If|In|On|At|As|For|From|With|And|Or|But|So|To|An?|No|Not|Yes|Re|Plan|Option|Offer|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Credit|Card|Loan|Service|Services|Support|Care|Hotline|Office|Department|Committee|Regulation|Measures|Law|Act|China|Chinese|Beijing|Shanghai|Article|Annual|Percentage|Rate|Total|Balance|Sorry|Glad|Happy|Very|Afraid|Pleased|Writing|Unable|Able|Sure|Still|Also|Here|Just|There|Again|Manager|Officer|Collections?|Hardship|Personal|Consumer|Mortgage|Small|Business|Wealth|Payment|Monthly|Risk|Cost|Statement|Holder|Member|Complaints?|I|My|He|She|They|When|While|After|Before|Since|Because|What|How|Where|Why|Which|Who|Regards|Sincerely)$/

function latinNames(text: string): NamedPerson[] {
  const names: NamedPerson[] = []
  for (const pattern of [salutation, titled, labelled, owner]) {
    for (const match of text.matchAll(pattern)) {
      const words = match[1]!.split(/\s/)
      while (words.length > 0 && notLatinName.test(words.at(-1)!)) words.pop()
      if (words.length === 0 || words.some((part) => notLatinName.test(part))) continue
      const start = match.index + match[0].lastIndexOf(match[1]!)
      names.push({ name: words.join(' '), span: [start, start + words.join(' ').length] })
    }
  }
  for (const match of [...text.matchAll(opening), ...text.matchAll(pair)]) {
    const [first, second] = [match[1]!, match[2]!]
    if (notLatinName.test(first) || notLatinName.test(second)) continue
    const known = [first, second].some((part) => romanisedSurnames.has(part.toLowerCase()))
    if (!known || ![first, second].every(isSyllabic)) continue
    names.push({ name: match[0], span: [match.index, match.index + match[0].length] })
  }
  return names
}

/** Whether a word could be romanised Chinese: one to three syllables of initial, vowels and a nasal. */
function isSyllabic(part: string): boolean {
  return /^(?:(?:zh|ch|sh|ts|[bpmfdtnlgkhjqxzcsrwy])?[aeiou]{1,3}(?:ng|n|r)?){1,3}$/i.test(part)
}
