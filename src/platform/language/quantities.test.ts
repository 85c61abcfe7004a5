import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeChineseNumeral } from './chinese-numerals.ts'
import { foldText } from './fold-text.ts'
import { readQuantities } from './quantities.ts'

const at = '2026-11-23T10:00:00+08:00'
const wednesday = '2026-11-25T10:00:00+08:00'

/** Kind, value and the very words read, for comparison at a glance. */
function read(text: string, when = at): string[] {
  return readQuantities(text, when)
    .filter((quantity) => quantity.kind !== 'count')
    .map(({ kind, span, ...rest }) => `${kind} ${Object.values(rest).join('/')} ${text.slice(...span)}`)
}

const wide = (text: string) => text.replace(/[\d,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

test('a sum is the same in digits, commas, full width and Chinese characters', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 99_999_999 }), (yuan) => {
      const digits = String(yuan)
      const commas = yuan.toLocaleString('en-US')
      for (const form of [digits, commas, wide(digits), wide(commas), writeChineseNumeral(yuan)]) {
        expect(read(`我欠${form}元，想还`)).toEqual([`amount ${yuan * 100}/CNY ${form}元`])
        expect(read(`I owe ${form} yuan now`)).toEqual([`amount ${yuan * 100}/CNY ${form} yuan`])
      }
    }),
    { numRuns: 150 },
  )
})

test('spans are ordered, apart, and inside the text, whatever the text', () => {
  const piece = fc.constantFrom(
    '三',
    '千',
    '5',
    '万',
    '元',
    '下个月',
    '15',
    '号',
    '%',
    '年',
    '个月',
    '，',
    '到',
    ' ',
    'k',
    '半',
    '多',
    '期',
    '😀',
    '一',
    'pay ',
    '1,200',
    '百分之',
    '月底',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('')
      let last = 0
      for (const { span } of readQuantities(text, at)) {
        expect(span[0]).toBeGreaterThanOrEqual(last)
        expect(span[1]).toBeGreaterThan(span[0])
        last = span[1]
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 400 },
  )
})

test('folding keeps every UTF-16 unit in its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldText(text).length).toBe(text.length)
    }),
  )
})

