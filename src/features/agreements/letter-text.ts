import { z } from 'zod'

/**
 * A letter is what the bank gives a customer in writing: an agreement or a cost statement. It is composed as
 * structured text, shown on the page from this shape and printed from the same shape, so the two cannot differ.
 * Nobody edits a letter: to change it, change what it is composed from and compose it again.
 */
export const letterLanguages = ['zh-Hans', 'en'] as const
export const LetterLanguage = z.enum(letterLanguages)
export type LetterLanguage = z.infer<typeof LetterLanguage>

const words = z.string().trim().min(1)

/** Wording the bank keeps in both languages; neither may be empty. */
export const Bilingual = z.object({ 'zh-Hans': words, en: words })
export type Bilingual = z.infer<typeof Bilingual>

export const LetterTable = z.object({
  columns: z.array(
    z.object({ label: z.string(), align: z.enum(['left', 'center', 'right']), share: z.number() }),
  ),
  rows: z.array(z.object({ cells: z.array(z.string()), strong: z.boolean() })),
})
export type LetterTable = z.infer<typeof LetterTable>

export const LetterPart = z.object({ key: words, heading: words, items: z.array(z.string()) })
export type LetterPart = z.infer<typeof LetterPart>

/** Read in this order: paragraphs, table, parts. */
export const LetterSection = z.object({
  key: words,
  heading: words,
  paragraphs: z.array(z.string()),
  table: LetterTable.optional(),
  parts: z.array(LetterPart),
})
export type LetterSection = z.infer<typeof LetterSection>

/** A section while it is composed: its heading still in both languages and without its number. */
export type DraftSection = Omit<LetterSection, 'heading'> & { heading: Bilingual }

const Labelled = z.object({ label: words, value: words })
export type Labelled = z.infer<typeof Labelled>

export const LetterText = z.object({
  kind: z.enum(['agreement', 'cost_statement']),
  language: LetterLanguage,
  governing: z.boolean(),
  number: words,
  title: words,
  notice: z.string().nullable(),
  sender: z.object({ name: words, lines: z.array(words) }),
  particulars: z.array(Labelled),
  glance: z.array(Labelled),
  opening: z.array(words),
  sections: z.array(LetterSection),
  confirmation: z.object({
    heading: words,
    statement: words,
    signatures: z.array(z.object({ party: words, lines: z.array(words) })),
  }),
})
export type LetterText = z.infer<typeof LetterText>

/** Every string a reader sees in the letter, in reading order. */
export function letterStrings(text: LetterText): string[] {
  const labelled = [...text.particulars, ...text.glance].flatMap(({ label, value }) => [label, value])
  const sections = text.sections.flatMap((section) => [
    section.heading,
    ...section.paragraphs,
    ...(section.table?.columns.map((column) => column.label) ?? []),
    ...(section.table?.rows.flatMap((row) => row.cells) ?? []),
    ...section.parts.flatMap((part) => [part.heading, ...part.items]),
  ])
  const { heading, statement, signatures } = text.confirmation
  return [
    text.sender.name,
    ...text.sender.lines,
    text.title,
    text.number,
    ...(text.notice === null ? [] : [text.notice]),
    ...labelled,
    ...text.opening,
    ...sections,
    heading,
    statement,
    ...signatures.flatMap(({ party, lines }) => [party, ...lines]),
  ].filter((part) => part !== '')
}
