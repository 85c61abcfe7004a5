import { z } from 'zod'

/**
 * Pseudonyms stand for what names a person before a text leaves the machine: `[NAME_1]`, `[CARD_1]`. They belong to one
 * conversation, mean the same value all through it and are turned back only here. `ID` is also passports and permits,
 * `ACCT` any other number kept on a person, `CODE` a one-time code or password, `TEXT` words that look like a placeholder.
 */
export const kinds = [
  'NAME',
  'CARD',
  'ID',
  'PHONE',
  'ADDR',
  'EMP',
  'EMAIL',
  'ACCT',
  'PLATE',
  'CODE',
  'TEXT',
] as const
export type Kind = (typeof kinds)[number]

const Values = z.array(z.string()).default([])

/** What is on record of somebody who is masked wherever they occur; names in any script, all of one person. */
export const KnownPerson = z.object({
  names: Values,
  phones: Values,
  emails: Values,
  addresses: Values,
  employers: Values,
  cards: Values,
  ids: Values,
  accounts: Values,
})
export type KnownPerson = z.infer<typeof KnownPerson>

/** One placeholder: `keys` are the plain forms it answers to, `shown` what it is turned back into. */
export const MaskEntry = z.object({
  kind: z.enum(kinds),
  number: z.int().positive(),
  keys: z.array(z.string()),
  shown: z.string(),
  /** The form for a text in Latin script, where there is another one. */
  latin: z.string().nullable(),
  /** Whether it is on record, and so is looked for in every form it may take. */
  known: z.boolean(),
})
export type MaskEntry = z.infer<typeof MaskEntry>

/** All that is needed to mask and unmask in one conversation; plain JSON, to be kept sealed. */
export const MaskState = z.object({
  version: z.literal(1),
  /** Words that stay clear although they look like a name, an employer or a number. */
  clear: z.array(z.string()),
  entries: z.array(MaskEntry),
})
export type MaskState = z.infer<typeof MaskState>

/** A place in a text view that must not leave, before it has a placeholder. */
export type Hit = {
  kind: Kind
  span: [number, number]
  key: string
  /** Index of the entry it belongs to, when that is known already. */
  entry?: number
}