test.each([
  ['每月还3000，想分24期', ['amount 300000/CNY 3000', 'months 24 24期']],
  ['房租两千五，交通3块5', ['amount 250000/CNY 两千五', 'amount 350/CNY 3块5']],
  ['一个月还500', ['amount 50000/CNY 500']],
  ['宽限一个月', ['months 1 一个月']],
  ['三到五千块', ['amount 300000/CNY 三', 'amount 500000/CNY 五千块']],
  ['12-24期', ['months 12 12', 'months 24 24期']],
  ['两三千块', ['amount 200000/CNY 两', 'amount 300000/CNY 三千块']],
  ['欠HK$980和US$20', ['amount 98000/HKD HK$980', 'amount 2000/USD US$20']],
  [
    '半年、一年半、半个月、两周、一个季度',
    ['months 6 半年', 'months 18 一年半', 'days 15 半个月', 'days 14 两周', 'months 3 一个季度'],
  ],
  [
    '月息1.5%，年化18%，日息万分之五，减免50%违约金',
    ['rate 150/month 1.5%', 'rate 1800/year 18%', 'rate 5/day 万分之五', 'rate 5000/once 50%'],
  ],
  ['利息5%-10%', ['rate 500/year 5%', 'rate 1000/year 10%']],
  ['three thousand five hundred yuan a month', ['amount 350000/CNY three thousand five hundred yuan']],
  ['pay between 3000 and 5000 a month', ['amount 300000/CNY 3000', 'amount 500000/CNY 5000']],
  ['两年零三个月', ['months 27 两年零三个月']],
  ['spread over 2 years and 3 months', ['months 27 2 years and 3 months']],
  ['每个月也就1000到1500之间', ['amount 100000/CNY 1000', 'amount 150000/CNY 1500']],
  ['RMB1,610 was taken, then CNY88.5', ['amount 161000/CNY RMB1,610', 'amount 8850/CNY CNY88.5']],
  ['共计壹仟贰佰叁拾肆元伍角陆分', ['amount 123456/CNY 壹仟贰佰叁拾肆元伍角陆分']],
  ['还款壹万元零伍分', ['amount 1000005/CNY 壹万元零伍分']],
  ['还剩柒角伍分', ['amount 75/CNY 柒角伍分']],
  ['一共欠万八，每月还千二', ['amount 1800000/CNY 万八', 'amount 120000/CNY 千二']],
  ['每个月五六千', ['amount 500000/CNY 五', 'amount 600000/CNY 六千']],
  ['月薪税后八千五', ['amount 850000/CNY 八千五']],
  ['I can pay 5k-6k a month', ['amount 500000/CNY 5k', 'amount 600000/CNY 6k']],
  ['I owe 20-30 thousand', ['amount 2000000/CNY 20', 'amount 3000000/CNY 30 thousand']],
  ['can pay half a grand, owe 1.2 mil', ['amount 50000/CNY half a grand', 'amount 120000000/CNY 1.2 mil']],
  ['over one and a half years or 1 1/2 years', ['months 18 one and a half years', 'months 18 1 1/2 years']],
  ['每期0.5%一个月，月息1分5', ['rate 50/month 0.5%', 'rate 150/month 1分5']],
  ['一年百分之五，half a percent off', ['rate 500/year 百分之五', 'rate 50/once half a percent']],
  ['手续费5‰，罚息万分之五/天', ['rate 50/once 5‰', 'rate 5/day 万分之五']],
  ['年化LPR+50bp', ['rate 50/year 50bp']],
  [
    '工资3w，两千来块，￥１，２００',
    ['amount 3000000/CNY 3w', 'amount 200000/CNY 两千来块', 'amount 120000/CNY ￥１，２００'],
  ],
  [
    'give me a fortnight, then two and a half years',
    ['days 14 a fortnight', 'months 30 two and a half years'],
  ],
  ['clear it in 2 years with half a year of grace', ['months 24 2 years', 'months 6 half a year']],
])('%s', (text, expected) => expect(read(text)).toEqual(expected))

test.each([
  ['转了四万九千八和2w3', ['amount 4980000/CNY 四万九千八', 'amount 2300000/CNY 2w3']],
  ['如果我把5万分成十二期', ['amount 5000000/CNY 5万', 'months 12 十二期']],
  ['備好30萬到40萬', ['amount 30000000/CNY 30萬', 'amount 40000000/CNY 40萬']],
  ['跑了18万公里，粉丝3万，八百遍', []],
  ['多扣我15快6', ['amount 1560/CNY 15快6']],
  ['千八蚊就得', ['amount 180000/CNY 千八蚊']],
  ['香港张卡欠三千蚊', ['amount 300000/HKD 三千蚊']],
  ['刷了3500泰铢', ['amount 350000/THB 3500泰铢']],
  ['五万日元', ['amount 50000/JPY 五万日元']],
  ['我一毛都不欠', []],
  ['分别是1200、3500和680元', ['amount 120000/CNY 1200', 'amount 350000/CNY 3500', 'amount 68000/CNY 680元']],
  ['两千五 一个月', ['amount 250000/CNY 两千五']],
  ['他十月二日去世', ['date 2026-10-02 十月二日']],
  ['10月2日就申请了', ['date 2026-10-02 10月2日']],
  ['I paid all of it at 10.8', ['date 2026-10-08 10.8']],
  ['got sacked tdy', ['date 2026-11-23 tdy']],
  ['稳健一号跌了，洗腎一週三次', []],
  ['年利率15%，别家才12%', ['rate 1500/year 15%', 'rate 1200/year 12%']],
  ['保费是贷款额的千分之三', ['rate 30/once 千分之三']],
])('money, days and rates as people say them: %s', (text, expected) => expect(read(text)).toEqual(expected))

