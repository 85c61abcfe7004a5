import { expect, test } from 'vitest'
import { readQuantities } from './quantities.ts'

const at = '2026-07-08T10:00:00+08:00'

/** Sums, terms and rates of a text with the very words read. */
function read(text: string): string[] {
  return readQuantities(text, at)
    .filter((found) => found.kind !== 'count' && found.kind !== 'date')
    .map(({ kind, span, ...rest }) => `${kind} ${Object.values(rest).join('/')} ${text.slice(...span)}`)
}

test.each([
  ['你们要2600，我只有1900的话，行吗', ['amount 260000/CNY 2600', 'amount 190000/CNY 1900']],
  ['刚提了台冰箱4,599，能拆开付吗', ['amount 459900/CNY 4,599']],
  ['账单上冒出个368的“尊享卡”', ['amount 36800/CNY 368']],
  ['6月17、18两天各少了555', ['amount 55500/CNY 555']],
  ['游戏充值，328一笔，扣了四笔', ['amount 32800/CNY 328']],
  ['从每月2,000改2,600', ['amount 200000/CNY 2,000', 'amount 260000/CNY 2,600']],
  ['转一万多收我二十', ['amount 1000000/CNY 一万', 'amount 2000/CNY 二十']],
  ['账单一万零五百，我认', ['amount 1050000/CNY 一万零五百']],
  ['我那三十万里先取五万', ['amount 30000000/CNY 三十万', 'amount 5000000/CNY 五万']],
  ['等工程款下来2.8万一把还清', ['amount 2800000/CNY 2.8万']],
  ['有人叫我交1200包我过审', ['amount 120000/CNY 1200']],
  ['借据写的是人民币叁萬元整', ['amount 3000000/CNY 人民币叁萬元整']],
  ['OK. 36 months at 1,280 then', ['months 36 36 months', 'amount 128000/CNY 1,280']],
  ['I want to split a 7,800 phone', ['amount 780000/CNY 7,800']],
  ['2,450 is a lot for us', ['amount 245000/CNY 2,450']],
  ['Is it still 1,875.20?', ['amount 187520/CNY 1,875.20']],
  ['I can do 700 now and then 1100 once I am paid', ['amount 70000/CNY 700', 'amount 110000/CNY 1100']],
  ['Took out 3,000 in Lima and you added 64', ['amount 300000/CNY 3,000', 'amount 6400/CNY 64']],
  ['柜员机吞了我2000', ['amount 200000/CNY 2000']],
  ['那笔38的快递费不是我的', ['amount 3800/CNY 38']],
  ['there is three thousand left of my pay', ['amount 300000/CNY three thousand']],
  ['这个 49 的 fee 是什么', ['amount 4900/CNY 49']],
  ['two of the charges, 35 and 70, are wrong', ['amount 3500/CNY 35', 'amount 7000/CNY 70']],
  [
    'I took 30 thousand and paid 31.5 thousand',
    ['amount 3000000/CNY 30 thousand', 'amount 3150000/CNY 31.5 thousand'],
  ],
  ['two and a half thousand yuan', ['amount 250000/CNY two and a half thousand yuan']],
  ['我有spare cash 12万', ['amount 12000000/CNY 12万']],
  [
    'RM 450, THB 3,200 and NT$900',
    ['amount 45000/MYR RM 450', 'amount 320000/THB THB 3,200', 'amount 90000/TWD NT$900'],
  ],
  ['扣了CHF80和₩52,000', ['amount 8000/CHF CHF80', 'amount 52000/KRW ₩52,000']],
])('a sum that no unit marks: %s', (text, expected) => expect(read(text)).toEqual(expected))

test.each([
  '恒指见两万六了',
  '沪指跌破3,200点',
  'the index is at 24,500',
  '今年一毛进账都没有，一文钱也没剩',
  '一蚊都冇',
  '好像欠你八百吊似的',
  '到底是27还是28扣',
  '我的卡是6217和8834',
  'my cards with you, 2203 and 9918',
  '我2019就办了卡，用到2026',
  '房间1808，工号3321',
  'order 48213, ticket 7716',
  '1,500 steps and 2,300 points',
  '我走了1,200米',
  '奶奶八十三了',
  '住9栋1602，邮编310012',
  '考了577，体重160，血压150/95',
  '996上班，打了110，520那天来的',
  '客服10086和95533都不接',
  '票据3311和3312丢了，二楼206办公室说不管',
  'score of 640, blood pressure 150, I weigh 170',
  'the market fell to 23,800 and we are 1,300 staff',
  'can I come at 20.30 or until 21.15',
  'I run 1,500 m past 1600 Elm Road',
  '打6开头的号码没人接，扣款短信是1字头',
  'a hundred people in the queue for a card',
  'not in a million years will I pay',
])('figures that are no sum: %s', (text) => expect(read(text)).toEqual([]))

test.each([
  ['hours cut to four days a week', []],
  ['一個禮拜得返兩更', []],
  ['一年到底几个点', []],
  ['漏交了一期，这两期也悬', []],
  ['八百二一期太多', ['amount 82000/CNY 八百二']],
  ['分24期，前三期少还点', ['months 24 24期', 'months 3 三期']],
  ['晚还了一天，遲咗一日', ['days 1 一天', 'days 1 一日']],
  ['剩下一年零两个月还完', ['months 14 一年零两个月']],
  ['make it 36 months instead of 24', ['months 36 36 months', 'months 24 24']],
  ['48期改成60行不', ['months 48 48期', 'months 60 60']],
  ['Nine payments of ¥640', ['months 9 Nine payments', 'amount 64000/CNY ¥640']],
  ['I have made 3 payments of ¥640', ['amount 64000/CNY ¥640']],
  ['my first slip in four years', ['months 48 four years']],
  ['they want a 9% cut of my interest', ['rate 900/once 9%']],
  ['savings idle, anything at 2.2%?', ['rate 220/year 2.2%']],
  ['LPR降了，我的利率现在4.2的会变吗', ['rate 420/year 4.2']],
])('terms and rates: %s', (text, expected) => expect(read(text)).toEqual(expected))
