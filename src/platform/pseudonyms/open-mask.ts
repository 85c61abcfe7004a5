import type { z } from 'zod'
import { latinKey } from './find-latin-names.ts'
import { type Kind, KnownPerson, type MaskEntry, type MaskState } from './model.ts'
import { keyOf, viewOf } from './text-view.ts'

type Seed = { kind: Kind; keys: string[]; shown: string; latin: string | null }

/**
 * Opens the mask of a conversation for the people on record, who get the first numbers. `clear` are words that stay as
 * they are (own names, lines and products). `kept` are the entries of an earlier state: a value that has a
 * placeholder keeps it, whatever has changed on record since.
 */
export function openMask(
  people: readonly z.input<typeof KnownPerson>[],
  clear: readonly string[] = [],
  kept: readonly MaskEntry[] = [],
): MaskState {
  const entries = kept.map((entry) => ({ ...entry, known: false }))
  const spared = new Set(clear.map(keyOf))
  for (const seed of people.flatMap((person) => seedsOf(KnownPerson.parse(person)))) {
    const keys = [...new Set(seed.keys)].filter((key) => key.length >= 2 && !spared.has(key))
    if (keys.length === 0) continue
    const same = entries.find(
      (entry) => entry.kind === seed.kind && entry.keys.some((key) => keys.includes(key)),
    )
    if (same) {
      Object.assign(same, { shown: seed.shown, latin: seed.latin, known: true })
      same.keys = [...new Set([...keys, ...same.keys])]
    } else entries.push({ ...seed, keys, number: nextNumber(entries, seed.kind), known: true })
  }
  return { version: 1, clear: [...clear], entries }
}

/** The next free number of a kind; numbers are never given twice in a conversation. */
export function nextNumber(entries: readonly MaskEntry[], kind: Kind): number {
  return entries.reduce((most, entry) => (entry.kind === kind ? Math.max(most, entry.number) : most), 0) + 1
}

function seedsOf(person: KnownPerson): Seed[] {
  const seeds: Seed[] = []
  const names = person.names.filter((name) => keyOf(name).length > 0)
  const latin = names.find((name) => !/\p{Script=Han}/u.test(name)) ?? null
  const han = names.find((name) => /\p{Script=Han}/u.test(name))
  if (names.length > 0)
    seeds.push({
      kind: 'NAME',
      keys: names.flatMap(nameKeys),
      shown: han ?? latin!,
      latin: han ? latin : null,
    })
  const add = (kind: Kind, values: readonly string[], keys: (value: string) => string[]) => {
    for (const value of values) seeds.push({ kind, keys: keys(value), shown: value, latin: null })
  }
  add('PHONE', person.phones, phoneKeys)
  add('EMAIL', person.emails, (value) => [viewOf(value).folded.replace(/\s/g, '')])
  add('ADDR', person.addresses, placeKeys)
  add('EMP', person.employers, employerKeys)
  add('CARD', person.cards, numberKeys)
  add('ID', person.ids, numberKeys)
  add('ACCT', person.accounts, numberKeys)
  return seeds
}

export function nameKeys(name: string): string[] {
  const { folded } = viewOf(name)
  if (!/\p{Script=Han}/u.test(folded)) return [latinKey(folded)]
  const bare = folded.replace(/[\s_-]/g, '')
  return /[·•‧]/.test(bare) ? [bare.replace(/[·•‧]/g, '·')] : [bare]
}

function phoneKeys(value: string): string[] {
  const digits = viewOf(value).digits.replace(/[^\d*]/g, '')
  const local = digits.replace(/^(?:00)?86(?=1[3-9]|0?[1-9]\d{9})/, '')
  return /^0\d{2,3}\d{7,8}$/.test(local) ? [local, local.slice(/^0(?:10|2\d)/.test(local) ? 3 : 4)] : [local]
}

/** A number as kept, whole or with its middle starred. */
export function numberKeys(value: string): string[] {
  return [
    viewOf(value)
      .digits.replace(/[^\p{L}\p{N}*]/gu, '')
      .replace(/\*+/g, '*'),
  ]
}

/** An address whole, and from each smaller district on: people leave the province and the city out. */
function placeKeys(value: string): string[] {
  const key = keyOf(value)
  const parts = [...key.matchAll(/(?:省|自治区|市|区|县|镇|乡)/g)].map(
    (match) => match.index + match[0].length,
  )
  const shorter = parts.map((at) => key.slice(at)).filter((part) => part.length >= 6)
  const streets = /\p{Script=Han}/u.test(key)
    ? []
    : value
        .split(/[,\n]/)
        .map(keyOf)
        .filter((part) => part.length >= 8 && /\d/.test(part))
  return [key, ...shorter, ...streets]
}

const legalForm =
  /(?:股份)?(?:有限责任公司|股份有限公司|有限公司|集团公司|集团|公司)+$|(?:coltd|companylimited|limited|ltd|inc|llc|plc|corporation|corp|group|gmbh|holdings)$/
const cityFirst =
  /^(?:北京|上海|天津|重庆|深圳|广州|杭州|南京|苏州|成都|武汉|香港)市?|^\p{Script=Han}{2,3}(?:省|市|县|区)/u

/** A company's name whole, without its legal form, and without the city before it. */
function employerKeys(value: string): string[] {
  const key = keyOf(value)
  const joined = keyOf(value.replace(/&/g, ' and '))
  const bare = key.replace(legalForm, '')
  const core = bare.replace(cityFirst, '')
  const enough = (part: string) => (/\p{Script=Han}/u.test(part) ? part.length >= 3 : part.length >= 4)
  return [
    key,
    ...[key.replace(cityFirst, ''), bare, core, joined, joined.replace(legalForm, '')].filter(enough),
  ]
}
