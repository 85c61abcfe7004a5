import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { sha256 } from './vault.ts'

/**
 * A prompt is a Markdown file: front matter that says what goes in, then the text per language under
 * `## zh-Hans` and `## en`. A variable the front matter does not declare, or a declared one that no text
 * uses, stops the load. The file's hash is kept with everything written from it.
 */
const FrontMatter = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  version: z.int().positive(),
  writer: z.enum(['composer', 'model']),
  purpose: z.string(),
  inputs: z.array(z.string().regex(/^[a-z_]+$/)),
  /** For a model: what its answer must be, by the name of a schema in code. */
  output: z.enum(['reply', 'reading']).optional(),
})

const languages = ['zh-Hans', 'en'] as const
export type PromptLanguage = (typeof languages)[number]
export type Prompt = z.infer<typeof FrontMatter> & { hash: string; texts: Record<PromptLanguage, string> }
export type Prompts = { get(id: string): Prompt; hash: string }

const variable = /\{\{(\w+)\}\}/g

export function parsePrompt(name: string, file: string): Prompt {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file.replaceAll('\r\n', '\n')) ?? []
  if (head === undefined || body === undefined) throw new Error(`prompt ${name}: no front matter`)
  const front = FrontMatter.safeParse(parse(head))
  if (!front.success) throw new Error(`prompt ${name}: ${z.prettifyError(front.error)}`)
  if ((front.data.writer === 'model') !== (front.data.output !== undefined))
    throw new Error(`prompt ${name}: a prompt for a model, and no other, says its output`)
  const texts = Object.fromEntries(
    languages.map((language) => [language, sectionOf(body, language, name)]),
  ) as Prompt['texts']
  const used = new Set(
    languages.flatMap((language) => [...texts[language].matchAll(variable)].map((m) => m[1]!)),
  )
  const undeclared = [...used].filter((input) => !front.data.inputs.includes(input))
  const unused = front.data.inputs.filter((input) => !used.has(input))
  if (undeclared.length > 0) throw new Error(`prompt ${name}: undeclared ${undeclared.join(', ')}`)
  if (unused.length > 0) throw new Error(`prompt ${name}: declared but unused ${unused.join(', ')}`)
  return { ...front.data, hash: sha256(file), texts }
}

function sectionOf(body: string, language: string, name: string): string {
  const section = body.split(/^## /m).find((part) => part.startsWith(`${language}\n`))
  if (!section) throw new Error(`prompt ${name}: no text for ${language}`)
  return section.slice(language.length + 1).trim()
}

/** The two messages of a call: what stands under `### system` and under `### user`, filled in. */
export function fillCall(
  prompt: Prompt,
  language: PromptLanguage,
  values: Record<string, string>,
): { system: string; user: string } {
  const [, system, user] = /^### system\n([\s\S]*?)\n### user\n([\s\S]*)$/.exec(prompt.texts[language]) ?? []
  if (system === undefined || user === undefined)
    throw new Error(`prompt ${prompt.id}: it needs ### system and ### user`)
  const part = (text: string) => fill(prompt, text, values)
  return { system: part(system), user: part(user) }
}

/** Reads every prompt of a folder; `hash` is over all of them. */
export async function loadPrompts(folder: string): Promise<Prompts> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  const prompts = new Map<string, Prompt>()
  for (const name of names) {
    const prompt = parsePrompt(name, await readFile(join(folder, name), 'utf8'))
    if (`${prompt.id}.md` !== name) throw new Error(`prompt ${name}: its id is ${prompt.id}`)
    prompts.set(prompt.id, prompt)
  }
  return {
    get(id) {
      const prompt = prompts.get(id)
      if (!prompt) throw new Error(`no prompt ${id}`)
      return prompt
    },
    hash: sha256([...prompts.values()].map((prompt) => `${prompt.id} ${prompt.hash}`).join('\n')),
  }
}

/**
 * The text with its variables filled in. A line whose variables are all empty is left out, so that an
 * optional sentence leaves no gap; a missing variable throws.
 */
export function fillPrompt(prompt: Prompt, language: PromptLanguage, values: Record<string, string>): string {
  return fill(prompt, prompt.texts[language], values)
}

function fill(prompt: Prompt, text: string, values: Record<string, string>): string {
  for (const input of prompt.inputs) {
    if (values[input] === undefined) throw new Error(`prompt ${prompt.id}: ${input} is missing`)
  }
  return text
    .split('\n')
    .filter((line) => {
      const names = [...line.matchAll(variable)].map((match) => match[1]!)
      return names.length === 0 || names.some((name) => values[name] !== '')
    })
    .map((line) => line.replace(variable, (_, name: string) => values[name]!))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
