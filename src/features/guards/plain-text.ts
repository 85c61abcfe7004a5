import { foldText } from '../../platform/language/fold-text.ts'

/** Folded text with one comma: patterns here care about phrases, not about which comma ends them. */
export function plainText(text: string): string {
  return foldText(text).replaceAll('，', ',')
}
