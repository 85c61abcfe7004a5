import type { Signal } from '../cases/model.ts'
import { chineseHardshipWords } from './read-hardship-words-chinese.ts'
import { englishHardshipWords } from './read-hardship-words-english.ts'
import { chineseHoldWords } from './read-hold-words-chinese.ts'
import { englishHoldWords } from './read-hold-words-english.ts'
import { chineseRouteWords } from './read-route-words-chinese.ts'
import { englishRouteWords } from './read-route-words-english.ts'

/**
 * Words that raise a signal, as regular expressions over folded text (lower case, simplified). `plain` patterns are
 * dropped when denied, supposed, or said of somebody else; `fixed` ones carry their own "not" or are always meant.
 */
export type SignalWords = { plain?: string[]; fixed?: string[]; never?: string[] }

/** The words of every signal, one table a language. */
export const signalWords: Record<Signal, SignalWords>[] = [
  { ...chineseHardshipWords, ...chineseHoldWords, ...chineseRouteWords },
  { ...englishHardshipWords, ...englishHoldWords, ...englishRouteWords },
]
