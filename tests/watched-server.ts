import { channel } from 'node:diagnostics_channel'
import { Socket } from 'node:net'

/**
 * The real server with one addition from outside: it remembers where every socket it opens is led, and every name it
 * asks the address of, and says so when the parent asks.
 */
const reached = new Set<string>()
const connect = Socket.prototype.connect as (...args: unknown[]) => Socket
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  this.on('lookup', (_error, _address, _family, host) => reached.add(host))
  this.on('connectionAttempt', (ip: string) => reached.add(ip))
  return connect.apply(this, args)
} as typeof Socket.prototype.connect
channel('udp.socket').subscribe(() => reached.add('udp'))
process.on('message', () => process.send?.([...reached]))

const { readConfig } = await import('../src/config.ts')
const { start } = await import('../src/main.ts')
const running = await start(readConfig(process.env))
process.once('SIGTERM', () => {
  void running.stop().then(() => process.exit(0))
})
console.log('Parley is ready')
