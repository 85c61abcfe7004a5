import type { Faker } from '@faker-js/faker'

/** A card number whose last digit satisfies Luhn. */
export function cardNumber(faker: Faker): string {
  const issuer = faker.helpers.arrayElement(['622588', '621700', '625912', '4392', '5187', '6200'])
  const size = issuer.startsWith('62') ? faker.helpers.arrayElement([16, 19]) : 16
  const body = issuer + faker.string.numeric(size - issuer.length - 1)
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const weighted = i % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return body + ((10 - (sum % 10)) % 10)
}

function birthAndPlace(faker: Faker): { place: string; year: string; rest: string } {
  const place = faker.helpers.arrayElement([
    '110101',
    '310104',
    '440305',
    '330106',
    '510107',
    '420106',
    '371002',
  ])
  const born = faker.date.birthdate().toISOString().slice(0, 10).replaceAll('-', '')
  return { place, year: born.slice(0, 4), rest: born.slice(4) }
}

/** An 18-character resident identity number with its check character (GB 11643). */
export function residentId(faker: Faker): string {
  const { place, year, rest } = birthAndPlace(faker)
  const body = place + year + rest + faker.string.numeric(3)
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0)
  return body + '10X98765432'[sum % 11]
}

/** The older one of 15 digits. */
export function residentId15(faker: Faker): string {
  const { place, year, rest } = birthAndPlace(faker)
  return place + year.slice(2) + rest + faker.string.numeric(3)
}

/** The number as people type it: whole, grouped, broken, full width or in Chinese digits. */
export function shuffledForm(faker: Faker, number: string): string {
  const groups = number.match(/.{1,4}/g)!
  const wide = (char: string) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)
  const han = (char: string) => '〇一二三四五六七八九'[Number(char)] ?? char
  const at = Math.floor(number.length / 2)
  return faker.helpers.arrayElement([
    () => number,
    () => number,
    () => groups.join(' '),
    () => groups.join('-'),
    () => groups.join('.'),
    () => [...number].join(' '),
    () => [...number].map(wide).join(''),
    () => [...number].map(han).join(''),
    () => `${number.slice(0, at)}\n${number.slice(at)}`,
    () => number.toLowerCase(),
  ])()
}
