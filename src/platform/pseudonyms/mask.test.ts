import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isResidentId, passesLuhn } from '../language/identifiers.ts'
import { mask } from './mask.ts'
import { MaskState } from './model.ts'
import { openMask } from './open-mask.ts'
import { unmask } from './unmask.ts'

const chen = {
  names: ['陈国梁', 'Chen Guoliang'],
  phones: ['13800138000', '021-62351234'],
  emails: ['chen.gl@example.com'],
  addresses: ['上海市静安区和平路12号3栋502室'],
  employers: ['上海恒达贸易有限公司'],
  cards: ['6217001234567890123'],
  ids: ['310104199001010025'],
  accounts: ['31001618000050512345'],
}
const whitmore = {
  names: ['Daniel Whitmore'],
  phones: ['+44 20 7946 0958'],
  employers: ['Orchard & Sons Ltd'],
}
const masked = (text: string, ...people: Parameters<typeof openMask>[0]) =>
  mask(text, openMask(people, ['和衡银行', '95504'])).text

describe("the customer's own record", () => {
  it.each([
    ['我是陈国梁', '我是[NAME_1]'],
    ['陳國梁先生您好', '[NAME_1]先生您好'],
    ['陈 国 梁 和 陈·国梁', '[NAME_1] 和 [NAME_1]'],
    ['陈先生、陈总、姓名：陈某', '[NAME_1]先生、[NAME_1]总、姓名：[NAME_1]'],
    ['我姓陈，叫我国梁就行', '我姓[NAME_1]，叫我[NAME_1]就行'],
    ['陈*梁的卡', '[NAME_1]的卡'],
    ['CHEN GUOLIANG, chenguoliang, Guo-liang Chen', '[NAME_1], [NAME_1], [NAME_1]'],
    ['Dear Mr Chen, hi Guoliang', 'Dear Mr [NAME_1], hi [NAME_1]'],
    ['Chén Guóliáng', '[NAME_1]'],
    ['电话138-0013-8000或+86 138 0013 8000', '电话[PHONE_1]或[PHONE_1]'],
    ['１３８００１３８０００', '[PHONE_1]'],
    ['一三八零零一三八零零零', '[PHONE_1]'],
    ['138\n0013\n8000', '[PHONE_1]'],
    ['138****8000', '[PHONE_1]'],
    ['座机62351234，区号021', '座机[PHONE_2]，区号021'],
    ['6217 0012 3456 7890 123', '[CARD_1]'],
    ['6217.0012.3456.7890.123，尾号0123', '[CARD_1]，尾号[CARD_1]'],
    ['31010419900101002５', '[ID_1]'],
    ['310104********0025', '[ID_1]'],
    ['Chen.GL @ Example.com', '[EMAIL_1]'],
    ['住在和平路12号3栋502室', '住在[ADDR_1]'],
    ['在恒达贸易上班', '在[EMP_1]上班'],
    ['账号3100 1618 0000 5051 2345', '账号[ACCT_1]'],
    ['13\u200b800138000和陈\u200d国梁', '[PHONE_1]和[NAME_1]'],
  ])('%j is masked whatever its form', (text, expected) => {
    expect(masked(text, chen)).toBe(expected)
  })

  it.each([
    ['I am daniel whitmore of Orchard and Sons', 'I am [NAME_1] of [EMP_1]'],
    ["Mr. Whitmore's card; D. Whitmore; WHITMORE, Daniel", "Mr. [NAME_1]'s card; [NAME_1]; [NAME_1]"],
    ['我是Daniel，电话+44 (20) 7946-0958', '我是[NAME_1]，电话[PHONE_1]'],
  ])('%j is masked in Latin script', (text, expected) => {
    expect(masked(text, whitmore)).toBe(expected)
  })

  it('a name that is a word too is masked as a name alone', () => {
    const will = { names: ['Will Rich'] }
    expect(masked('Will you waive the fee? Rich people will not ask. I am Will, Mr Rich.', will)).toBe(
      'Will you waive the fee? Rich people will not ask. I am [NAME_1], Mr [NAME_1].',
    )
  })
})

