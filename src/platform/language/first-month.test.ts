import { expect, it } from 'vitest'
import { readQuantities } from './quantities.ts'

const dates = (text: string) =>
  readQuantities(text, '2027-01-20T10:00:00+08:00').flatMap((q) => (q.kind === 'date' ? [q.date] : []))

it.each([
  ['您元月六日打过电话', '2027-01-06'],
  ['方案有效到元月二十九日', '2027-01-29'],
  ['元月底前给您答复', '2027-01-31'],
])('元月 is January: %s', (text, date) => expect(dates(text)).toEqual([date]))

it('takes no month out of a sum', () => expect(dates('每期900元月供不变')).toEqual([]))
