import type { Cue } from './cue.ts'
import { dateCues } from './date-cues.ts'
import { chineseMoneyCues } from './money-cues-chinese.ts'
import { englishMoneyCues } from './money-cues-english.ts'
import { rateAndTermCues } from './rate-and-term-cues.ts'

/** Every role word, for `detect-role.ts`. */
export const cues: readonly Cue[] = [
  ...chineseMoneyCues,
  ...englishMoneyCues,
  ...rateAndTermCues,
  ...dateCues,
]
