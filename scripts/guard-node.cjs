// Plain JavaScript, so that a Node too old to read the rest can still say so.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Parley needs Node 22.18 or newer and this is ${process.version}: run \`npm ci\`, then start it with npm.`,
  )
  process.exit(1)
}
