import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '../../ui/language.ts'
import { chinese, english, type Words } from './words.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'desk'
    resources: { desk: Words }
  }
}

/** Loads both languages (they are small) and starts in the reader's own. */
export function startWords(locale: Locale): void {
  void i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'zh-CN',
    ns: ['desk'],
    defaultNS: 'desk',
    resources: { 'zh-CN': { desk: chinese }, en: { desk: english } },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  })
}