describe('other people', () => {
  it.each([
    ['我爱人王晓梅住院了，王晓梅没有医保', '我爱人[NAME_1]住院了，[NAME_1]没有医保'],
    ['担保人是欧阳志远，他电话13912345678', '担保人是[NAME_1]，他电话[PHONE_1]'],
    ['老王和阿强说可以减', '[NAME_1]和[NAME_2]说可以减'],
    ['请转告李经理', '请转告[NAME_1]经理'],
    ['我同事Kevin答应还', '我同事[NAME_1]答应还'],
    [
      'My husband John Smith lost his job. Mr Smith is 50.',
      'My husband [NAME_1] lost his job. Mr [NAME_1] is 50.',
    ],
    ['I spoke to Ms Okafor about it', 'I spoke to Ms [NAME_1] about it'],
  ])('%j', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })

  it('keep their placeholder through the conversation, and nobody is taken for the customer', () => {
    const first = mask('我弟弟陈志强和邻居陈先生都来了', openMask([chen]))
    expect(first.text).toBe('我弟弟[NAME_2]和邻居[NAME_3]先生都来了')
    expect(mask('陈志强又来了，陈国梁不在', first.state).text).toBe('[NAME_2]又来了，[NAME_1]不在')
  })
})

describe('what stays clear', () => {
  it.each([
    '欠款18,600.00元，分24期，每期775元，年化利率15.4%，2026年11月23日前还',
    '三千五百块，两万多，一万二，二〇二六年三月',
    'RMB 1,250.50 by 31/12/2026, 36 instalments at 12.5%, 100000 yuan, 5000 - 6000',
    '和衡银行95504打不通，12378是投诉电话吗',
    '余额不足，很高兴方便时办白条，金额安全',
    'May I ask, will rich people pay in March? Mark it, Bill.',
    '我从上海去温州，在石家庄上班',
  ])('%j', (text) => {
    expect(masked(text, chen)).toBe(text)
  })

  const money = fc.tuple(
    fc.integer({ min: 1, max: 99_999_999 }),
    fc.constantFrom('元', '块', '万', ' yuan', '%', '期'),
  )
  it('any amount, rate and term, in any list of them', () => {
    fc.assert(
      fc.property(fc.array(money, { minLength: 1, maxLength: 6 }), (list) => {
        const text = list.map(([n, unit], i) => `${i % 2 ? n.toLocaleString('en-US') : n}${unit}`).join('、')
        expect(masked(`一共${text}，对吗`, chen)).toBe(`一共${text}，对吗`)
      }),
    )
  })
})

const separators = fc.constantFrom('', ' ', '-', '.', '\n', '\u200b', ' - ')
const wide = (char: string) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)
const forms = fc.constantFrom(
  (digits: string) => digits,
  (digits: string) => [...digits].map(wide).join(''),
  (digits: string) => [...digits].map((char) => '〇一二三四五六七八九'[Number(char)] ?? char).join(''),
)
const digitsOf = (text: string) =>
  text
    .replace(/\[[A-Z]+_\d+\]/g, '|')
    .normalize('NFKC')
    .replace(/[〇一二三四五六七八九]/g, (char) => String('〇一二三四五六七八九'.indexOf(char)))
    .replace(/[^\dx|]/gi, '')
const digits = (size: number) => fc.stringMatching(new RegExp(`^[0-9]{${size}}$`))
const card = digits(12).map((body) => {
  const start = `622${body}`
  return start + [...'0123456789'].find((last) => passesLuhn(start + last))
})
const id = fc.tuple(fc.integer({ min: 1930, max: 2015 }), digits(3)).map(([year, order]) => {
  const start = `440305${year}0517${order}`
  return start + [...'0123456789X'].find((last) => isResidentId(start + last))
})

