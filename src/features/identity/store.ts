import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import { StaffRole } from './model.ts'

/** A team handles certain kinds of case; its members see its customers and nobody else's. */
export const Team = z.object({
  id: z.string(),
  code: z.string(),
  name_zh: z.string(),
  name_en: z.string(),
  handles: z.array(z.string()),
})
export type Team = z.infer<typeof Team>

export const Staff = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: StaffRole,
  language: z.enum(['zh-Hans', 'en']),
  demo: z.boolean(),
})
export type Staff = z.infer<typeof Staff>

export async function addTeam(tx: Tx, team: Omit<Team, 'id'>): Promise<string> {
  const [row] = await tx.query<{ id: string }>('select id from app.teams where code = $1', [team.code])
  if (row) return row.id
  const id = newId()
  await tx.query('insert into app.teams (id, code, name_zh, name_en, handles) values ($1, $2, $3, $4, $5)', [
    id,
    team.code,
    team.name_zh,
    team.name_en,
    team.handles,
  ])
  await recordAudit(tx, { action: 'team.added', subject: ['team', id] })
  return id
}

export async function addStaff(tx: Tx, staff: Staff, teamIds: string[]): Promise<void> {
  const known = await tx.query('select id from app.staff where id = $1', [staff.id])
  if (known.length > 0) return
  await tx.query(
    'insert into app.staff (id, email, name, role, language, demo) values ($1, $2, $3, $4, $5, $6)',
    [staff.id, staff.email, staff.name, staff.role, staff.language, staff.demo],
  )
  for (const teamId of teamIds) {
    await tx.query('insert into app.team_members (team_id, staff_id) values ($1, $2)', [teamId, staff.id])
  }
  await recordAudit(tx, {
    action: 'staff.added',
    subject: ['staff', staff.id],
    details: { role: staff.role, teams: teamIds },
  })
}

/** Active staff by id or by e-mail; everyone when neither is given. */
export async function readStaff(tx: Tx, by: { id?: string; email?: string } = {}): Promise<Staff[]> {
  const rows = await tx.query(
    `select id, email, name, role, language, demo from app.staff
     where active and ($1::uuid is null or id = $1) and ($2::text is null or email = $2) order by id`,
    [by.id, by.email],
  )
  return rows.map((row) => Staff.parse(row))
}

export async function readTeams(tx: Tx, staffId?: string): Promise<Team[]> {
  const rows = await tx.query(
    `select t.id, t.code, t.name_zh, t.name_en, t.handles from app.teams t
     where $1::uuid is null or exists (
       select from app.team_members m where m.team_id = t.id and m.staff_id = $1) order by t.code`,
    [staffId],
  )
  return rows.map((row) => Team.parse(row))
}

/** Whether accounts for trying out exist: a server that others can reach refuses to start with them. */
export async function hasDemoAccounts(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ demo: boolean }>(
    'select exists (select from app.staff where demo and active) as demo',
  )
  return row?.demo ?? false
}
