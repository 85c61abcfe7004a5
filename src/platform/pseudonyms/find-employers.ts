import type { Hit } from './model.ts'
import type { TextView } from './text-view.ts'

const legal =
  '(?:股份)?有限责任公司|股份有限公司|有限公司|集团公司|\\(集团\\)|集团|公司|事务所|工作室|合作社|基金会|研究院|研究所|设计院'
const house = `${legal}|工厂|厂|医院|诊所|大学|学院|中学|小学|幼儿园|酒店|饭店|宾馆|餐厅|超市|商场|药店|电视台|出版社|派出所|法院|税务局|委员会`
const suffix = new RegExp(
  `(?:${legal})(?:股份)?(?:有限公司)?(?:\\p{Script=Han}{1,8}?(?:分公司|支行|分行|分店|分厂))?`,
  'gu',
)
const stopLeft = /[在到至于是为去的从给叫我你他她们了和与跟由被把让向对自进入离,。;:!?"“”'\n\s]/
/** What is said of companies in general, and the beginnings that name none. */
const general =
  /号$|^(?:有(?:个|家)|一家|某家|那家|这家)|^(?:债务优化|债务|法务|法律|征信|清债|停息|咨询|代理|贷后|支付|放债|皮包|空壳|壳|骗子|黑|正规|大型|小型|中型|知名|本地|当地|附近|关联|合作|承保|保理|评估|拍卖|测评|开发|施工|原来|现在)$|^(?:(?:这|那|某|该|每|哪|几|一)?(?:家|个|间)?(?:的)?|贵|本|我|你|你们|他们|咱|对方|分|总|子|母|大|小|新|老|原|前|外|多|各|几家|上市|国有|民营|私营|外贸|保险|证券|基金|贷款|催收|网贷|物业|快递|外卖|旅游|建筑|装修|搬家|房产|地产|互联网|科技|金融|消费金融|小贷|信托|担保|第三方|打车|电力|通信|培训|中介|投资|石油|理财|医药|广告|物流|游戏|贸易|汽车|家政|劳务|派遣|跨国|国企|私人|建材|食品|服装|租赁|融资租赁|资产管理|律师|会计师|会计)$/
const workBefore =
  /(?:在|到|去|进|于|就职于|任职于|供职于|单位是|单位:|单位叫|公司是|公司叫|公司:|老东家|东家|雇主是|服务于|受雇于)\s?$/
const workAfter =
  /^(?:[^,。;!?\n]{0,4})?(?:上班|工作|任职|就职|打工|做事|当|做(?:了|着|销售|会计|保安|司机|文员|客服)|干(?:了|活)|供职|实习|裁|辞|离职|被|发工资|拖欠)/

/** Companies and other employers, by their legal form or by what is said of working there. */
export function findEmployers(view: TextView): Hit[] {
  const spans = [...hanCompanies(view.folded), ...workplaces(view.folded), ...latinCompanies(view.plain)]
  return spans.map((span) => ({
    kind: 'EMP',
    span,
    key: view.folded.slice(...span).replace(/[^\p{L}\p{N}]/gu, ''),
  }))
}

function hanCompanies(text: string): [number, number][] {
  return [...text.matchAll(suffix)].flatMap((match): [number, number][] => {
    const from = reachLeft(text, match.index)
    const name = text.slice(from, match.index)
    if (name.replace(/[^\p{L}\p{N}]/gu, '').length < 2 || general.test(name)) return []
    if (/^公司$/.test(match[0]) && name.length > 10) return []
    return [[from, match.index + match[0].length]]
  })
}

function reachLeft(text: string, from: number): number {
  let at = from
  while (at > 0 && from - at < 26) {
    const char = text[at - 1]!
    if (stopLeft.test(char) || !/[\p{Script=Han}a-z\d()·&-]/u.test(char)) break
    at -= 1
  }
  return at
}

const workplace =
  /(?:就职于|任职于|供职于|受雇于|服务于|单位是|单位叫|公司叫|公司是|我在|他在|她在|爸在|妈在|公在|婆在|人在|之前在|原来在|以前在|一直在|现在在|曾在)(?<value>[\p{Script=Han}a-z\d()·&]{2,20}?)(?=上班|工作|任职|就职|打工|当|做|干|供职|实习|[,。;!?\n]|$)/dgu

/** 我在…上班: whatever stands there, unless it is a town or a kind of place. */
function workplaces(text: string): [number, number][] {
  return [...text.matchAll(workplace)].flatMap((match): [number, number][] => {
    const span = match.indices!.groups!.value!
    const name = match.groups!.value!
    const named = new RegExp(`(?:${house}|银行|局|店|行|院|校|站|所|社)$`).test(name)
    if (!named || general.test(name.replace(new RegExp(`(?:${house}|银行)$`), ''))) return []
    if (/^(?:一|这|那|某|几|家|个|外|银行|自己|老|别|网|手机|你们|贵|本)/.test(name) || name.length < 4)
      return []
    if (!workAfter.test(text.slice(span[1])) && !workBefore.test(text.slice(0, span[0]))) return []
    return [span]
  })
}

const cap = "(?:[A-Z][\\w'’.&-]*|and|&|of|-|,(?=\\s[A-Z][\\w'’-]*\\s(?:and|&)))"
const form =
  'Ltd|Limited|Inc|Incorporated|LLC|L\\.L\\.C|PLC|Plc|plc|LLP|GmbH|Corp|Corporation|Co|Company|Group|and Sons|& Sons|Holdings|Partners|Associates|Industries|Enterprises|Logistics|Technologies|Consulting|Solutions|Pty'
const latinPatterns = [
  new RegExp(
    `(?<![A-Za-z])[A-Z][\\w'’.&-]*(?:\\s${cap}|,\\s(?=[A-Z][\\w'’-]*\\s(?:and|&)\\s))*?,?\\s(?:${form})\\b(?:\\.|,?\\s(?:Ltd|Inc|LLC|Limited)\\b\\.?)?`,
    'g',
  ),
  /(?<=\b(?:work(?:s|ed|ing)? (?:for|at)|employed (?:by|at)|employer(?: is| was|,)?|laid off (?:by|from)|let go (?:by|from)|fired (?:by|from)|dismissed (?:by|from)|job at|job with|redundant (?:by|at|from)|sacked (?:by|from)|company(?: is)? called|salary from|paid by|retired from|resigned from|[Ww]orking for|contract with)\s(?:the\s)?)[A-Z][\w'’.&-]*(?:,?\s(?:and|&|of|-|[A-Z][\w'’.&-]*))*/g,
]

function latinCompanies(plain: string): [number, number][] {
  return latinPatterns.flatMap((pattern, kind) =>
    [...plain.matchAll(pattern)].flatMap((match): [number, number][] => {
      const lead =
        /^(?:(?:The|My|At|For|From|Our|In|Is|Your|I|A|An|And|But|By)\s)+/.exec(match[0])?.[0].length ?? 0
      const name = match[0].slice(lead).replace(/\s(?:and|of|&|-)$/, '')
      if (name.length < 3 || /^(?:Co|Company|Group|Limited|Ltd)$/.test(name)) return []
      if (
        kind === 1 &&
        /^(?:I|Mr|Mrs|Ms|Miss|Dr|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Shanghai|Beijing|Hong Kong|London|Customer)\b/.test(
          name,
        )
      )
        return []
      return [[match.index + lead, match.index + lead + name.length]]
    }),
  )
}