describe('invariants', () => {
  it('no number with a checksum survives, however it is broken up', () => {
    fc.assert(
      fc.property(fc.oneof(card, id), separators, forms, fc.constantFrom(4, 1), (number, gap, form, size) => {
        const written = number
          .match(new RegExp(`.{1,${size}}`, 'g'))!
          .map(form)
          .join(gap)
        const text = `号码是${written}，请查1,250.50元`
        const out = masked(text)
        expect(digitsOf(out)).not.toContain(number)
        expect(digitsOf(out).replace('125050', '')).toBe('|')
      }),
    )
  })

  it('no known value survives in a form with separators, full width or another case', () => {
    const values = fc.constantFrom(
      '陈国梁',
      'Chen Guoliang',
      ...chen.phones,
      ...chen.cards,
      ...chen.ids,
      ...chen.emails,
    )
    fc.assert(
      fc.property(values, fc.constantFrom('upper', 'lower', 'wide', 'spaced'), (value, how) => {
        const shown = {
          upper: value.toUpperCase(),
          lower: value.toLowerCase(),
          wide: value.replace(/[!-~]/g, wide),
          spaced: /[@.]/.test(value) ? value : [...value].join(' '),
        }[how]
        expect(masked(`您好：${shown}。`, chen)).toMatch(/^您好：\[[A-Z]+_\d\]。$/)
      }),
    )
  })

  const piece = fc.oneof(
    fc.constantFrom(
      '陈国梁',
      '13800138000',
      '6217001234567890123',
      '310104199001010025',
      'chen.gl@example.com',
    ),
    fc.constantFrom(
      '我老婆王晓梅住院了',
      '担保人是欧阳志远',
      '车牌沪A12345',
      'my brother John Smith called',
      '一共三千五百元',
    ),
    fc.constantFrom(
      '[NAME_1]',
      '【NAME_1】',
      '[ phone 1 ]',
      '{CARD_99}',
      '[OFFER_1]',
      'name_1',
      '[TEXT_1]',
      '[姓名1]',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  const texts = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('；'))

  it('what is masked comes back as it was, whatever else the text holds', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: out, state } = mask(text, openMask([chen]))
        expect(unmask(out, state)).toEqual({ ok: true, text })
      }),
      { numRuns: 300 },
    )
  })

  it('a text masked again is masked alike and adds nothing; the state is plain JSON', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const first = mask(text, openMask([chen]))
        const kept = MaskState.parse(JSON.parse(JSON.stringify(first.state)))
        expect(mask(text, kept)).toEqual(first)
        expect(openMask([chen], [], kept.entries).entries.map(({ keys }) => keys.length)).toHaveLength(
          kept.entries.length,
        )
      }),
    )
  })

  it.each(['1', '1 ', '*', '[', '张伟说', 'John Smith ', '路12号', 'a.', '公司'])(
    'long and odd, %j over and over, is masked and comes back',
    (unit) => {
      const text = unit.repeat(1500)
      const { text: out, state } = mask(text, openMask([chen]))
      expect(unmask(out, state)).toEqual({ ok: true, text })
    },
  )

  it("words that read like a placeholder never become anybody's data", () => {
    const brackets = fc.constantFrom('[]', '【】', '［］', '{}', '<>', '〔〕')
    const names = fc.constantFrom('NAME', 'name', 'Phone', 'CARD', 'ID')
    fc.assert(
      fc.property(brackets, names, fc.constantFrom('_', ' ', '', '-'), ([open, close], kind, gap) => {
        const text = `请把${open}${kind}${gap}1${close}告诉我`
        const { text: out, state } = mask(text, openMask([chen]))
        expect(out).toBe('请把[TEXT_1]告诉我')
        expect(unmask(out, state)).toEqual({ ok: true, text })
      }),
    )
  })
})
