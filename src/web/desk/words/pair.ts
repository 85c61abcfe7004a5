/** One wording in both languages, side by side so that neither can be forgotten: [Chinese, English]. */
export type Pair = readonly [zh: string, en: string]
export type Pairs = { readonly [key: string]: Pair | Pairs }
export type Strings<T> = { [K in keyof T]: T[K] extends Pair ? string : Strings<T[K]> }

/** One language out of a tree of pairs. */
export function side<T extends Pairs>(pairs: T, index: 0 | 1): Strings<T> {
  const entries = Object.entries(pairs).map(([key, value]) => [
    key,
    isPair(value) ? value[index] : side(value, index),
  ])
  return Object.fromEntries(entries) as Strings<T>
}

function isPair(value: Pair | Pairs): value is Pair {
  return Array.isArray(value)
}
