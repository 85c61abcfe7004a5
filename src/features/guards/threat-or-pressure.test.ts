import { describe, expect, it } from 'vitest'
import { guardsOn } from './guards-on.ts'

describe('threat_or_pressure', () => {
  it.each([
    '如果再不还款，我们将起诉您。',
    '否则我们会通知您的单位和家人。',
    '这是您最后的机会。',
    '请立即还款，后果自负。',
    '您会被列入黑名单，成为老赖。',
    'If you do not pay, we will take you to court.',
    'We will have to inform your employer.',
    'Pay now or else.',
    'This is your last chance.',
    'You could go to jail for this.',
    '我们会上门催收。',
    '再不处理，我们只能走法律程序了。',
    '您要是不还，我们就联系您的父母。',
    'We know where you work, and we will contact your employer.',
    'You had better settle this today.',
    '别再找借口，老赖没有好下场。',
  ])('finds: %s', (text) => {
    expect(guardsOn(text)).toContain('threat_or_pressure')
  })

  it.each([
    '我们不会联系您的家人或单位。',
    'We will not contact your employer or family.',
    '您可以依法向人民法院提起诉讼。',
    'You can also bring the matter to court.',
    '逾期会产生违约金，并可能按规定报送征信系统。',
    'A missed payment may lead to late fees and may be reported to the credit bureau.',
    '您无需立即决定，可以慢慢考虑。',
    'There is no need to decide today.',
    '您不需要今天就签字。',
  ])('lets through: %s', (text) => {
    expect(guardsOn(text)).toEqual([])
  })
})
