import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { createStaffSignIn } from '../features/identity/staff-sign-in.ts'
import { openStory, root, start } from '../main.ts'
import { seedSampleBank } from '../negotiation/seed-sample-bank.ts'
import { type Command, options, progressBar } from './command.ts'
import { askServer } from './local-server.ts'

export const serve: Command = {
  usage: '[--port N] [--host ADDRESS] [--role all|web|worker]',
  about: 'start the server, the pages and the worker',
  async run(args) {
    const { values } = options(args, {
      port: { type: 'string' },
      host: { type: 'string' },
      role: { type: 'string' },
    })
    const config = readConfig({
      ...process.env,
      ...(values.port ? { PORT: values.port } : {}),
      ...(values.host ? { HOST: values.host } : {}),
      ...(values.role ? { PARLEY_ROLE: values.role } : {}),
    })
    const started = performance.now()
    const running = await start(config, (what) => console.log(`· ${what}`))
    const { demoPassword } = await import('../negotiation/seed-sample-bank.ts')
    console.log(`\nParley is ready after ${((performance.now() - started) / 1000).toFixed(1)} s`)
    console.log(`  customer chat   ${running.url}/chat/`)
    console.log(`  desk            ${running.url}/desk/`)
    if (running.demo) {
      console.log(`\n  sample bank logins (password ${demoPassword}):`)
      for (const [email, role] of demoLogins) console.log(`    ${email.padEnd(32)} ${role}`)
    }
    console.log('\n  Ctrl+C stops it')
    await new Promise<void>((done) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
    })
    const hurry = setTimeout(() => process.exit(1), 10_000)
    await running.stop()
    clearTimeout(hurry)
    return 0
  },
}

const demoLogins = [
  ['shen.jianing@heheng.example', 'agent 客服'],
  ['song.peilan@heheng.example', 'team lead 组长'],
  ['liang.qiming@heheng.example', 'manager 经理'],
  ['ye.chengze@heheng.example', 'compliance 合规'],
  ['fang.ruogu@heheng.example', 'policy owner 制度负责人'],
] as const

export const migrateCommand: Command = {
  usage: '',
  about: 'bring the database to the newest migration and stop',
  async run(args) {
    options(args, {})
    const opened = await openStory(readConfig(process.env), (what) => console.log(what))
    await opened.close()
    console.log('the database is up to date')
    return 0
  },
}

export const seed: Command = {
  usage: '[--json]',
  about: 'add what is missing of the sample bank, through a running server or directly',
  async run(args) {
    const { values } = options(args, { json: { type: 'boolean', default: false } })
    const config = readConfig(process.env)
    const bar = progressBar('policies')
    const seeded =
      (await askServer<{ documents: number; customers: number; staff: number }>(config, '/seed', '{}')) ??
      (await seedDirectly(config, bar))
    console.log(
      values.json
        ? JSON.stringify(seeded)
        : `the sample bank has ${seeded.documents} document files, ${seeded.customers} customers, ${seeded.staff} staff`,
    )
    return 0
  },
}

async function seedDirectly(config: ReturnType<typeof readConfig>, bar: (done: number, of: number) => void) {
  const opened = await openStory(config)
  try {
    const signIn = config.sampleBank
      ? createStaffSignIn({
          pool: opened.connection.authPool,
          secret: opened.secrets.signIn,
          baseUrl: `http://127.0.0.1:${config.PORT}`,
          trusted: [],
        })
      : null
    return await seedSampleBank(opened.story, join(root, 'sample-bank'), signIn, bar)
  } finally {
    await opened.close()
  }
}
