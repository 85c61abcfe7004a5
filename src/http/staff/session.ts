import { createRoute, z } from '@hono/zod-openapi'
import { readStaff, readTeams, type Staff } from '../../features/identity/store.ts'
import { demoPassword } from '../../negotiation/seed-sample-bank.ts'
import { system } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { ok } from '../route.ts'
import type { Router } from '../server.ts'
import { read, type Web } from '../server.ts'
import * as shapes from './shapes.ts'

/** Who is signed in, and the accounts for trying out. */
export function addSession(app: Router, web: Web): void {
  app
    .openapi(
      createRoute({
        method: 'get',
        path: '/demo-logins',
        responses: ok(
          z.object({
            logins: z.array(
              z.object({ email: z.string(), password: z.string(), name: z.string(), role: z.string() }),
            ),
          }),
        ),
      }),
      async (c) => {
        if (!web.demo) throw new AppError('not_found', 'there are no demo accounts here')
        const staff = await web.db.withActor(system('demo'), (tx) => readStaff(tx))
        const logins = staff
          .filter((person) => person.demo)
          .map(({ email, name, role }) => ({ email, name, role, password: demoPassword }))
        return c.json({ logins }, 200)
      },
    )
    .openapi(createRoute({ method: 'get', path: '/me', responses: ok(shapes.Me) }), async (c) => {
      const me = c.get('staff')
      const teams = await read(c, web, (tx) => readTeams(tx, me.id))
      return c.json(
        {
          id: me.id,
          name: me.name,
          email: me.email,
          role: me.role,
          language: me.language,
          teams: teams.map(({ id, name_zh, name_en }) => ({ id, nameZh: name_zh, nameEn: name_en })),
          pages: pagesOf(me),
          demo: me.demo,
        },
        200,
      )
    })
}

function pagesOf({ role }: Staff): z.infer<typeof shapes.Me>['pages'] {
  if (role === 'compliance') return ['compliance', 'policies']
  if (role === 'policy_owner') return ['policies']
  if (role === 'admin') return ['queue', 'compliance', 'policies']
  return ['queue', 'policies']
}