test.each([
  ['下个月15号', '2026-12-15'],
  ['月底', '2026-11-30'],
  ['3月底', '2027-03-31'],
  ['明年2月底', '2027-02-28'],
  ['下周五', '2026-12-04'],
  ['上周五', '2026-11-20'],
  ['大后天', '2026-11-28'],
  ['三个月后', '2027-02-25'],
  ['二〇二六年十二月一日', '2026-12-01'],
  ['next Friday', '2026-12-04'],
  ['Monday', '2026-11-30'],
  ['end of next month', '2026-12-31'],
  ['23 December', '2026-12-23'],
  ['the 10th of January', '2027-01-10'],
  ['in two weeks', '2026-12-09'],
  ['上上周五', '2026-11-13'],
  ['廿五号', '2026-11-25'],
  ['卅号', '2026-11-30'],
  ['the 3rd of next month', '2026-12-03'],
  ['month-end', '2026-11-30'],
])('%s is %s', (words, date) => {
  const text = /[a-z]/.test(words) ? `I will pay by ${words}.` : `我${words}还`
  expect(read(text, wednesday)).toEqual([`date ${date} ${words}`])
})

test('a date without a year looks back when the verb is past, and the zone is that of the instant', () => {
  expect(read('我5月3日还了')).toEqual(['date 2026-05-03 5月3日'])
  expect(read('I paid on 5 October')).toEqual(['date 2026-10-05 5 October'])
  expect(read('5月3日还')).toEqual(['date 2027-05-03 5月3日'])
  expect(read('明天还', '2026-12-31T23:30:00-05:00')).toEqual(['date 2027-01-01 明天'])
})

test.each([
  '电话13812345678，热线95588，卡号6222021234567890128，尾号1234，订单号20261101234567',
  '每月15号扣款',
  '10月份的账单',
  '我今年68岁，48小时内，下午3点',
  '积分12000分，打了3次电话，第三期',
  '我想一下，一定还，万一不行呢，千万别催',
  'option 2, call 12378 24/7, I am 72',
  'every 15th, once a month',
  '国庆前还，春节后再说',
])('none of these: %s', (text) => expect(read(text)).toEqual([]))

test('guards see the other numbers as counts', () => {
  expect(readQuantities('打了3次，2026年，下午3点', at)).toEqual([
    { kind: 'count', value: 3, unit: '次', span: [2, 3] },
    { kind: 'count', value: 2026, unit: 'year', span: [5, 9] },
    { kind: 'count', value: 900, unit: 'clock', span: [11, 15] },
  ])
})

test.each([
  ['thirteen point zero one per cent a year', ['rate 1301/year thirteen point zero one per cent']],
  ['two point seventy-five percent', ['rate 275/once two point seventy-five percent']],
  ['one point five million yuan', ['amount 150000000/CNY one point five million yuan']],
  ['eighty-nine yuan and forty fen, the first', ['amount 8940/CNY eighty-nine yuan and forty fen']],
  ['12 yuan, 5 jiao and 3 fen', ['amount 1253/CNY 12 yuan, 5 jiao and 3 fen']],
  ['托管费百分之零点零五', ['rate 5/once 百分之零点零五']],
  ['on Friday of next week', ['date 2026-12-04 Friday of next week']],
  ['自明天起', ['date 2026-11-24 明天']],
  ['即日起', []],
])('reads what is spoken in %s', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  ['from ten in the evening to eight in the morning', [1320, 480]],
  ['nine thirty in the evening', [1290]],
  ['夜里十点到早上八点', [1320, 480]],
])('reads the clock in %s', (text, minutes) => {
  const clocks = readQuantities(text, at).filter((found) => found.kind === 'count' && found.unit === 'clock')
  expect(clocks.map((found) => (found.kind === 'count' ? found.value : null))).toEqual(minutes)
})
