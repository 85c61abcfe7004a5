import { parsePartialJson } from '@langchain/core/output_parsers'
import { z } from 'zod'

/**
 * What a model answers when it words a reply: sentences, each with the sources it leans on by number. Figures
 * stand as `{{name}}`; people as the placeholders they were masked with. It is data until it has been checked.
 */
export const ModelReply = z.strictObject({
  paragraphs: z
    .array(
      z.strictObject({
        sentences: z
          .array(z.strictObject({ text: z.string().min(1).max(600), sources: z.array(z.int()).max(5) }))
          .min(1)
          .max(12),
      }),
    )
    .min(1)
    .max(12),
})
export type ModelReply = z.infer<typeof ModelReply>
export type ModelSentence = ModelReply['paragraphs'][number]['sentences'][number]

const Sentence = ModelReply.shape.paragraphs.element.shape.sentences.element

/** The reply as JSON Schema, in the part of the language that strict endpoints take. */
export const modelReplySchema: Record<string, unknown> = {
  type: 'object',
  additionalProperties: false,
  required: ['paragraphs'],
  properties: {
    paragraphs: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['sentences'],
        properties: {
          sentences: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['text', 'sources'],
              properties: {
                text: { type: 'string' },
                sources: { type: 'array', items: { type: 'integer' } },
              },
            },
          },
        },
      },
    },
  },
}

/** The reply, or undefined for what is no JSON or not of this shape. */
export function parseModelReply(text: string): ModelReply | undefined {
  try {
    const parsed = ModelReply.safeParse(JSON.parse(unfenced(text)))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Some models wrap JSON in a code fence whatever they are asked. */
function unfenced(text: string): string {
  return /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(text)?.[1] ?? text
}

/** The sentences that are whole in an answer still arriving: all but the one being written. */
export function wholeSentences(soFar: string): { paragraph: number; sentence: ModelSentence }[] {
  let partial: unknown
  try {
    partial = parsePartialJson(soFar)
  } catch {
    return []
  }
  const Partial = z.object({ paragraphs: z.array(z.object({ sentences: z.array(z.unknown()) }).partial()) })
  const paragraphs = Partial.safeParse(partial).data?.paragraphs ?? []
  const all = paragraphs.flatMap(({ sentences = [] }, paragraph) =>
    sentences.map((sentence) => ({ paragraph, sentence })),
  )
  return all.slice(0, -1).flatMap(({ paragraph, sentence }) => {
    const parsed = Sentence.safeParse(sentence)
    return parsed.success ? [{ paragraph, sentence: parsed.data }] : []
  })
}
