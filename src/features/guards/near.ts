/** Two word classes within one phrase, in either order, at most `gap` units apart. Word classes are pattern sources. */
export function near(a: string, b: string, gap: number): RegExp {
  const between = `[^,。;!?\\n]{0,${gap}}?`
  return new RegExp(`(?:${a})${between}(?:${b})|(?:${b})${between}(?:${a})`)
}

/** The same for English, on whole words and across commas. */
export function nearWords(a: string, b: string, gap: number): RegExp {
  const between = `[^.;!?\\n]{0,${gap}}?`
  return new RegExp(`\\b(?:${a})\\b${between}\\b(?:${b})\\b|\\b(?:${b})\\b${between}\\b(?:${a})\\b`)
}
