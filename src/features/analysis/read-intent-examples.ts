import type { Intent } from '../cases/model.ts'

/** Labelled messages, one list an intent, for the messages no rule speaks to. */
const examples: [Intent, string[]][] = [
  [
    'repayment_difficulty',
    [
      '这个月的钱实在凑不出来',
      '最近手头很紧，怕是要晚了',
      '房贷断了好几个月',
      '家里出事了，卡里的钱还不上',
      'i am short this month and cannot cover the card',
      'things are hard and i fell behind',
      'there is no way i can make the payment',
    ],
  ],
  [
    'plan_request',
    [
      '能不能慢慢还',
      '想重新安排一下还款',
      '可以缓两个月再开始吗',
      '帮我想个还款的法子',
      'can i pay a bit every month',
      'is there a way to spread this out',
      'i would like to set up an arrangement',
    ],
  ],
  [
    'counter_offer',
    [
      '一个月一千二我才扛得住',
      '再便宜一点我就签',
      '期数再长些行吗',
      'could we do a smaller amount each month',
      'stretch it a little longer and i will sign',
    ],
  ],
  [
    'accept_offer',
    ['行，就这么办', '没意见，按你们说的来', 'that works, please set it up', 'yes, happy to go with that'],
  ],
  [
    'decline_offer',
    ['这样我做不到，不签', '不用了，我自己想办法', 'no, that does not help me', 'i will not be signing that'],
  ],
  [
    'fee_dispute',
    [
      '这笔钱凭什么收我的',
      '账单上多出一笔费用',
      'what is this extra charge on my bill',
      'you took a fee i never agreed to',
    ],
  ],
  [
    'fee_waiver_request',
    [
      '违约金能给免了吗',
      '年费可以退吗',
      'please take the late fee off',
      'any chance you could refund the charge',
    ],
  ],
  [
    'transaction_dispute',
    [
      '有一笔消费我不认识',
      '商家不退我钱',
      'there is a purchase on my card i never made',
      'the shop charged me two times',
    ],
  ],
  [
    'fraud_report',
    [
      '有人拿我的卡去刷了',
      '接到自称银行的电话要验证码',
      'someone got into my account',
      'i think i was tricked into sending money',
    ],
  ],
  [
    'complaint',
    ['你们的态度太差了', '没有人管我的事', 'your service is awful', 'i have been ignored for weeks'],
  ],
  [
    'investment_doubt',
    [
      '买的理财亏了好多',
      '当初说不会亏本的',
      'the fund you sold me keeps falling',
      'is my principal safe in this product',
    ],
  ],
  [
    'product_question',
    [
      '你们有哪些稳健的产品',
      '大额存单怎么买',
      'what savings products do you have',
      'how does this fund work',
    ],
  ],
  [
    'risk_rating_question',
    ['我的风险等级是什么', '测评过期了要重做吗', 'how do i retake the risk test', 'what does c3 mean'],
  ],
  [
    'rate_or_fee_question',
    ['分期要收多少手续费', '利息怎么算的', 'what interest do you charge', 'is there a fee for paying early'],
  ],
  [
    'credit_record_question',
    [
      '逾期会上征信吗',
      '会不会影响以后贷款买房',
      'will this show on my credit report',
      'how long does a late payment stay on record',
    ],
  ],
  [
    'balance_or_due_question',
    ['我还要还多少钱', '下次还款是几号', 'how much is left to pay', 'when is my next payment due'],
  ],
  [
    'card_or_account_service',
    ['卡丢了怎么补', '手机银行登不上去', 'my card is not working', 'how do i change my phone number'],
  ],
  [
    'identity_help',
    ['验证码一直收不到', '刷脸老是失败', 'the verification keeps failing', 'my id has expired'],
  ],
  [
    'privacy_request',
    ['把我的资料删掉', '别再给我推销了', 'delete everything you know about me', 'stop sending me adverts'],
  ],
  [
    'status_question',
    ['我的申请怎么样了', '还要等多久才有结果', 'any news on my request', 'has it been decided'],
  ],
  ['wants_person', ['我要跟真人说', '叫你们经理来', 'let me talk to a real person', 'can somebody ring me']],
  ['thanks_or_smalltalk', ['谢谢你', '你好呀', 'thanks a lot', 'good morning']],
  [
    'out_of_scope',
    [
      '今天天气如何',
      '给我讲个笑话',
      '帮我写作业',
      'what is the capital of france',
      'tell me a story',
      'which team will win tonight',
      '推荐一部电影',
      '怎么做红烧肉',
    ],
  ],
]

/** Pairs of letters or characters, the unit of likeness; Latin words are taken whole as well. */
function gramsOf(text: string): Map<string, number> {
  const grams = new Map<string, number>()
  const add = (gram: string) => grams.set(gram, (grams.get(gram) ?? 0) + 1)
  for (const [run] of text.matchAll(/[一-龥]+/g)) {
    for (let i = 0; i < run.length - 1; i++) add(run.slice(i, i + 2))
    for (const char of run) add(char)
  }
  for (const [word] of text.matchAll(/[a-z']{2,}/g)) add(word.replace(/(?:ing|ed|s)$/, ''))
  return grams
}

const prepared = examples.flatMap(([intent, texts]) =>
  texts.map((text) => ({ intent, grams: gramsOf(text) })),
)
const spread = new Map<string, number>()
for (const { grams } of prepared)
  for (const gram of grams.keys()) spread.set(gram, (spread.get(gram) ?? 0) + 1)
const weight = (gram: string) => Math.log(1 + prepared.length / (1 + (spread.get(gram) ?? 0)))

function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let shared = 0
  let sizeA = 0
  let sizeB = 0
  for (const gram of a.keys()) {
    const w = weight(gram) ** 2
    sizeA += w
    if (b.has(gram)) shared += w
  }
  for (const gram of b.keys()) sizeB += weight(gram) ** 2
  return sizeA && sizeB ? shared / Math.sqrt(sizeA * sizeB) : 0
}

/** The intent of the nearest labelled example, or undefined when none is near. */
export function nearestIntents(folded: string): Intent[] | undefined {
  const grams = gramsOf(folded)
  let best: { intent: Intent; score: number } | undefined
  for (const example of prepared) {
    const score = likeness(grams, example.grams)
    if (!best || score > best.score) best = { intent: example.intent, score }
  }
  return best && best.score >= 0.32 ? [best.intent] : undefined
}
