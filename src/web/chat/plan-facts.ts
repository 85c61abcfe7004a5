import type { OfferCard } from './shapes.ts'

type PlanFacts = {
  /** Rows that are instalments: the down payment, row 0, is left out. */
  instalments: OfferCard['schedule']
  down: OfferCard['schedule'][number] | null
  firstDate: string
  lastDate: string
  /** Every regular instalment is the same, the last one taking the residue. */
  level: boolean
  waived: { kind: keyof OfferCard['waived']; amount: number }[]
}

/** What a card shows of a plan, picked from the engine's rows; nothing here is computed. */
export function planFacts(offer: OfferCard): PlanFacts {
  const [first] = offer.schedule
  const down = offer.downPayment > 0 && first ? first : null
  const instalments = down ? offer.schedule.slice(1) : offer.schedule
  const kinds = ['fees', 'default_charges', 'interest', 'principal'] as const
  return {
    instalments,
    down,
    firstDate: instalments[0]?.date ?? '',
    lastDate: instalments.at(-1)?.date ?? '',
    level: instalments.slice(0, -1).every((row) => row.amount === instalments[0]?.amount),
    waived: kinds
      .filter((kind) => offer.waived[kind] > 0)
      .map((kind) => ({ kind, amount: offer.waived[kind] })),
  }
}
