import { useTranslation } from 'react-i18next'
import * as format from '../../ui/format.ts'
import type { Locale } from '../../ui/language.ts'
import { useNow } from '../now.ts'
import type { Words } from './words.ts'

type Group = keyof Words['terms']

/** The bank's zone, stated in the page so that every desk shows the same clock wherever it stands. */
export const bankZone =
  document.querySelector<HTMLMetaElement>('meta[name="bank-zone"]')?.content ?? 'Asia/Shanghai'

/** Everything a component needs to speak the reader's language: words, terms, money, dates. */
export function useWords() {
  const { t, i18n } = useTranslation()
  const locale = i18n.language as Locale
  const now = useNow()
  return {
    t,
    locale,
    now,
    /** A word of the server's vocabulary; one this page does not know yet is shown as it is. */
    term(group: Group, value: string): string {
      const key = `terms.${group}.${value}`
      return i18n.exists(key) ? i18n.t(key as 'terms.stage.analysis') : value.replaceAll('_', ' ')
    },
    /** A line of a record: codes joined by dots are said in words, prose stays as it is. */
    record: (line: string) =>
      line
        .split(' · ')
        .map((part) =>
          i18n.exists(`terms.record.${part}`)
            ? i18n.t(`terms.record.${part}` as 'terms.stage.analysis')
            : part,
        )
        .join(' · '),
    /** Whether this page has a word of its own for it. */
    knows: (group: Group, value: string) => i18n.exists(`terms.${group}.${value}`),
    money: (minor: number, currency?: string) => format.money(minor, locale, currency),
    percent: (bp: number) => format.percent(bp, locale),
    share: (part: number, whole: number) => format.share(part, whole, locale),
    count: (n: number) => format.count(n, locale),
    date: (local: string) => format.date(local, locale),
    moment: (instant: string) => format.moment(instant, locale, bankZone, now),
    stamp: (instant: string) => format.stamp(instant, locale, bankZone),
    duration: (ms: number) => format.duration(ms, locale),
  }
}
