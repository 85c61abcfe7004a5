import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pino from 'pino'
import { type Clock, instantAt, systemClock } from '../platform/clock.ts'
import { connectEmbedded } from '../platform/connect-embedded.ts'
import { openDatabase } from '../platform/db.ts'
import { migrate, readMigrations } from '../platform/migrate.ts'
import { loadPrompts } from '../platform/prompts.ts'
import { openVault } from '../platform/vault.ts'
import { seedSampleBank } from './seed-sample-bank.ts'
import type { ModelUse, Story } from './story.ts'

export type PrivateStory = Story & { close(): Promise<void> }
type Options = {
  clock?: Clock
  model?: ModelUse | null
  progress?: (done: number, of: number, what: string) => void
  /** Versions count as published when the day they take effect begins, not now: they then have a history. */
  withHistory?: boolean
}

/**
 * The whole story over a database of its own in memory, seeded with the sample bank and gone afterwards:
 * commands that measure or try things out never touch the data folder.
 */
export async function openPrivateStory(root: string, options: Options = {}): Promise<PrivateStory> {
  const connection = await connectEmbedded()
  await migrate(connection.appPool, await readMigrations(join(root, 'migrations')))
  const zone = 'Asia/Shanghai'
  const present = options.clock ?? systemClock
  let past: Date | undefined
  const clock: Clock = { now: () => past ?? present.now() }
  const filing = (effectiveFrom: string) => {
    const begins = instantAt(effectiveFrom, '00:00', zone)
    past = begins < present.now() ? begins : undefined
  }
  const story: Story = {
    db: openDatabase(connection, clock, zone),
    clock,
    vault: openVault(randomBytes(32)),
    log: pino({ level: 'silent' }),
    zone,
    prompts: await loadPrompts(join(root, 'prompts')),
    model: options.model ?? null,
    embedding: null,
  }
  const { progress, withHistory } = options
  await seedSampleBank(story, join(root, 'sample-bank'), null, progress, withHistory ? filing : undefined)
  past = undefined
  return { ...story, close: connection.close }
}
