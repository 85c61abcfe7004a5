import { describe, expect, it } from 'vitest'
import { guardsOn } from './guards-on.ts'

describe('other_person_data', () => {
  it.each([
    '尊敬的张伟先生，您好。',
    'Dear Mr Zhang, thank you.',
    '李娜的账户也有欠款。',
    '您的担保人陈强已同意。',
    '他的手机号是13812345678。',
    'Your guarantor, Chen Qiang, has agreed.',
    'We spoke with Li Na yesterday.',
    'His card is 6222 0212 3456 7890.',
    '您的母亲曾丽华已同意。',
    '客户经理陈国梁会联系您。',
    'Kind regards,\nHelen Legal',
  ])('finds: %s', (text) => {
    expect(guardsOn(text)).toContain('other_person_data')
  })

  it.each([
    '尊敬的客户，您好！',
    '亲爱的客户，感谢您的来信。',
    'Dear customer, thank you for writing.',
    'Dear Sir or Madam, thank you.',
    'Hello, this is your bank.',
    '您好，我是您的专属客服。',
    '请联系您的客户经理。',
    'Thank you for choosing Parley Bank, we value you.',
    '您好，客服为您解答。',
    '请您本人办理，由配偶代办需提供授权书。',
    'Kind regards, Customer Care',
    'Kind regards,\nThe Hardship Team',
    '感谢您的理解，祝您生活愉快。',
    '如您的家人愿意协助，请让他与我们联系。',
    '她在给女儿付房租。',
    '您的母亲曾住院，我们记得。',
    '对方自称“监管专员”，请别信。',
    '请找主管经理处理。',
    'Yours sincerely,\nRecovery Desk',
    'Regards, Legal and Compliance Department',
    'For help: Hardship Office, any branch.',
  ])('lets through: %s', (text) => {
    expect(guardsOn(text)).toEqual([])
  })
})

describe('familiar forms of a name on file', () => {
  const named = (value: string) => ({ facts: [{ id: 'n', kind: 'name' as const, value }] })
  it.each([
    ['小唐叔，您好：', '老唐叔'],
    ['阿贵，您好：', '阿贵伯'],
    ['老唐您好！', '唐师傅'],
    ['唐大姐，您好：', '唐大姐'],
    ['Regards,\nMarta Silva\nSupervisor', 'Marta Silva'],
  ])('%s is %s', (text, value) => expect(guardsOn(text, named(value))).not.toContain('other_person_data'))

  it.each([
    ['老于叔，您好：', '老唐叔'],
    ['阿明，您好：', '阿贵伯'],
    ['Regards,\nMarta Souza\nSupervisor', 'Marta Silva'],
  ])('%s is not %s', (text, value) => expect(guardsOn(text, named(value))).toContain('other_person_data'))
})
