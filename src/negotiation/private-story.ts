import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pino from 'pino'
import { type Clock, systemClock } from '../platform/clock.ts'
import { connectEmbedded } from '../platform/connect-embedded.ts'
import { openDatabase } from '../platform/db.ts'
import { migrate, readMigrations } from '../platform/migrate.ts'
import { loadPrompts } from '../platform/prompts.ts'
import { openVault } from '../platform/vault.ts'
import { seedSampleBank } from './seed-sample-bank.ts'
import type { Story } from './story.ts'

export type PrivateStory = Story & { close(): Promise<void> }

/**
 * The whole story over a database of its own in memory, seeded with the sample bank and gone afterwards:
 * commands that measure or try things out never touch the data folder.
 */
export async function openPrivateStory(
  root: string,
  options: { clock?: Clock; progress?: (done: number, of: number, what: string) => void } = {},
): Promise<PrivateStory> {
  const connection = await connectEmbedded()
  await migrate(connection.appPool, await readMigrations(join(root, 'migrations')))
  const zone = 'Asia/Shanghai'
  const clock = options.clock ?? systemClock
  const story: Story = {
    db: openDatabase(connection, clock, zone),
    clock,
    vault: openVault(randomBytes(32)),
    log: pino({ level: 'silent' }),
    zone,
    prompts: await loadPrompts(join(root, 'prompts')),
    model: null,
    embedding: null,
  }
  await seedSampleBank(story, join(root, 'sample-bank'), null, options.progress)
  return { ...story, close: connection.close }
}
