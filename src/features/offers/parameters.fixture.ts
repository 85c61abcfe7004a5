import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type OfferParameters, parametersAsOf } from './parameters.ts'

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../../sample-bank/policy-data/${name}.yaml`, import.meta.url), 'utf8'))

/** The sample bank's own policy data, as tests read it. */
export function policyFiles() {
  return {
    authority: read('authority'),
    creditPlans: read('credit-plans'),
    suitability: read('suitability'),
  }
}

export function sampleParameters(date = '2026-11-23'): OfferParameters {
  const parameters = parametersAsOf(policyFiles(), date)
  if (!parameters) throw new Error(`no parameters in force on ${date}`)
  return parameters
}
