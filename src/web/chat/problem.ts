import type { Language, Problem } from './shapes.ts'

export type Trouble =
  | { kind: 'offline' }
  | {
      kind: 'refused'
      status: number
      code: string
      title: string
      detail?: string
      wait?: number
      left?: number
    }

/** A request that did not succeed: the network was away, or the bank answered with a problem. */
export class Refusal extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble.kind === 'offline' ? 'offline' : `${trouble.status} ${trouble.code}`)
    this.name = 'Refusal'
    this.trouble = trouble
  }
}

/** Reads a problem+json body; a body that is none still becomes a problem with the status as its code. */
export function toTrouble(status: number, body: unknown): Trouble {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>
  const extra = problem.extra ?? {}
  const code = typeof extra.reason === 'string' ? extra.reason : (problem.code ?? `http_${status}`)
  return {
    kind: 'refused',
    status,
    code,
    title: problem.title ?? '',
    ...(typeof problem.detail === 'string' ? { detail: problem.detail } : {}),
    ...(typeof extra.attemptsLeft === 'number' ? { left: extra.attemptsLeft } : {}),
    ...(typeof extra.waitSeconds === 'number' ? { wait: extra.waitSeconds } : {}),
  }
}

/** Any thrown value as a trouble: what is not a refusal by the bank is taken for a network that is away. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof Refusal ? error.trouble : { kind: 'offline' }
}

/** Whether the same request, with the same key, is worth sending again without asking. */
export function isPassing(trouble: Trouble): boolean {
  if (trouble.kind === 'offline') return true
  return trouble.status >= 500 || [408, 429].includes(trouble.status) || trouble.code === 'in_flight'
}

/** The half of a bilingual title, Chinese / English, that the reader understands. */
export function titleIn(language: Language, title: string): string {
  const cut = title.indexOf(' / ')
  if (cut < 0) return title
  return language === 'en' ? title.slice(cut + 3) : title.slice(0, cut)
}
