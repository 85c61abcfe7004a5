import type { Span } from '../../platform/language/quantities.ts'
import type { Draft } from './read-draft.ts'

/** Numbers that state nothing: markers of lists and options, clauses and laws, document numbers, round-the-clock. */
const exempt: RegExp[] = [
  /(?:^|\n)[ \t]*(?:[-*•>#]+[ \t]*)*(?:\(?\d{1,2}\)|\d{1,2}\s?[.、):](?!\d)|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|[①-⑳])/g,
  /[①-⑳]/g,
  /(?<=[。;:!?]\s?)[1-9]\s?[.、](?=\s?[\p{Script=Han}a-z])/gu,
  /第[一二三四五六七八九十]{1,2}(?=[,、:.])/g,
  /[;,:。]\s?\(?[1-9]\)(?=\s?\S)/g,
  /\([1-9]\)(?=\s?[a-z\p{Script=Han}])/gu,
  /第\s?[\d一二三四五六七八九十百零〇]+(?:\.\d+)*\s?(?:条|款|项|章|节|号|编|部分|点)(?:第?\s?[\d一二三四五六七八九十]+\s?(?:款|项))?(?:之[一二三四五六七八九十])?/g,
  /(?<![a-z])(?:article|art|section|sec|clause|chapter|paragraph|para|item|rule|appendix|annex|schedule|order no|no|nos)\.? ?(?:no\.? ?)?\d+(?:\.\d+)*(?:\(\d+\))*(?:\s?(?:,|and|to|-)\s?\d+(?:\.\d+)*)?(?!\d|[.,]\d|\s?(?:%|yuan|rmb|cny|months?|days?))/g,
  /[〔[(]\d{4}[〕\])]\s?(?:年)?第?\s?\d+\s?号/g,
  /\d{4}\s?年第\s?\d+\s?号(?:令|公告)?/g,
  /(?:jr\/t|gb(?:\/t)?|iso|t\/\w+)\s?\d+(?:\.\d+)?(?:-\d{4})?/g,
  /(?:方案|选项|附件|附表|附录|表|图|注|步骤|选择|问题|情形|类型)\s?(?:\d{1,2}|[一二三四五六七八九十])(?!\d|[个月年天日期元万]|\.\d)/g,
  /(?<![a-z])(?:option|plan|step|offer|choice|attachment|table|figure|note|part|scenario|stage) #?(?:\d{1,2}|one|two|three|four)(?![\d\w]|[.,]\d|\s?(?:%|months?|days?))/g,
  /(?:7|七)\s?[x*×乘]\s?(?:24|二十四)\s?(?:小时|h|hours?)?/g,
  /(?<!\d)24\/7(?!\d)/g,
  /(?:24|二十四)\s?小时(?:人工|全天|自助|在线|免费|不间断)?(?:的)?(?:客服|服务|热线|电话|在线)/g,
  /一[分毛块](?:钱)?(?:的)?(?:利息|费用?|手续费)?(?:都|也)?(?:不|没)/g,
  /(?<![十百\d])一期/g,
  /(?<![第十百\d])二次(?=\p{Script=Han})/gu,
  /(?:过去|这|那|此前|上)一(?:个)?(?:年|季度|个?月|周|星期)(?!期)/g,
  /一个?(?:月|年|天|周|星期|礼拜|季度?)(?=\p{Script=Han}{0,2}一[次趟回笔付还结交])/gu,
  /(?<![a-z-]|point )zero(?![a-z-]|\s?(?:%|\d|one|two|three|four|five|six|seven|eight|nine|zero|oh|point|percent|per cent|yuan|rmb|cny|fen|interest|rates?|apr|fees?|charges?|costs?)(?![a-z]))/g,
  /(?:最后|末|头|第)一[日天](?!前|内)/g,
  /第[一二三四五六七八九十]{1,2}年/g,
  /(?<![上下]午|[早晚])一时(?!许|整|\d)/g,
  /(?:每个?|一个?|同一|上一?个?)?自然年度?|(?<![a-z])(?:a|each|every|per|one) calendar (?:year|month)(?![a-z])/g,
  /24[- ]hours?\s(?:hotline|helpline|line|service|customer service|support)/g,
  /(?<![a-z\d])(?:a4|h5|t\+\d|5g|4g|web3|12-factor|2fa)(?![a-z\d])/g,
]

/** Spans of a draft whose digits and number words state nothing. */
export function exemptSpans(draft: Draft): Span[] {
  const spans: Span[] = draft.markers.map((marker) => marker.span)
  for (const pattern of exempt) {
    for (const match of draft.folded.matchAll(pattern)) {
      const lead = match[0].length - match[0].replace(/^[\s;,:。]+/, '').length
      spans.push([match.index + lead, match.index + match[0].length])
    }
  }
  return spans
}
