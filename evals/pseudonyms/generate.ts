import { type Faker, fakerEN, fakerZH_CN, fakerZH_TW } from '@faker-js/faker'
import type { KnownPerson } from '../../src/platform/pseudonyms/model.ts'
import type { Frames } from './frames.ts'
import { cardNumber, residentId, residentId15, shuffledForm } from './numbers.ts'

export type Slot = 'checksum' | 'own' | 'name' | 'other'
export type Planted = { slot: Slot; gap: string; text: string; parts: string[] }
export type Turn = { text: string; planted: Planted[]; clear: string[] }
export type Conversation = { language: keyof Frames; known: Partial<KnownPerson>; turns: Turn[] }

const slotOf = (gap: string): Slot =>
  /^(ownCard|ownId|card|id|id15)$/.test(gap)
    ? 'checksum'
    : gap.startsWith('own')
      ? 'own'
      : /^(other2?|titled|nick|latin)$/.test(gap)
        ? 'name'
        : 'other'

/** Conversations with planted data: names, places, firms and lines from Faker, numbers with valid checksums. */
export function generateConversations(frames: Frames, seed: number, count: number): Conversation[] {
  for (const faker of [fakerEN, fakerZH_CN, fakerZH_TW]) faker.seed(seed)
  return Array.from({ length: count }, () => {
    const language = fakerEN.helpers.weightedArrayElement<keyof Frames>([
      { weight: 50, value: 'zh' },
      { weight: 30, value: 'en' },
      { weight: 12, value: 'mixed' },
      { weight: 8, value: 'hant' },
    ])
    return conversation(frames, language)
  })
}

function conversation(frames: Frames, language: keyof Frames): Conversation {
  const local = { zh: fakerZH_CN, mixed: fakerZH_CN, hant: fakerZH_TW, en: fakerEN }[language]
  const record = customer(local, language)
  const size = Math.min(frames[language].length, fakerEN.number.int({ min: 4, max: 7 }))
  const turns = fakerEN.helpers
    .arrayElements(frames[language], size)
    .map((frame) => fill(frame, local, language, record))
  const known = { ...record.known }
  return { language, known, turns }
}

type Record = { known: KnownPerson; gaps: { [gap: string]: () => [string, string[]] } }

function customer(faker: Faker, language: keyof Frames): Record {
  const name = personName(faker, language)
  const phone = `1${faker.helpers.arrayElement(['38', '39', '50', '77', '86', '91'])}${faker.string.numeric(8)}`
  const [card, id] = [cardNumber(faker), residentId(faker)]
  const [address, employer, email] = [place(faker, language), faker.company.name(), faker.internet.email()]
  const family = name.parts.at(language === 'en' ? -1 : 0)!
  const title = faker.helpers.arrayElement(
    language === 'en' ? ['Mr ', 'Ms ', 'Mrs. '] : ['先生', '女士', '小姐'],
  )
  const called = language === 'en' ? title + family : family + title
  const cased = () =>
    language === 'en'
      ? faker.helpers.arrayElement([name.text, name.text.toUpperCase(), name.text.toLowerCase(), name.text])
      : faker.helpers.arrayElement([name.text, name.text, [...name.text].join(' ')])
  return {
    known: {
      names: [name.text],
      phones: [phone],
      emails: [email],
      addresses: [address],
      employers: [employer],
      cards: [card],
      ids: [id],
      accounts: [],
    },
    gaps: {
      own: () => [cased(), [name.text]],
      ownTitle: () => [called, [called]],
      ownPhone: () => [shuffledForm(faker, phone), [phone]],
      ownCard: () => [shuffledForm(faker, card), [card]],
      ownId: () => [shuffledForm(faker, id), [id]],
      ownAddr: () => [address, [address]],
      ownEmp: () => [employer, [employer]],
      ownEmail: () => [faker.helpers.arrayElement([email, email.toUpperCase()]), [email]],
      ownTail: () => [card.slice(-4), [card.slice(-4)]],
    },
  }
}

function personName(faker: Faker, language: keyof Frames): { text: string; parts: string[] } {
  const given = faker.person.firstName()
  if (language === 'en') {
    const family = faker.person.lastName()
    return { text: `${given} ${family}`, parts: [given, family] }
  }
  const double = faker.helpers.maybe(
    () => faker.helpers.arrayElement(['欧阳', '司马', '上官', '诸葛', '司徒']),
    {
      probability: 0.08,
    },
  )
  const family = double ?? faker.person.lastName()
  return { text: family + given, parts: [family, given] }
}

