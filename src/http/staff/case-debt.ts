import { createRoute } from '@hono/zod-openapi'
import { type Case, readCase } from '../../features/cases/store.ts'
import { totalOwed } from '../../features/customers/model.ts'
import { authorityRank } from '../../features/identity/model.ts'
import { readStaff, type Staff } from '../../features/identity/store.ts'
import { chooseDebt } from '../../negotiation/choose-debt.ts'
import { debtOfCase } from '../../negotiation/debt-of-case.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { byId, json, ok } from '../route.ts'
import type { Router } from '../server.ts'
import { read, type Web, write } from '../server.ts'
import type { z } from '../shapes.ts'
import { iso } from '../views.ts'
import { CaseDebt, ChooseDebt } from './offer-shapes.ts'

/** Which debt a case is about: staff choose, and plans are worked out for that one. */
export function addCaseDebt(app: Router, web: Web): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/cases/{id}/debt',
      description:
        'Chooses between several debts of the customer. Offers and a reply for the chosen one are prepared at once where everything else is known; 409 `debt_settled` once a plan was accepted.',
      request: { params: byId, ...json(ChooseDebt) },
      responses: ok(CaseDebt),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const body = c.req.valid('json')
      const staff = c.get('staff')
      await write(c, web, body, async (tx) => {
        const of = await readCase(tx, id, true)
        expectAuthority(staff)
        await chooseDebt(web, tx, of, body.accountId, staff.id)
        return { id }
      })
      return c.json(await read(c, web, async (tx) => caseDebtView(tx, await readCase(tx, id))), 200)
    },
  )
}

function expectAuthority(staff: Staff): void {
  if (authorityRank(staff.role) > 0) return
  throw new AppError('forbidden', `the role ${staff.role} chooses no debt`, { reason: 'no_authority' })
}

/** The debt a case is about, who said so, and between which there is a choice. */
export async function caseDebtView(tx: Tx, of: Case): Promise<z.infer<typeof CaseDebt>> {
  const { account, choices, chosen, settled } = await debtOfCase(tx, of)
  const told = choices.length > 0 && chosen?.account_id === account?.id ? chosen : undefined
  const person = told?.chosen_by ? (await readStaff(tx, { id: told.chosen_by }))[0]?.name : undefined
  return {
    accountId: account?.id ?? null,
    by: !account
      ? null
      : choices.length === 0
        ? 'only'
        : told
          ? told.chosen_by
            ? 'staff'
            : 'customer'
          : 'offer',
    chosenBy: person ?? null,
    messageId: told?.message_id ?? null,
    at: told ? iso(told.chosen_at) : null,
    settled,
    choices: choices.map((one) => ({
      id: one.id,
      product: one.product,
      maskedNumber: one.masked_number,
      totalOwed: totalOwed(one),
      daysPastDue: one.days_past_due,
      monthlyDue: one.monthly_due,
    })),
  }
}
