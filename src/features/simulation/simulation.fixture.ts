import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Offer } from '../offers/model.ts'
import { sampleParameters } from '../offers/parameters.fixture.ts'
import { CustomerParameters } from './customer-parameters.ts'
import { drawCustomer, type SimulatedCustomer } from './draw-customer.ts'

export const offers = sampleParameters()

/** The committed customers, as the command reads them. */
export const customers = CustomerParameters.parse(
  parse(readFileSync(new URL('../../../evals/simulation/customers.yaml', import.meta.url), 'utf8')),
)

export function customersOf(seed: number, count: number): SimulatedCustomer[] {
  return Array.from({ length: count }, (_, index) => drawCustomer(seed, index, customers))
}

/** A level plan without interest: `months` payments of `amount`. */
export function levelOffer(amount: number, months: number, change: Partial<Offer> = {}): Offer {
  const schedule = Array.from({ length: months }, (_, index) => ({
    date: `${2027 + Math.floor((index + 11 - 12) / 12)}-${String(((index + 11) % 12) + 1).padStart(2, '0')}-23`,
    amount,
    principal: amount,
    interest: 0,
  }))
  return {
    shape: 'level',
    months,
    schedule,
    total: amount * months,
    financed: amount * months,
    waived: { fees: 0, default_charges: 0, interest: 0, principal: 0 },
    plan_rate_bp: 0,
    apr_nominal_bp: 0,
    apr_effective_bp: 0,
    pv: amount * months,
    load_bp: 2000,
    stress: [],
    authority: 'agent',
    rules: [],
    valid_until: '2026-12-07',
    ...change,
  }
}
