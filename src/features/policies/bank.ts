import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { readPolicyData } from './policy-data.ts'

const Pair = z.object({ zh: z.string(), en: z.string() }).transform(({ zh, en }) => ({ 'zh-Hans': zh, en }))
const Lists = z
  .object({ zh: z.array(z.string()).min(1), en: z.array(z.string()).min(1) })
  .transform(({ zh, en }) => ({ 'zh-Hans': zh, en }))
const Hours = z.object({ from: z.string(), to: z.string(), days: z.string() })

/** Who the bank is and the sentences it always uses, as policy data. */
const BankData = z.object({
  names: z.object({ zh: z.string(), en: z.string() }),
  zone: z.string(),
  address: Pair,
  hotline: z.object({ mainland: z.string() }),
  ai_notice: Pair,
  ai_label: Pair,
  ai_label_reviewed: Pair,
  objection_routes: Lists,
  service_hours: z.object({ staff_first_line: Hours }),
})

export type Bank = {
  name: { 'zh-Hans': string; en: string }
  zone: string
  address: { 'zh-Hans': string; en: string }
  hotline: string
  aiNotice: { 'zh-Hans': string; en: string }
  /** Under words a machine wrote and a machine checked. */
  aiLabel: { 'zh-Hans': string; en: string }
  /** Under words a machine drafted and a person approved. */
  reviewedLabel: { 'zh-Hans': string; en: string }
  objection: { 'zh-Hans': string; en: string }
  openHours: string
}

/** The bank as of a local date. */
export async function readBank(tx: Tx, asOf: string): Promise<Bank> {
  const bank = BankData.parse((await readPolicyData(tx, 'bank', asOf)).data)
  const { from, to } = bank.service_hours.staff_first_line
  return {
    name: { 'zh-Hans': bank.names.zh, en: bank.names.en },
    zone: bank.zone,
    address: bank.address,
    hotline: bank.hotline.mainland,
    aiNotice: bank.ai_notice,
    aiLabel: bank.ai_label,
    reviewedLabel: bank.ai_label_reviewed,
    objection: { 'zh-Hans': bank.objection_routes['zh-Hans'][0]!, en: bank.objection_routes.en[0]! },
    openHours: `${from}–${to}`,
  }
}
