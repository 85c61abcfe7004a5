import { expect, test } from 'vitest'
import { readQuantities } from './quantities.ts'

/** A Wednesday. */
const at = '2026-07-08T10:00:00+08:00'

/** The dates of a text and the very words read. */
function dates(text: string, when = at): string[] {
  return readQuantities(text, when).flatMap((found) =>
    found.kind === 'date' ? [`${found.date} ${text.slice(...found.span)}`] : [],
  )
}

test.each([
  ['6月30日被扣了两回', ['2026-06-30 6月30日']],
  ['款子7月2日已全部繳付', ['2026-07-02 7月2日']],
  ['5月19号那晚家里进了水', ['2026-05-19 5月19号']],
  ['说好不再收，7月1号又扣我30块', ['2026-07-01 7月1号']],
  ['6月25号夜里家里失火，什么都没了', ['2026-06-25 6月25号']],
  ['表扬一下7月6号上午当班的小伙子', ['2026-07-06 7月6号']],
  ['4月20号才办下来的卡', ['2026-04-20 4月20号']],
  ['我5月9日就cancel了', ['2026-05-09 5月9日']],
  ['6月28号没收到你们的短信', ['2026-06-28 6月28号']],
  ['三月三号交的材料到哪了', ['2026-03-03 三月三号']],
  ['7月5号的账单有问题', ['2026-07-05 7月5号']],
  ['They let our night crew go on 29 June', ['2026-06-29 29 June']],
  ['my letter of 1 July has no answer', ['2026-07-01 1 July']],
  ['I wrote to you last month, on June 12th, with no reply', ['2026-06-12 June 12th']],
  ['I spent ¥2,300 on 4 July and nothing shows', ['2026-07-04 4 July']],
  ['我5月6号提前还清的', ['2026-05-06 5月6号']],
  ['警察要4月1日到6月20日的流水', ['2026-04-01 4月1日', '2026-06-20 6月20日']],
  ['print my statements from 2 February to 30 April', ['2026-02-02 2 February', '2026-04-30 30 April']],
  ['paid ¥3,400 on Monday, still not booked', ['2026-07-06 Monday']],
  ['please do not charge me on 3 June like last time', ['2026-06-03 3 June']],
])('what has happened lies behind: %s', (text, expected) => expect(dates(text)).toEqual(expected))

test.each([
  ['要是8月1号提前结清的话，一共得交多少', ['2026-08-01 8月1号']],
  ['9月3号那笔能不能往后挪', ['2026-09-03 9月3号']],
  ['8月15日那天到期的，自动转存吗', ['2026-08-15 8月15日']],
  ['厂里8月20号把工资转过来', ['2026-08-20 8月20号']],
  ['6月1号开始我想每月多还一点', ['2027-06-01 6月1号']],
  ['主要是10月1日没钱', ['2026-10-01 10月1日']],
  ['If I paid the lot on 20 September, what is the figure?', ['2026-09-20 20 September']],
  ['I can send it on 3 August', ['2026-08-03 3 August']],
  ['can I cancel the transfer of 12 July?', ['2026-07-12 12 July']],
  ['Friday works for me, on Friday then', ['2026-07-10 Friday', '2026-07-10 Friday']],
])('what is to come lies ahead: %s', (text, expected) => expect(dates(text)).toEqual(expected))

test.each([
  ['今天都周三了还没动静', ['2026-07-08 今天', '2026-07-08 周三']],
  ['都月底了，工资还没发', ['2026-07-31 月底']],
  ['流水要2026年2月1日到5月31日的', ['2026-02-01 2026年2月1日', '2026-05-31 5月31日']],
  ['2026.6.18、6.19两天都扣了钱', ['2026-06-18 2026.6.18', '2026-06-19 6.19']],
  ['我6/30交的材料，在7/2又补了一份', ['2026-06-30 6/30', '2026-07-02 7/2']],
  ['出月5號先還到', ['2026-08-05 出月5號']],
  ['拖到下月初六行不', ['2026-08-06 下月初六']],
  ['今朝去过了，寻晚打过电话，听朝再来', ['2026-07-08 今朝', '2026-07-07 寻晚', '2026-07-09 听朝']],
  ['前儿个去的网点', ['2026-07-06 前儿个']],
  ['15号以后再说', ['2026-07-15 15号']],
  ['截至7/31都可以', ['2026-07-31 7/31']],
  ['7/12先还一半，7/28再还', ['2026-07-12 7/12', '2026-07-28 7/28']],
  ['把还款日从下月6号挪到22号', ['2026-08-06 下月6号', '2026-08-22 22号']],
  ['from 5 December 2026 to 10 January', ['2026-12-05 5 December 2026', '2027-01-10 10 January']],
  ['on 05/06/2026 you took £30', ['2026-06-05 05/06/2026']],
  ['I paid on 03/07/2026', ['2026-03-07 03/07/2026']],
  ['I paid on 07/09/2026', ['2026-07-09 07/09/2026']],
  ['is the 29th a working day? The 30th has to do then', ['2026-07-30 The 30th']],
  [
    'the invoice is paid next Friday, I send it the following Tuesday',
    ['2026-07-17 next Friday', '2026-07-21 the following Tuesday'],
  ],
  ['I rang on Tuesday last week', ['2026-06-30 Tuesday last week']],
  ['下月12发工资', ['2026-08-12 下月12']],
  ['6月3号寄信说没欠，6号又说欠', ['2026-06-03 6月3号', '2026-07-06 6号']],
  ['剩下的缓到月底', ['2026-07-31 月底']],
  ['what about my 8/3 payment', ['2026-08-03 8/3']],
])('the many ways of naming a day: %s', (text, expected) => expect(dates(text)).toEqual(expected))

test.each([
  '我在店里一日能卖多少啊',
  '迟了一日而已，等了三日都没人理',
  '在3号窗办的，6号柜台态度好',
  '只还1/3行不行，或者还1/2，2/3就要命了',
  '支出月均3000',
  'late for the first time in five years',
  'I have not missed one in three years',
  '有酒今朝醉',
  '今朝有酒今朝醉',
  'the 5th payment and the 2nd time',
])('no day at all: %s', (text) => expect(dates(text)).toEqual([]))

test('a weekday beside its date is part of it', () => {
  expect(dates('due Mon 20 July, or on Friday 24 July at the latest')).toEqual([
    '2026-07-20 20 July',
    '2026-07-24 24 July',
  ])
})
