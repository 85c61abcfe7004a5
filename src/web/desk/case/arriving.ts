/** A sentence of a draft being written, as it passed the checks. */
export type ArrivingSentence = { text: string; paragraph: number }

/** Sentences as the paragraphs they will be read in; English puts a space between two, Chinese nothing. */
export function paragraphsOf(sentences: readonly ArrivingSentence[], language: string): string[] {
  const byParagraph = Map.groupBy(sentences, ({ paragraph }) => paragraph)
  return [...byParagraph.values()].map((own) =>
    own.map(({ text }) => text).join(language === 'en' ? ' ' : ''),
  )
}

/** What has arrived after one more event of the stream. An event this page does not know changes nothing. */
export function afterEvent(
  sentences: readonly ArrivingSentence[],
  event: string,
  data: unknown,
): readonly ArrivingSentence[] {
  if (event === 'again') return []
  return event === 'sentence' ? [...sentences, data as ArrivingSentence] : sentences
}
