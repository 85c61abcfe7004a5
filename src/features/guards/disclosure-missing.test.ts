import { describe, expect, it } from 'vitest'
import { checkText } from './check-text.ts'
import type { Disclosure, Fact } from './model.ts'

function missing(text: string, requires: Disclosure[], facts: Fact[] = []): string[] {
  const lang = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
  return checkText({ id: 'd', lang, at: '2026-11-23T10:00:00+08:00', verified: true, text, facts, requires })
    .findings.filter(({ guard }) => guard === 'disclosure_missing')
    .map(({ detail }) => detail.split(' ')[0]!)
}

describe('that a machine had a hand in the text', () => {
  it.each([
    'The computer drafted this and I went over it.',
    'Written by our virtual helper, read by me.',
    'This page was compiled by AI from your file.',
    'Wording by AI, signed by Li.',
    'Typed up by the branch assistant, checked by me.',
    '本則訊息由智慧客服產生。',
    '此函經人工智慧潤色。',
    '这信是电脑帮我写的，我核对过。',
    '排版：AI',
  ])('%s', (text) => expect(missing(text, ['ai_label'])).toEqual([]))

  it.each([
    'A person, not a machine, will go over it again.',
    'Our assistant manager wrote this herself.',
    '您可以要求不由机器决定，换人来看。',
    'No AI was used for this letter.',
    '我们的程序很简单，请放心。',
  ])('not said: %s', (text) => expect(missing(text, ['ai_label'])).toEqual(['ai_label']))
})

describe('how to disagree', () => {
  it.each([
    'Objections: by letter or in the app.',
    'Your right to object: at any time.',
    'Do object if a number is off.',
    'If that will not do, object to the branch in writing.',
    '您觉得算得不对，说一声，换个人来看。',
    '对结果不服，可以申请调解。',
    '异议渠道：手机银行或网点。',
  ])('%s', (text) => expect(missing(text, ['objection'])).toEqual([]))

  it.each([
    'You need not accept it, and nobody will call you about it.',
    '如果不同意，可以不回复。',
    'Complaints about other banks go elsewhere. Thank you.',
    '我们不接受任何异议。',
  ])('not said: %s', (text) => expect(missing(text, ['objection'])).toEqual(['objection']))
})

describe('the rate', () => {
  const nil: Fact[] = [{ id: 'r', kind: 'rate', value: 0, role: 'apr_nominal' }]
  const some: Fact[] = [{ id: 'r', kind: 'rate', value: 780, role: 'apr_nominal' }]
  it('may be nought in words, when it is', () => {
    expect(missing('年化利率为零，没有别的费用。', ['apr'], nil)).toEqual([])
    expect(missing('The rate is nil, and nothing is charged.', ['apr'], nil)).toEqual([])
    expect(missing('年化利率为零，没有别的费用。', ['apr'], some)).toEqual(['apr'])
  })
})
