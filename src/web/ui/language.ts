/** The two languages of the screens; the languages of *content* are `zh-Hans` and `en`. */
export type Locale = 'zh-CN' | 'en'

/** The screen language that fits a content language. */
export function localeOf(language: 'zh-Hans' | 'en'): Locale {
  return language === 'en' ? 'en' : 'zh-CN'
}

/** The content language that fits a screen language. */
export function contentOf(locale: Locale): 'zh-Hans' | 'en' {
  return locale === 'en' ? 'en' : 'zh-Hans'
}

/** The half of a bilingual "中文 / English" line that the reader reads; a line without halves is shown whole. */
export function ownHalf(line: string, locale: Locale): string {
  const cut = line.indexOf(' / ')
  if (cut < 0) return line
  return locale === 'zh-CN' ? line.slice(0, cut) : line.slice(cut + 3)
}
