import { describe, expect, it } from 'vitest'
import { guardsOn } from './guards-on.ts'

describe('forbidden_phrase', () => {
  it.each([
    '这款产品保本保息，您放心购买。',
    '零风险，稳赚不赔。',
    '收益和定期存款一样安全。',
    '低门槛，秒到账。',
    '我们可以帮您消除不良征信记录。',
    '您可以申请一次性信用修复政策。',
    '您可以先找朋友借一笔钱来还款。',
    '建议您去别的平台借一点先还上。',
    '分期免息，只需支付手续费。',
    '风险测评我来帮您填写。',
    'The principal is fully guaranteed.',
    'It offers guaranteed returns.',
    'This fund is risk-free.',
    'It is as safe as a bank deposit.',
    'We can remove the late payment from your credit report.',
    'You could take out a new loan to pay this one off.',
    'You can use the one-time credit repair policy.',
    'There is no interest, just a small handling fee.',
    'You will never lose money with it.',
    '这样不会影响您的征信。',
    'This will not affect your credit record.',
    '放心买，本金绝对安全。',
    '这款产品稳赚，年年都涨。',
    'It is basically a deposit, just like a savings account.',
    'We can get the entry wiped from your credit file.',
    '办理分期后征信不会受影响。',
    '分期0利息，仅收手续费。',
  ])('finds: %s', (text) => {
    expect(guardsOn(text)).toContain('forbidden_phrase')
  })

  it.each([
    '这款理财产品不保本，也不承诺收益。',
    '本产品为非保本浮动收益型，您可能损失本金。',
    '请警惕任何声称可以删除征信记录的机构。',
    'Beware of anyone who claims to delete your credit record.',
    '凡是承诺“征信修复”的都是骗局。',
    '理财产品不是存款，有风险。',
    'This product is not a deposit and its principal is not guaranteed.',
    'There is no such thing as a risk-free investment.',
    '我们不能保证收益。',
    '高收益往往伴随高风险。',
    'Higher returns come with higher risk.',
    '您的风险等级为低风险承受能力。',
    'A plan may affect your credit record.',
    '我们无法保证不影响征信。',
    'If the record is wrong, you can have the error corrected.',
  ])('lets through: %s', (text) => {
    expect(guardsOn(text)).toEqual([])
  })
})
