import { describe, expect, it } from 'vitest'
import { mask } from './mask.ts'
import { openMask } from './open-mask.ts'
import { unmask } from './unmask.ts'

const { state } = mask('我老婆王晓梅的电话13912345678', openMask([{ names: ['陈国梁', 'Chen Guoliang'] }]))

describe('unmask', () => {
  it.each([
    '[NAME_2]您好',
    '【NAME_2】您好',
    '［ＮＡＭＥ＿２］您好',
    '[name_2]您好',
    '[Name 2]您好',
    '[NAME-2]您好',
    '\\[NAME\\_2\\]您好',
    '{{NAME_2}}您好',
    'NAME_2您好',
  ])('knows %s', (text) => {
    expect(unmask(text, state)).toEqual({ ok: true, text: '王晓梅您好' })
  })

  it.each([
    '[NAME_3]',
    '[NAME_99]',
    '[CARD_1]',
    '[NAME]',
    '[NAME_X]',
    '[PERSON_1]',
    '[姓名1]',
    '【电话 2】',
    'PHONE_7',
    '[TEXT_1]',
  ])('refuses %s, naming it', (unknown) => {
    expect(unmask(`[NAME_1]您好，${unknown}。`, state)).toEqual({ ok: false, unknown: [unknown] })
  })

  it('writes a name in Latin script in an English text, where it has one', () => {
    expect(unmask('Dear [NAME_1], [NAME_2] called.', state, { language: 'en' })).toEqual({
      ok: true,
      text: 'Dear Chen Guoliang, 王晓梅 called.',
    })
  })

  it('leaves citations, templates and the placeholders of others alone', () => {
    const text = '见 [1]，{{total}}，[OFFER_1]。'
    expect(unmask(text, state, { leave: ['OFFER'] })).toEqual({ ok: true, text })
    expect(unmask(text, state)).toEqual({ ok: false, unknown: ['[OFFER_1]'] })
  })
})
