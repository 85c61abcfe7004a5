import { expect, it } from 'vitest'
import { readFacts, splitFrontMatter } from './front-matter.ts'

const source = `---
id: fees-zh
title: "费用"
lang: zh
audience: public
version: 2
effective_from: 2026-01-01
effective_to: null
owner: 零售部
---
# 费用
`

it('reads facts, dates as written, and leaves the text', () => {
  const { facts, text } = splitFrontMatter(source)
  expect(readFacts(facts)).toMatchObject({
    id: 'fees-zh',
    effective_from: '2026-01-01',
    effective_to: null,
    products: [],
  })
  expect(text).toBe('# 费用\n')
  expect(splitFrontMatter(`\uFEFF${source.replaceAll('\n', '\r\n')}`).text).toBe('# 费用\n')
})

it.each([
  [{ id: 'Fees Zh' }, '/id'],
  [{ effective_to: '2025-12-31' }, '/effective_to'],
  [{ effective_from: '2026-02-30' }, '/effective_from'],
  [{ audience: 'everyone' }, '/audience'],
])('names the field at fault: %j', (change, field) => {
  const facts = { ...(splitFrontMatter(source).facts as object), ...change }
  expect(() => readFacts(facts)).toThrow(expect.objectContaining({ code: 'invalid', details: { field } }))
})

it('refuses front matter that is no YAML, and a text bomb of aliases', () => {
  expect(() => splitFrontMatter('---\na: [\n---\n')).toThrow(expect.objectContaining({ code: 'invalid' }))
  expect(() => splitFrontMatter('---\na: &a [x]\nb: [*a, *a]\n---\n')).toThrow(
    expect.objectContaining({ code: 'invalid' }),
  )
  expect(splitFrontMatter('no front matter').facts).toBeUndefined()
})