function place(faker: Faker, language: keyof Frames): string {
  const street = faker.location.streetAddress(true)
  return language === 'en'
    ? faker.helpers.arrayElement([street, `${street}, ${faker.location.city()}`])
    : faker.helpers.arrayElement([street, `${faker.location.city()}${street}`])
}

function fill(frame: string, faker: Faker, language: keyof Frames, { gaps }: Record): Turn {
  const planted: Planted[] = []
  const clear: string[] = []
  const text = frame.replace(/\{(\w+)\}/g, (_, gap: string) => {
    const own = gaps[gap]?.()
    const [shown, parts] = own ?? stranger(gap, faker, language) ?? []
    if (shown === undefined || parts === undefined) {
      const term = termOf(gap, faker, language)
      clear.push(term)
      return term
    }
    planted.push({ slot: slotOf(gap), gap, text: shown, parts })
    return shown
  })
  return { text, planted, clear }
}

function stranger(gap: string, faker: Faker, language: keyof Frames): [string, string[]] | undefined {
  const pick = faker.helpers.arrayElement
  const same = (text: string): [string, string[]] => [text, [text]]
  if (gap === 'other' || gap === 'other2') {
    const { text, parts } = personName(faker, language)
    return [text, language === 'en' ? parts : [text]]
  }
  if (gap === 'titled')
    return language === 'en'
      ? same(`${pick(['Mr', 'Ms', 'Mrs', 'Dr'])} ${faker.person.lastName()}`)
      : same(faker.person.lastName() + pick(['经理', '先生', '女士', '主任', '律师', '老师']))
  if (gap === 'nick') {
    const family = faker.person.lastName()
    const end = faker.person.firstName().at(-1)!
    return same(pick([`老${family}`, `小${family}`, `阿${end}`, `${family}哥`, `${family}姐`, `${family}总`]))
  }
  if (gap === 'latin') {
    const given = fakerEN.person.firstName()
    const family = fakerEN.person.lastName()
    return pick([true, false]) ? same(given) : [`${given} ${family}`, [given, family]]
  }
  if (gap === 'phone') {
    const phone = faker.phone.number()
    return [phone, [phone]]
  }
  if (gap === 'card') return shuffled(faker, cardNumber(faker))
  if (gap === 'id') return shuffled(faker, pick([residentId(faker), residentId15(faker)]))
  if (gap === 'addr') return same(place(faker, language))
  if (gap === 'emp') return same(faker.company.name())
  if (gap === 'email') return same(faker.internet.email())
  if (gap === 'plate')
    return same(
      `${pick(['京', '沪', '粤', '苏', '浙'])}${pick(['A', 'B', 'F'])}${pick(['', '·'])}${faker.string.alphanumeric({ length: 5, casing: 'upper', exclude: ['I', 'O'] })}`,
    )
  if (gap === 'passport')
    return same(pick(['E', 'G', 'EA', 'EJ']).padEnd(1) + faker.string.numeric(8).slice(0, 8))
  return undefined
}

function shuffled(faker: Faker, digits: string): [string, string[]] {
  return [shuffledForm(faker, digits), [digits]]
}

function termOf(gap: string, faker: Faker, language: keyof Frames): string {
  const pick = faker.helpers.arrayElement
  const whole = faker.number.int({ min: 2, max: 99 })
  const sum = faker.number.float({ min: 100, max: 90_000, fractionDigits: 2 }).toFixed(2)
  const grouped = sum.replace(/\B(?=(\d{3})+\.)/g, ',')
  const english = language === 'en'
  if (gap === 'amount')
    return english
      ? pick([`RMB ${grouped}`, `${grouped} yuan`, `¥${sum}`, `${whole},000 yuan`, `CNY ${sum}`])
      : pick([`${sum}元`, `${grouped}元`, `${whole}万`, `${whole}00块`, '三千五百块', '两万多', `¥${sum}`])
  if (gap === 'rate') return `${pick(['3.65', '12.5', '15.4', '18', '18.25'])}%`
  if (gap === 'date')
    return english
      ? pick(['15 March', '2026-11-23', 'the 5th of May', 'last Friday', '31/12/2026'])
      : pick(['3月15日', '2026年11月23日', '上周五', '2026-12-31', '11月5号', '月底'])
  if (gap === 'term')
    return english ? pick(['24 months', '36 instalments']) : pick(['24期', '36个月', '一年', '十二期'])
  throw new Error(`no gap is called ${gap}`)
}
