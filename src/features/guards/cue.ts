import type { FactRole } from './model.ts'

/** Families of figures that share role words. */
export type Family = 'money' | 'rate' | 'term' | 'date'

/**
 * Words that say what a number is. `before` cues stand anywhere ahead of the number in its phrase, `after` cues
 * right behind it. `roles` empty: the phrase is a wish, a story or a bound, so no role is claimed. Patterns read
 * plain text: lower case, simplified, half width.
 */
export type Cue = {
  family: Family
  side: 'before' | 'after'
  roles: readonly FactRole[]
  weight: number
  pattern: RegExp
}

/** How sure a cue is; distance and commas take away from it (see `detect-role.ts`). */
export const strong = 3
export const medium = 2.2
export const weak = 1.4

export function cue(
  family: Family,
  side: Cue['side'],
  roles: Cue['roles'],
  weight: number,
  pattern: RegExp,
): Cue {
  return { family, side, roles, weight, pattern: new RegExp(pattern.source, 'g') }
}
