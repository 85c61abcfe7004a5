import { type AssessedPlan, assessPlan } from './assess-plan.ts'
import { freeAssets } from './capacity.ts'
import type { PlanRequest, Waived } from './model.ts'
import { financedOf, planOf, planPaying, type Situation, waivedShares, waivedSum } from './plan.ts'
import { requestedWaiver } from './requested-plan.ts'
import { monthsToRepay } from './schedule.ts'

/** Shares of the waiver asked for that are tried, most first. */
const waiverSteps = [1, 0.75, 0.5, 0.25, 0]

/**
 * Admissible plans in the neighbourhood of a request, nearest first: the same months, else the same instalment, else the
 * shortest the customer can carry, each with as much of the waiver and of the down payment as policy allows.
 */
export function nearestPlans(
  request: PlanRequest,
  offered: readonly AssessedPlan[],
  situation: Situation,
): AssessedPlan[] {
  const found: AssessedPlan[] = []
  for (const waived of waiversTried(request, situation))
    for (const down_payment of downPaymentsTried(request, situation))
      for (const months of monthsTried(request, waived, down_payment, situation)) {
        const plan = planOf(situation, { months, waived, down_payment })
        if (plan) found.push(assessPlan(plan, situation))
      }
  found.push(...paidAsAsked(request, situation))
  const admissible = [...found, ...offered].filter((plan) => plan.breaches.length === 0)
  const byDistance = admissible
    .map((plan) => ({ plan, distance: distance(plan, request, situation) }))
    .sort((a, b) => a.distance - b.distance || totalOf(a.plan) - totalOf(b.plan))
    .map(({ plan }) => plan)
  return distinct(byDistance)
}

/** The instalment exactly as named, with as much of the waiver and of the down payment as policy allows. */
function paidAsAsked(request: PlanRequest, situation: Situation): AssessedPlan[] {
  const { instalment } = request
  const cap = situation.parameters.creditPlans.plans[situation.product].max_months
  if (instalment == null) return []
  return waiversTried(request, situation).flatMap((waived) =>
    downPaymentsTried(request, situation).flatMap((down) => {
      const financed = financedOf(situation, waived, down)
      const months = financed > 0 ? monthsToRepay(financed, situation.rate_bp, instalment, cap) : null
      return months === null
        ? []
        : [assessPlan(planPaying(situation, instalment, months, waived, down), situation)]
    }),
  )
}

function waiversTried(request: PlanRequest, { input }: Situation): Waived[] {
  const charges = request.waive_fees_bp ?? 0
  const interest = request.waive_interest_bp ?? 0
  const steps = charges > 0 || interest > 0 ? waiverSteps : [0]
  const pairs = steps.flatMap((step) => [
    [charges * step, interest * step],
    ...(charges > 0 && interest > 0 ? [[charges * step, 0]] : []),
  ])
  return pairs.map(([fees, accrued]) => waivedShares(input.debt, fees!, accrued!))
}

function downPaymentsTried(request: PlanRequest, { capacity, parameters }: Situation): number[] {
  const asked = Math.min(request.first_payment ?? 0, freeAssets(capacity, parameters))
  return asked > 0 ? [asked, 0] : [0]
}

function monthsTried(
  request: PlanRequest,
  waived: Waived,
  downPayment: number,
  situation: Situation,
): Set<number> {
  const { parameters, product, rate_bp, limit } = situation
  const cap = parameters.creditPlans.plans[product].max_months
  const financed = financedOf(situation, waived, downPayment)
  const shortest = financed > 0 ? monthsToRepay(financed, rate_bp, limit, cap) : null
  if (shortest === null) return new Set()
  const tried = new Set([shortest])
  const within = (months: number) => Math.min(Math.max(months, shortest), cap)
  if (request.months != null) tried.add(within(request.months))
  if (request.instalment != null)
    tried.add(within(monthsToRepay(financed, rate_bp, request.instalment, cap) ?? cap))
  return tried
}

function totalOf(plan: AssessedPlan): number {
  return plan.rows.reduce((total, row) => total + row.amount, plan.down_payment)
}

/** One plan per shape, term and down payment: the nearest of each. */
function distinct(plans: readonly AssessedPlan[]): AssessedPlan[] {
  const seen = new Set<string>()
  return plans.filter((plan) => {
    const key = [plan.shape, plan.months, plan.down_payment].join(' ')
    return !seen.has(key) && seen.add(key)
  })
}

/** How far a plan is from what was asked, over the terms the customer named; each counts from 0 to about 1. */
function distance(plan: AssessedPlan, request: PlanRequest, situation: Situation): number {
  let sum = 0
  if (request.months != null) sum += Math.abs(plan.months - request.months) / 60
  if (request.instalment != null)
    sum += Math.abs(plan.rows[0]!.amount - request.instalment) / Math.max(request.instalment, situation.limit)
  if (request.first_payment != null)
    sum += Math.abs(plan.down_payment - request.first_payment) / situation.owed
  const asked = waivedSum(requestedWaiver(request, situation))
  sum += Math.abs(waivedSum(plan.waived) - asked) / Math.max(asked, situation.owed / 20)
  return sum
}
