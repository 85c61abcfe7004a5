'use strict'
// Builds the web pages after an install. Plain JavaScript, because it must also run (and leave) on an old Node.
const { execFileSync } = require('node:child_process')
const { existsSync } = require('node:fs')
const { join } = require('node:path')

const root = join(__dirname, '..')
const [major, minor] = process.versions.node.split('.').map(Number)
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')

function build(config) {
  if (!existsSync(join(root, config))) return
  execFileSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
}

if (major > 22 || (major === 22 && minor >= 18)) {
  // A production install leaves Vite out: its pages come ready-built in dist/web.
  if (existsSync(vite)) {
    build('vite.config.ts')
    build('src/web/chat/vite.config.ts')
  }
}
