import { holdSignals, type Signal } from '../cases/model.ts'
import { type Capacity, freeAssets } from './capacity.ts'
import type { OffersInput } from './model.ts'
import type { OfferParameters } from './parameters.ts'

/** Signals that hold every offer and that no person has cleared yet (rules.md 8). */
export function openHolds({ signals, cleared = [] }: OffersInput['customer']): Signal[] {
  return holdSignals.filter((signal) => signals.includes(signal) && !cleared.includes(signal))
}

/** H1, first half: the debt exceeds what one instalment and the assets beyond the reserve can settle. */
export function hasCapacityGap(owed: number, capacity: Capacity, parameters: OfferParameters): boolean {
  return owed > capacity.max_instalment + freeAssets(capacity, parameters)
}
