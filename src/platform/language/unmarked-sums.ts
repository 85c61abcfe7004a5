import { englishAfterSum } from './money-words-english.ts'
import type { Figure } from './scan-figures.ts'

/** What is numbered, scored or measured by such figures. */
const namesBefore =
  /(?:尾号|卡号|号码|编号|代码|单号|工号|房号|门牌|型号|验证码|密码|(?<![租买供卖购])房间?|排号|号是?|第|尾数|末四位|后四位|卡(?![,，\s])|积分|里程|步|分数|评分|得分|考了?|邮编|体重|身高|血压|血糖|[栋弄座楼层]|单元|票据|发票|群|老铁|客服|热线|电话|拨打?|短信|\d\/|\b(?:cards?(?: w(?:ith)? you)?|accounts?|ending(?: in)?|tail|no\.?|number|code|ref|room|page|flight|bus|train|gate|order|ticket|case|score(?: (?:of|is|was|at))?|scored|pressure(?: (?:of|is|was|at))?|weigh|weight(?: is)?|postcode|zip|desk|model|version|windows|(?<!-)year|since|in|until|till|by|level|step|option|hotline|call|dial|text|branch|pin)|#)[\s,:是为]*(?:\d{4}(?: (?:and|or|&) |[和与及、]))?$/
const indexWords =
  /恒指|指数|大盘点|沪指|上证|深成指|道指|纳指|点位|\b(?:index|hang seng|nasdaq|dow jones|csi ?\d*|the (?:stock )?market|shares)\b/
/** "two charges, 45 and 60" */
const listedCharges =
  /\b(?:charges|payments|fees|debits|transactions|purchases|bills|amounts|sums|offers|prices)(?:,|:| of) (?:[\d.,]+(?: and|,| or|) )?$/
const afterSum = new RegExp(englishAfterSum)
const countedAfter =
  /^ (?:[a-z]+(?<!s|thi|i|wa|ha|doe|plu|thank)s|people|children|men|women|staff|percent|kg|km|m|ml|metres?|block|street|st|road|avenue|lane|sqm|calories|of us|times|more (?:people|times))\b/
/** 恒指见二万五千, "the index at 3,400": figures of a market and not of money. */
export function isIndexLevel(figure: Figure, folded: string): boolean {
  const start = Math.max(0, figure.span[0] - 30)
  return (
    indexWords.test(folded.slice(start, figure.span[1] + 8)) &&
    !/^ ?(?:元|块|yuan)/.test(folded.slice(figure.span[1]))
  )
}

/** Numbers that are words: hours of work, schools, emergency calls, declarations of love. */
const idioms = /^(?:996|007|985|211|110|119|120|122|315|404|520|618|1314|233)$/

/** What says that a plain figure is a sum, where no money word does. */
const saysHowMuch =
  /(?:[了扣收吞退补转给](?:我们?|你们?|他们?)?|只有|只能|最多|顶多|给你们?|是不是|多了|少了|一共|总共|合计|\b(?:at|another|only|do|say))[\s:]*$/
const takesAsSum = /^(?:的话|一笔|一次|一个月|行|可以|左右|都|,? ?(?:max|tops|each))/

/**
 * Whether a figure that nothing names and that counts nothing is a sum: one written as money is (7,499 or 2,316.40),
 * and a plain one of three digits and more where the words at it hand over or take a sum.
 */
export function isUnmarkedSum(figure: Figure, before: string, folded: string, english: boolean): boolean {
  const written = folded.slice(...figure.span)
  const rest = folded.slice(figure.span[1])
  if (figure.form === 'words') return isRoundInWords(figure, folded)
  if (figure.form !== 'digits' || figure.value < 10) return false
  if (listedCharges.test(folded.slice(0, figure.span[0])) && afterSum.test(rest)) return true
  const further = folded.slice(Math.max(0, figure.span[0] - 40), figure.span[0])
  if ((!english && idioms.test(written)) || /^(?:\/\d|办公室|室|房|路公交)/.test(rest)) return false
  if (
    /^\d{2}\.\d{2}$/.test(written) &&
    figure.value < 24 &&
    /\b(?:at|until|till|by|before|after) $/.test(further)
  )
    return false
  if (namesBefore.test(further) || countedAfter.test(rest) || isIndexLevel(figure, folded)) return false
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+\.\d{2}$/.test(written)) return figure.value >= 20
  if (!/^\d{3,7}$/.test(written) || written.startsWith('0')) return false
  return saysHowMuch.test(before) || takesAsSum.test(rest)
}

/** "two thousand left": a round number in words that counts nothing. */
function isRoundInWords(figure: Figure, folded: string): boolean {
  const rest = folded.slice(figure.span[1])
  return (
    figure.value >= 100 &&
    /hundred|thousand|grand|million/.test(folded.slice(...figure.span)) &&
    !/\bin $/.test(folded.slice(0, figure.span[0])) &&
    afterSum.test(rest) &&
    !/^ to one\b/.test(rest)
  )
}
