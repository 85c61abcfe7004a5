/** Numerals, months, years, days and weeks as Chinese writes them, and what a number with 号 or 日 may be instead. */
export const N = '(?:\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})'
export const Q = '(?:\\d{1,4}|[一二两三四五六七八九十百廿卅俩仨]{1,5})'
export const monthWord = '上上个?月|上个?月|这个?月|本月|当月|下下个?月|下个?月|次月|(?<![支付])出月'
export const monthShift: Record<string, number> = {
  上上: -2,
  上: -1,
  这: 0,
  本: 0,
  当: 0,
  下下: 2,
  下: 1,
  次: 1,
  出: 1,
}
export const yearShift: Record<string, number> = {
  前年: -2,
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  明年: 1,
  来年: 1,
  后年: 2,
}
export const dayShift: Record<string, number> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  当: 0,
  明: 1,
  后: 2,
  大后: 3,
}
export const weekNumber: Record<string, number> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
  '6': 6,
}

export const dayEnd = '(?:日|号|號)'
export const noPlace =
  '(?!楼|线|院|店|窗|柜台|柜员|机|桌|房|床|方案|客服|令|文|公告|通知|员工|坐席|选手|码|称|召|外|卡|产品|条|规定)'
