import { describe, expect, it } from 'vitest'
import { guardsOn } from './guards-on.ts'

describe('floor_disclosed', () => {
  it.each([
    '我们的底线就是这样了。',
    'This is the lowest we can accept.',
    '我行最低可接受的方案就是这个。',
    'Our floor does not allow it.',
    '我们内部能接受的最低是这个数。',
    "We won't go below this.",
    '这已经是我行的底线方案。',
    'We could go as low as that, it is our walk-away point.',
  ])('finds: %s', (text) => {
    expect(guardsOn(text)).toContain('floor_disclosed')
  })

  it.each(['本期最低还款额已出账。', 'The minimum payment is shown in the app.'])(
    'lets through: %s',
    (text) => {
      expect(guardsOn(text)).toEqual([])
    },
  )
})
