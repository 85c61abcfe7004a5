import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { agreementInput } from './agreement-terms.fixture.ts'
import { composeAgreement } from './agreement-terms.ts'
import { costStatementInput } from './cost-statement-page.fixture.ts'
import { composeCostStatement } from './cost-statement-page.ts'
import { UnprintableCharacter } from './fonts.ts'
import { letterDefinition } from './letter-layout.ts'
import { renderLetter } from './letter-pdf.ts'
import { letterLanguages, letterStrings } from './letter-text.ts'

const at = { createdAt: '2026-11-23T10:00:00+08:00' }
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const pages = (bytes: Uint8Array) => latin1(bytes).match(/\/Type \/Page\b(?!s)/g)?.length

/** What a layout tree would print, in order, torn inlines joined again. */
function printed(node: unknown): string {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(printed).join('')
  if (typeof node !== 'object' || node === null) return ''
  const { text, stack, columns, table } = node as Record<string, unknown>
  return [text, stack, columns, (table as { body?: unknown } | undefined)?.body].map(printed).join('')
}

const letters = letterLanguages.flatMap((language) => [
  { name: `agreement ${language}`, text: composeAgreement(agreementInput(), language) },
  { name: `cost statement ${language}`, text: composeCostStatement(costStatementInput(), language) },
])

describe.each(letters)('$name', ({ text }) => {
  const definition = letterDefinition(text, new Date(at.createdAt))

  test('prints every string of the letter', () => {
    const all = printed(definition.content)
    const omitted = letterStrings(text).filter((part) => !all.includes(part))
    expect(omitted).toEqual([])
  })

  test('numbers its pages in both languages and names the bank after page 1', () => {
    expect(printed(definition.footer(1, 2))).toContain('第 1 页 共 2 页 / Page 1 of 2')
    expect(definition.header(1)).toBeNull()
    expect(printed(definition.header(2))).toBe(`${text.sender.name}${text.title} ${text.number}`)
  })
})

test.each([letters[0]!, letters[3]!])('$name renders to the same bytes each time', async ({ text }) => {
  const first = await renderLetter(text, at)
  const second = await renderLetter(structuredClone(text), at)
  expect(second.sha256).toBe(first.sha256)
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  expect(first.sha256).toBe(createHash('sha256').update(first.bytes).digest('hex'))
  const file = latin1(first.bytes)
  expect(file.startsWith('%PDF-1.7')).toBe(true)
  expect(file).toContain('/MediaBox [0 0 595.28 841.89]')
  expect(file).toContain(`/Lang (${text.language})`)
  expect(file).toContain('(D:20261123020000Z)')
  expect(file.length).toBeLessThan(400_000)
})

test('one figure or the instant changes the bytes', async () => {
  const input = costStatementInput()
  const { sha256 } = await renderLetter(composeCostStatement(input), at)
  const other = composeCostStatement({ ...input, apr_effective_bp: input.apr_effective_bp + 1 })
  expect((await renderLetter(other, at)).sha256).not.toBe(sha256)
  const later = await renderLetter(composeCostStatement(input), { createdAt: '2026-11-23T10:00:01+08:00' })
  expect(later.sha256).not.toBe(sha256)
})

test('a long schedule repeats its header row over several pages', async () => {
  const text = composeAgreement(agreementInput())
  const tables = JSON.stringify(letterDefinition(text, new Date(at.createdAt)).content).match(
    /"headerRows":1/g,
  )
  expect(tables).toHaveLength(2)
  expect(pages((await renderLetter(text, at)).bytes)).toBe(3)
})

test('a character without a glyph refuses the letter and is named', async () => {
  const text = composeAgreement(agreementInput({ customer: { name: '𠮷田', language: 'zh-Hans' } }))
  const refused = renderLetter(text, at)
  await expect(refused).rejects.toThrow(UnprintableCharacter)
  await expect(refused).rejects.toMatchObject({ characters: ['𠮷'] })
})

test('an instant that is none is refused', async () => {
  await expect(
    renderLetter(composeCostStatement(costStatementInput()), { createdAt: 'soon' }),
  ).rejects.toThrow(RangeError)
})
