import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

/** What a child sees of this machine: nothing of the developer's own configuration. */
function plainEnv(env: Record<string, string>): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: tmpdir(), TZ: 'UTC', ...env }
}

const folders: string[] = []

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-whole-'))
  folders.push(folder)
  return folder
}

/** Ends every child that is still there and removes the temporary folders; for `afterAll`. */
export async function clearAway(): Promise<void> {
  await Promise.all([...children].map((child) => endBy(child, 'SIGKILL')))
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
}

/** A port nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

const children = new Set<ChildProcess>()

async function endBy(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

export type ServerProcess = {
  url: string
  port: number
  child: ChildProcess
  /** Everything it has said so far, both streams. */
  said(): string
  isGone(): boolean
  /** Like the machine losing power: no handler runs. */
  kill(): Promise<void>
  /** Like Ctrl+C; its exit code. */
  stop(): Promise<number | null>
}

export type ServerOptions = {
  folder: string
  port?: number
  env?: Record<string, string>
  /** The program, by default the project's own. */
  entry?: string
}

/** Starts a server and waits for its ready line; throws with what it said when it ends before that. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const server = await launchServer(options)
  while (!server.said().includes('Parley is ready')) {
    if (server.isGone()) throw new Error(`the server ended before it was ready:\n${server.said()}`)
    await new Promise((wake) => setTimeout(wake, 20))
  }
  return server
}

/** Starts a server without waiting for anything. */
export async function launchServer(options: ServerOptions): Promise<ServerProcess> {
  const port = options.port ?? (await freePort())
  const env = plainEnv({ PARLEY_DATA: options.folder, PORT: String(port), ...options.env })
  const entry = options.entry ?? join(root, 'src/cli.ts')
  const child = fork(entry, ['serve'], { env, execArgv: [], cwd: root, silent: true })
  children.add(child)
  let said = ''
  let gone = false
  child.stdout?.on('data', (bytes) => (said += bytes))
  child.stderr?.on('data', (bytes) => (said += bytes))
  child.on('error', () => {})
  child.on('exit', () => {
    gone = true
    children.delete(child)
  })
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    child,
    said: () => said,
    isGone: () => gone,
    kill: () => endBy(child, 'SIGKILL'),
    stop: async () => {
      await endBy(child, 'SIGTERM')
      return child.exitCode
    },
  }
}

export type Finished = { code: number | null; stdout: string; stderr: string }

/** Runs the command line to its end. */
export async function runCommand(args: string[], env: Record<string, string>): Promise<Finished> {
  const child = spawn(process.execPath, [join(root, 'src/cli.ts'), ...args], {
    env: plainEnv(env),
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (bytes) => (stdout += bytes))
  child.stderr.on('data', (bytes) => (stderr += bytes))
  const [code] = await once(child, 'close')
  children.delete(child)
  return { code, stdout, stderr }
}
