import { describe, expect, it } from 'vitest'
import { fillPrompt, loadPrompts, parsePrompt } from './prompts.ts'

const head = (more = 'inputs: [name, extra]') => `---
id: a-prompt
version: 1
writer: composer
purpose: a test
${more}
---
`
const body = '## zh-Hans\n您好，{{name}}。\n{{extra}}\n再见。\n## en\nHello {{name}}.\n{{extra}}\nBye.\n'
const prompt = parsePrompt('a-prompt.md', head() + body)

describe('a prompt file', () => {
  it.each<[string, string, RegExp]>([
    ['no front matter', body, /no front matter/],
    ['a variable nobody declared', head('inputs: [name]') + body, /undeclared extra/],
    [
      'a declared variable nobody uses',
      head('inputs: [name, extra, more]') + body,
      /declared but unused more/,
    ],
    ['a language missing', `${head()}## en\n{{name}} {{extra}}`, /no text for zh-Hans/],
    ['an unknown key', head('inputs: [name, extra]\ntemperature: 1') + body, /temperature/],
    ['no version', head().replace('version: 1\n', '') + body, /version/],
    ['an unknown writer', head().replace('composer', 'poet') + body, /writer/],
  ])('with %s stops the load', (_, file, why) => {
    expect(() => parsePrompt('a-prompt.md', file)).toThrow(why)
    expect(() => parsePrompt('a-prompt.md', file)).toThrow(/a-prompt\.md/)
  })

  it('is known by a hash that changes with every character', () => {
    expect(parsePrompt('a-prompt.md', head() + body).hash).toBe(prompt.hash)
    expect(parsePrompt('a-prompt.md', `${head() + body} `).hash).not.toBe(prompt.hash)
  })
})

describe('filling in', () => {
  it('leaves out a line whose variables are all empty, and no gap', () => {
    expect(fillPrompt(prompt, 'en', { name: 'Wang', extra: '' })).toBe('Hello Wang.\nBye.')
    expect(fillPrompt(prompt, 'zh-Hans', { name: '王', extra: '请看。' })).toBe('您好，王。\n请看。\n再见。')
  })

  it('throws for a missing value and takes values as words, not as patterns or variables', () => {
    expect(() => fillPrompt(prompt, 'en', { name: 'Wang' })).toThrow(/extra is missing/)
    expect(fillPrompt(prompt, 'en', { name: '$& {{extra}} $1', extra: 'x' })).toBe(
      'Hello $& {{extra}} $1.\nx\nBye.',
    )
  })
})

describe("the project's prompts", () => {
  it('all load, each under its own id, with one hash over them', async () => {
    const prompts = await loadPrompts('prompts')
    expect(prompts.get('reply-parts').inputs).toContain('total')
    expect(prompts.hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await loadPrompts('prompts')).hash).toBe(prompts.hash)
    expect(() => prompts.get('none')).toThrow(/no prompt none/)
  })
})
