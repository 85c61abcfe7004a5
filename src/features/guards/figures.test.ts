import { describe, expect, it } from 'vitest'
import { guardsOn } from './guards-on.ts'

describe('figures that state nothing', () => {
  it.each([
    '以下两点请您留意。',
    'There are two ways to do this.',
    '根据第70条的规定，您可以提出申请。',
    'Under Article 70 you can apply.',
    '根据金规〔2026〕2号，我们需要说明成本。',
    '第一，请核对信息；第二，请确认。',
    '第一步是验证身份。',
    '我们提供 7×24 小时服务。',
    'Step 1: verify your identity. Step 2: choose a plan.',
    '1. 请先验证身份\n2. 然后选择方案',
    '感谢您今天的来电。',
    '一位同事会阅读您的材料。',
    'Thank you for your message today.',
    '我们一起想办法，一定有合适的方案。',
    '十分感谢您的耐心。',
    'One thing I would like to ask: what changed?',
    '每个月您能负担多少？',
    'How much could you afford each month?',
    '千万不要着急。',
    '您百分之百可以放心咨询。',
    '我们万分理解您的处境。',
    'First, we need your consent.',
  ])('needs no fact: %s', (text) => {
    expect(guardsOn(text)).toEqual([])
  })

  it.each(['客服电话 95533。', '请在 9:00 后来电。', '您需要提供三份材料，共 12 页。'])(
    'needs one: %s',
    (text) => {
      expect(guardsOn(text)).toContain('number_unsupported')
    },
  )
})
