import { describe, expect, it } from 'vitest'
import { guardsOn } from './guards-on.ts'

/** Guards of wording only: figures and labels are other tests' business. */
const wording = ['promise_unbacked', 'threat_or_pressure', 'forbidden_phrase', 'floor_disclosed']
const raised = (text: string) => guardsOn(text).filter((guard) => wording.includes(guard))

describe('the words of others', () => {
  it.each([
    '您在信里写道：“再这样我就去法院告你们。”我们理解您的心情。',
    '对方自称银行内部人员，说“保证帮您把征信洗白”，请不要相信。',
    '“你们必须赔我全部损失！”——这一项我们没有查到依据。',
    'You wrote, "Stop ringing my mother." We have looked into the calls.',
    'The caller told you "pay now or you will be arrested"; no bank says that.',
    '"I want my money back today." I understand, and here is what I found.',
    '这是不是稳赚不赔的？不是，本金可能受损。',
    'Is the return guaranteed? No, it may fall.',
  ])('are not the bank’s: %s', (text) => {
    expect(raised(text)).toEqual([])
  })

  it.each([
    '我行推出“稳赚不赔”的新产品，欢迎购买。',
    '这是一款“保本保息”的产品，适合您。',
    '我们向您保证：“违约金全部免除”。',
    'We promise: "your late fee will be waived".',
    '想要稳赚不赔吗？这款产品最合适。',
    'Try the "guaranteed return" fund today.',
    'It is one of our "risk-free" products.',
    'Looking for guaranteed returns? This fund is the one.',
  ])('are the bank’s when it says them itself: %s', (text) => {
    expect(raised(text)).not.toEqual([])
  })
})

describe('words on a list in a sentence that does nothing foul', () => {
  it.each([
    '本行并未就这笔欠款向法院起诉。',
    'No court claim has been filed over this balance.',
    '如果钱已经转给骗子，请马上拨打110报警。',
    'If you have sent the scammer money, please call the police on 110.',
  ])('let it pass: %s', (text) => {
    expect(raised(text)).toEqual([])
  })
})
