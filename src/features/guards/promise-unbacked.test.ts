import { describe, expect, it } from 'vitest'
import { guardsOn } from './guards-on.ts'

describe('promise_unbacked', () => {
  it.each([
    '我们会为您免除全部违约金。',
    '这笔费用我们会退给您。',
    '我们将暂停催收。',
    '客户经理稍后给您回电。',
    '您的方案一定能通过。',
    'We will waive the late fee.',
    'The fee will be refunded.',
    'We will stop collection calls.',
    'Someone will call you back.',
    'Your request will be approved.',
    'We guarantee that your plan gets approved.',
    '违约金就不收您的了。',
    '放心，肯定批下来。',
    'We have put your account on hold.',
    "You won't have to pay the late fees.",
    "I'll make sure your application goes through.",
    '我们主管已经答应给您免掉罚息。',
    'My manager has agreed to waive the penalty interest.',
    '利息全免，您放心。',
    '您放心，这个肯定能办下来。',
    'We will get the charge reversed.',
    "Don't worry, your plan will be approved.",
    'I promise your plan will be accepted.',
    '钱很快就会退给您。',
    '催收会停下来的，我们已暂停催收。',
    'You will hear from us.',
    'We shall compensate you for the inconvenience.',
    '我行将赔偿您的损失。',
  ])('finds: %s', (text) => {
    expect(guardsOn(text)).toContain('promise_unbacked')
  })

  it.each([
    '您可以申请减免违约金。',
    '我们会评估是否可以减免。',
    '能否减免需要审批。',
    'We will check whether the fee can be waived.',
    'You can apply for a fee waiver.',
    'We cannot promise a refund.',
    '您希望我们减免违约金，我们理解。',
    'You asked us to waive the fee.',
    '如经审批通过，我们将减免违约金。',
    'If the review confirms this, we will refund the fee.',
    '目前无法为您减免利息。',
    'Would you like us to call you back?',
    '请在方便时回电。',
    '请您尽快回复我们。',
    'Please let us know if you have questions.',
    'Thank you for calling us.',
    'We may be able to reduce the fees.',
    '我们不能保证方案一定通过。',
    'I cannot guarantee approval.',
    '我们正在核实您的情况。',
  ])('lets through: %s', (text) => {
    expect(guardsOn(text)).toEqual([])
  })
})
