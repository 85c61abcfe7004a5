import type { OfferSet } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

type Talk = OfferSet['talk']
type Asked = NonNullable<Talk['asked']>
type Plan = Pick<Talk['history'][number], 'shape' | 'months' | 'instalment' | 'downPayment' | 'waived'>

/** What was asked, and a plan, each as one line of words. */
export function useOfferTerms() {
  const { t, term, money, percent, date } = useWords()
  return {
    asked: (asked: Asked): string =>
      [
        asked.instalment !== null && t('offerTalk.instalment', { amount: money(asked.instalment) }),
        asked.months !== null && t('offerTalk.months', { n: asked.months }),
        asked.firstPayment !== null && t('offerTalk.first', { amount: money(asked.firstPayment) }),
        asked.waiveFeesBp !== null && t('offerTalk.fees', { share: percent(asked.waiveFeesBp) }),
        asked.waiveInterestBp !== null && t('offerTalk.interest', { share: percent(asked.waiveInterestBp) }),
        asked.start !== null && t('offerTalk.start', { date: date(asked.start) }),
      ]
        .filter(Boolean)
        .join(t('offerTalk.separator')),
    plan: (plan: Plan): string =>
      t('offerTalk.plan', {
        shape: term('shape', plan.shape),
        months: plan.months,
        amount: money(plan.instalment),
      }) +
      (plan.downPayment > 0 ? t('offerTalk.down', { amount: money(plan.downPayment) }) : '') +
      (plan.waived > 0 ? t('offerTalk.waived', { amount: money(plan.waived) }) : ''),
  }
}
