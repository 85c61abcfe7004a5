import { z } from 'zod'
import { readPolicyData } from '../features/policies/policy-data.ts'
import type { Tx } from '../platform/db.ts'

const Line = z.object({ id: z.string(), number: z.string() })
const ContactData = z.object({
  versions: z
    .array(
      z.object({
        parameters: z.object({
          hotlines: z.array(Line),
          complaint_clocks: z.object({ decide_days: z.int().positive() }),
        }),
      }),
    )
    .min(1),
})

/** What policy says of complaints' clocks and of lines outside the bank; days are calendar days. */
export type ContactRules = { decideDays: number; line(id: string): string | undefined; lines: string[] }

export async function readContactRules(tx: Tx, asOf: string): Promise<ContactRules> {
  const { parameters } = ContactData.parse((await readPolicyData(tx, 'contact', asOf)).data).versions[0]!
  return {
    decideDays: parameters.complaint_clocks.decide_days,
    line: (id) => parameters.hotlines.find((line) => line.id === id)?.number,
    lines: parameters.hotlines.map((line) => line.number),
  }
}
