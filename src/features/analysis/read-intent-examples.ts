import type { Intent } from '../cases/model.ts'

/** Labelled messages, one list an intent, for the messages no rule speaks to. */
const examples: [Intent, string[]][] = [
  [
    'repayment_difficulty',
    [
      '日子过不下去了，贷款没法还',
      '收入跟不上支出，卡账越滚越大',
      '我现在身无分文',
      '工作不稳定，还贷吃力',
      '家里就我一个人挣钱，供不动了',
      'i have nothing left after rent',
      'the repayments are more than i earn',
      'money has dried up and the loan is due',
      'i keep falling short every month',
      'we are barely getting by',
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
      '想商量个我负担得起的还法',
      '可以把账拆开来还吗',
      '有什么方案适合我这种情况',
      '能否先还一部分其余往后放',
      '想重新定一下还款时间',
      '我打算按月一点点还清',
      'what arrangements can you offer me',
      'could we move the due date',
      'can you work with me on repayment',
      'i want a schedule i can stick to',
      'is it possible to pay in smaller bits',
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
      '期数太短了，给我加到四十八期',
      '每期压低到八百我就签',
      '能不能首付少一点，后面多还',
      '再让一步，免掉罚息我今天就付',
      'i could manage if it were a bit lower',
      'make it longer and smaller and we have a deal',
      'take off the interest and i will pay it all today',
      '一个月一千二我才扛得住',
      '再便宜一点我就签',
      '期数再长些行吗',
      'could we do a smaller amount each month',
      'stretch it a little longer and i will sign',
    ],
  ],
  [
    'accept_offer',
    [
      '就照你们发的协议走',
      '这个安排我没意见',
      '好，我签',
      '没问题，开始办吧',
      'send the agreement and i will sign',
      'fine, set it up',
      'that arrangement is ok by me',
      'i am happy with those terms',
      '行，就这么办',
      '没意见，按你们说的来',
      'that works, please set it up',
      'yes, happy to go with that',
    ],
  ],
  [
    'decline_offer',
    [
      '这种条件我签不了',
      '我考虑过了，还是不做了',
      '谢谢，不需要分期',
      '你们的方案帮不了我',
      'i would rather not',
      'thanks but no',
      'those terms are impossible for me',
      'i have decided against it',
      '这样我做不到，不签',
      '不用了，我自己想办法',
      'no, that does not help me',
      'i will not be signing that',
    ],
  ],
  [
    'fee_dispute',
    [
      '我没开通过这个服务怎么每月扣钱',
      '这个费用从来没听说过',
      '按时还款了还收我违约金',
      'fee was added though i paid on time',
      'i was not told about this charge',
      'you keep taking a monthly charge for nothing',
      '这笔钱凭什么收我的',
      '账单上多出一笔费用',
      'what is this extra charge on my bill',
      'you took a fee i never agreed to',
    ],
  ],
  [
    'fee_waiver_request',
    [
      '第一次晚还，滞纳金通融一下',
      '能帮我把那笔费用退了吗',
      '老客户了，年费给免一下呗',
      'please cancel the penalty this once',
      'as a goodwill gesture can you reverse it',
      'it was my first late payment, can it be forgiven',
      '违约金能给免了吗',
      '年费可以退吗',
      'please take the late fee off',
      'any chance you could refund the charge',
    ],
  ],
  [
    'transaction_dispute',
    [
      '我人都没出国哪来的境外消费',
      '这笔钱扣错了',
      '买的东西没收到，要退款',
      '同一单收了两回钱',
      'i was billed for something i returned',
      'that foreign purchase is not mine',
      'the atm kept my cash but debited me',
      '有一笔消费我不认识',
      '商家不退我钱',
      'there is a purchase on my card i never made',
      'the shop charged me two times',
    ],
  ],
  [
    'fraud_report',
    [
      '验证码给了陌生人，钱被转走',
      '点了短信链接后卡里钱没了',
      '网上认识的人让我转账，现在联系不上',
      'i clicked a link and my money vanished',
      'i gave my code to a caller',
      'someone is impersonating your staff',
      '有人拿我的卡去刷了',
      '接到自称银行的电话要验证码',
      'someone got into my account',
      'i think i was tricked into sending money',
    ],
  ],
  [
    'complaint',
    [
      '你们怎么办事的',
      '热线打了好多遍没人接',
      '这就是你们的服务水平',
      '我对处理结果很不满',
      'this is how you treat customers',
      'i want this escalated formally',
      'your hotline never answers',
      '你们的态度太差了',
      '没有人管我的事',
      'your service is awful',
      'i have been ignored for weeks',
    ],
  ],
  [
    'investment_doubt',
    [
      '跟存款一样安全怎么还会亏',
      '产品到期了钱怎么少了',
      '我是不是被误导买了高风险产品',
      '现在卖掉是不是亏大了',
      'i did not know i could lose money on this',
      'the manager said it was as safe as a deposit',
      'my returns are far below what you showed',
      '买的理财亏了好多',
      '当初说不会亏本的',
      'the fund you sold me keeps falling',
      'is my principal safe in this product',
    ],
  ],
  [
    'product_question',
    [
      '这个产品投的是什么',
      '大额存单利息多少起存多少',
      '我想把闲钱放稳一点的地方',
      '有没有适合老人的存款',
      '短期闲钱放哪里好',
      'what does this product invest in',
      'where should i park my spare cash',
      'can i take the money out early',
      '你们有哪些稳健的产品',
      '大额存单怎么买',
      'what savings products do you have',
      'how does this fund work',
    ],
  ],
  [
    'risk_rating_question',
    [
      '我是保守型能买基金吗',
      '问卷做出来的结果不准',
      '为什么我的风险等级变了',
      'why did my rating change',
      'can a cautious investor buy this',
      'my questionnaire result looks wrong',
      '我的风险等级是什么',
      '测评过期了要重做吗',
      'how do i retake the risk test',
      'what does c3 mean',
    ],
  ],
  [
    'rate_or_fee_question',
    [
      '取现要收钱吗',
      '延期的话利息还照算吗',
      '转账到别的银行要手续费不',
      '怎么算出来的这个利息',
      'does interest keep running if i defer',
      'what would it cost me to repay early',
      'how expensive is cash withdrawal',
      '分期要收多少手续费',
      '利息怎么算的',
      'what interest do you charge',
      'is there a fee for paying early',
    ],
  ],
  [
    'credit_record_question',
    [
      '晚还两天会留记录吗',
      '结清以后记录多久消除',
      '以后买房贷款会不会被拒',
      'does this stay on my file',
      'will other banks see that i was late',
      'how long before my history is clean',
      '逾期会上征信吗',
      '会不会影响以后贷款买房',
      'will this show on my credit report',
      'how long does a late payment stay on record',
    ],
  ],
  [
    'balance_or_due_question',
    [
      '还有几期没还完',
      '这期账单出了没',
      '我名下一共多少欠款',
      '什么时候扣我的钱',
      'how many payments remain',
      'what is my total',
      'has my bill come out',
      '我还要还多少钱',
      '下次还款是几号',
      'how much is left to pay',
      'when is my next payment due',
    ],
  ],
  [
    'card_or_account_service',
    [
      '新卡怎么开',
      '账号被锁了',
      '我想换个还款账户',
      '怎么把卡关掉',
      '明细在哪里下载',
      '去哪个网点办',
      'how do i turn on notifications',
      'i need a new pin',
      'where can i download my statement',
      'please shut my account',
      '卡丢了怎么补',
      '手机银行登不上去',
      'my card is not working',
      'how do i change my phone number',
    ],
  ],
  [
    'identity_help',
    [
      '提示核验失败',
      '怎么证明我是本人',
      '身份信息过期了',
      'the code does not arrive',
      'i cannot pass the check',
      'how do i prove it is me',
      '验证码一直收不到',
      '刷脸老是失败',
      'the verification keeps failing',
      'my id has expired',
    ],
  ],
  [
    'privacy_request',
    [
      '我的数据你们给了谁',
      '你们为什么有我的电话',
      '不想让你们用我的信息',
      '请给我一份你们掌握的资料',
      'who did you share my details with',
      'i want a copy of what you hold on me',
      'remove me from your mailing list',
      '把我的资料删掉',
      '别再给我推销了',
      'delete everything you know about me',
      'stop sending me adverts',
    ],
  ],
  [
    'status_question',
    [
      '材料交了怎么没下文',
      '上次说的事办得怎么样',
      '批下来没有',
      '什么时候给我答复',
      'is it approved',
      'how is the review going',
      'did you get my documents',
      'i am waiting to hear back',
      '我的申请怎么样了',
      '还要等多久才有结果',
      'any news on my request',
      'has it been decided',
    ],
  ],
  [
    'wants_person',
    [
      '叫个能做主的人来',
      '换人，别让机器说话',
      '让你们领导联系我',
      'put me through to someone who can decide',
      'i want a human',
      'have your supervisor phone me',
      '我要跟真人说',
      '叫你们经理来',
      'let me talk to a real person',
      'can somebody ring me',
    ],
  ],
  [
    'thanks_or_smalltalk',
    [
      '在不在',
      '麻烦你了',
      '祝你工作顺利',
      '知道了，拜拜',
      'hey there',
      'cheers, bye',
      'appreciate your help',
      '谢谢你',
      '你好呀',
      'thanks a lot',
      'good morning',
    ],
  ],
  [
    'out_of_scope',
    [
      '高铁票怎么买',
      '帮我算一道数学题',
      '附近有什么好吃的',
      '给孩子起个名字',
      '怎么减肥最快',
      '今天股市哪只股会涨',
      'how do i bake bread',
      'write my essay',
      'best holiday in japan',
      'what is the meaning of life',
      'fix my printer',
      'who is the president',
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

const bankWords =
  /还|卡|账|贷|利息|费|钱|款|银行|信用|理财|基金|存|额度|分期|客服|密码|投诉|征信|数据|资料|身份|\b(?:bank|card|account|loan|pay\w*|debt|fees?|interest|money|credit|fund|deposit|balance|statement|plan|data|limit|transfer|refund)\b/

/** The intent of the nearest labelled example, or undefined when none is near. */
export function nearestIntents(folded: string): Intent[] | undefined {
  const grams = gramsOf(folded)
  let best: { intent: Intent; score: number } | undefined
  for (const example of prepared) {
    const score = likeness(grams, example.grams)
    if (!best || score > best.score) best = { intent: example.intent, score }
  }
  return best && best.score >= (bankWords.test(folded) ? 0.16 : 0.3) ? [best.intent] : undefined
}
