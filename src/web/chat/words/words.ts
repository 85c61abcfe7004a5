import type { Language } from '../shapes.ts'
import { en } from './en.ts'
import { type Words, zh } from './zh.ts'

/** The chat's words in the reader's language. */
export const wordsFor = (language: Language): Words => (language === 'en' ? en : zh)
