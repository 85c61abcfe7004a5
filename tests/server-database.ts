import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import pg from 'pg'
import { temporaryFolder } from './server-process.ts'

/** The PostgreSQL of the run, when there is one; its tests are left out otherwise. */
export const testDatabaseUrl = process.env.TEST_DATABASE_URL

const made: string[] = []

async function asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: testDatabaseUrl! })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** An empty database of its own beside the one the run was given; what a server needs to use it. */
export async function freshDatabase(): Promise<Record<string, string>> {
  const name = `parley_whole_${crypto.randomUUID().slice(0, 8)}_test`
  await asOwner((client) => client.query(`create database ${name}`))
  made.push(name)
  const url = new URL(testDatabaseUrl!)
  url.pathname = `/${name}`
  const key = Buffer.alloc(32, 7)
  return {
    DATABASE_URL: url.href,
    PARLEY_DATA: await temporaryFolder(),
    PARLEY_MASTER_KEY: key.toString('base64'),
    PARLEY_SIGN_IN_SECRET: key.toString('hex'),
    PARLEY_CUSTOMER_SECRET: key.toString('hex'),
  }
}

export async function dropDatabases(): Promise<void> {
  for (const name of made.splice(0)) {
    await asOwner((client) => client.query(`drop database if exists ${name} with (force)`))
  }
}

/** A road to the database that can be cut and mended: to whoever uses it, the database goes away and returns. */
export class Road {
  readonly port: number
  private readonly to: URL
  private server: Server | undefined
  private readonly travellers = new Set<Socket>()

  constructor(port: number, to: string) {
    this.port = port
    this.to = new URL(to)
  }

  /** The same database by way of this road. */
  get url(): string {
    const url = new URL(this.to)
    url.hostname = '127.0.0.1'
    url.port = String(this.port)
    url.searchParams.delete('host')
    return url.href
  }

  async open(): Promise<void> {
    const folder = this.to.searchParams.get('host')
    const port = Number(this.to.port || 5432)
    this.server = createServer((near) => {
      const far = folder ? connect(`${folder}/.s.PGSQL.${port}`) : connect(port, this.to.hostname)
      for (const socket of [near, far]) {
        this.travellers.add(socket)
        socket.on('error', () => {})
        socket.on('close', () => {
          this.travellers.delete(socket)
          near.destroy()
          far.destroy()
        })
      }
      near.pipe(far).pipe(near)
    }).listen(this.port, '127.0.0.1')
    await once(this.server, 'listening')
  }

  async cut(): Promise<void> {
    const gone = once(this.server!, 'close')
    this.server!.close()
    for (const socket of this.travellers) socket.destroy()
    await gone
  }
}
