/** A stretch of text that is in both, or only in the old or the new one. */
export type WordChange = { kind: 'same' | 'added' | 'removed'; text: string }

/** Beyond this many pairs of words two texts are shown whole, one after the other. */
const mostPairs = 4_000_000

/**
 * How a text differs from the one before, by words: a Latin word, a figure, a Han character, a mark or a gap. What was
 * removed comes before what took its place; the same and added parts make up the new text.
 */
export function diffWords(before: string, after: string): WordChange[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++
  const changes: WordChange[] = []
  add(changes, 'same', now.slice(0, start))
  for (const change of compare(old.slice(start, old.length - end), now.slice(start, now.length - end)))
    add(changes, change.kind, [change.text])
  add(changes, 'same', now.slice(now.length - end))
  return joinIslands(changes)
}

function wordsOf(text: string): string[] {
  return text.match(/\p{Script=Han}|\d+(?:[.,]\d+)*|(?:(?!\p{Script=Han})[\p{L}\p{M}'’])+|\s+|./gsu) ?? []
}

/** Longest common subsequence. */
function compare(old: string[], now: string[]): WordChange[] {
  const width = now.length + 1
  if (old.length * now.length > mostPairs)
    return [...old.map((text) => made('removed', text)), ...now.map((text) => made('added', text))]
  const longest = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      longest[i * width + j] =
        old[i] === now[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
  const changes: WordChange[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      changes.push(made('same', now[j]!))
      i++
      j++
    } else if (
      j >= now.length ||
      (i < old.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
    )
      changes.push(made('removed', old[i++]!))
    else changes.push(made('added', now[j++]!))
  }
  return changes
}

function made(kind: WordChange['kind'], text: string): WordChange {
  return { kind, text }
}

function add(changes: WordChange[], kind: WordChange['kind'], words: string[]): void {
  const text = words.join('')
  if (!text) return
  const last = changes.at(-1)
  if (last?.kind === kind) last.text += text
  else changes.push({ kind, text })
}

/** A gap or a lone mark that is the same between two changes only tears them apart: it joins both. */
function joinIslands(changes: WordChange[]): WordChange[] {
  const joined: WordChange[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed) joined.push(made('removed', removed))
    if (added) joined.push(made('added', added))
    removed = ''
    added = ''
  }
  changes.forEach(({ kind, text }, n) => {
    const torn = /^[\s\p{P}]{1,2}$/u.test(text) && changes[n + 1] && (removed || added)
    if (kind !== 'added' && (kind === 'removed' || torn)) removed += text
    if (kind !== 'removed' && (kind === 'added' || torn)) added += text
    if (kind === 'same' && !torn) {
      flush()
      add(joined, 'same', [text])
    }
  })
  flush()
  return joined
}
