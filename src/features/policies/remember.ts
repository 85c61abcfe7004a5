/**
 * Remembers what a pure function said for the last words it was asked about; questions use few of them again and again.
 * Past `most` everything is forgotten, so that memory stays bounded.
 */
export function remember<T>(work: (word: string) => T, most = 20_000): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined || known.has(word)) return before as T
    if (known.size >= most) known.clear()
    const said = work(word)
    known.set(word, said)
    return said
  }
}
