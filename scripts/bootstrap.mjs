// Plain JavaScript, because it runs before anything is installed: makes sure that the packages and
// the database client are there, then goes on as a script in TypeScript, in this same process.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import './leash.mjs'

// Prisma's adapter loads relations side by side on one connection, of which pg warns at each start
// (pg queues them, as it always has). Nothing to be done about it here.
process.noDeprecation = true

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const [name = ''] = process.argv.splice(2, 1)

// Generating does not use the engine that Prisma would download, but looks for one: any program will do.
const prismaEnvironment = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
}

requireNode()
installPackages()
generateClient()
if (name !== 'generate') {
  await import('tsx')
  await import(`./${name}.ts`)
}

/** The versions that every package here runs on: 20.19 and newer, 22.12 and newer, 24 and newer. */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const leastMinor = { 20: 19, 22: 12 }[major] ?? (major >= 24 ? 0 : Number.POSITIVE_INFINITY)
  if (minor >= leastMinor) return
  end(
    `Rubric needs Node 20.19, 22.12, 24 or newer; this is ${process.versions.node}. Get one from https://nodejs.org.`,
  )
}

/** Installs exactly what the lockfile names, where that is not what is there. */
function installPackages() {
  const missing = findMissingPackage()
  if (!missing) return
  console.log(`Installing packages (a minute or so, once; ${missing} is not here yet)…`)
  // Development packages too, whatever NODE_ENV says: building needs them.
  const [npm, ...first] = npmCommand()
  const { status } = spawnSync(
    npm,
    [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { stdio: 'inherit', shell: process.platform === 'win32', env: prismaEnvironment },
  )
  if (status !== 0)
    end('The packages could not be installed; npm says why above. Mend that and start again.')
}

/**
 * The first package of the lockfile that npm has not put here in that version, or null. What npm has
 * put here stands in a lockfile of its own, which it writes last.
 */
function findMissingPackage() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  const differs = ([path, { version }]) => present[path]?.version !== version
  const missing = Object.entries(wanted).filter(isForHere).find(differs)
  return missing ? missing[0].replace('node_modules/', '') : null
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}

/** The root is no package; what is optional and names no system may be absent for reasons of npm's own. */
function isForHere([path, { optional, os, cpu, libc }]) {
  if (path === '') return false
  if (!optional) return true
  return !libc && os?.includes(process.platform) && cpu?.includes(process.arch)
}

/** The npm that runs this, or the one on the path. */
function npmCommand() {
  const running = process.env.npm_execpath
  if (running?.endsWith('npm-cli.js')) return [process.execPath, running]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

function generateClient() {
  const stamp = 'lib/data/generated/.schema'
  const wanted = fingerprintOf('prisma/schema.prisma', 'node_modules/prisma/package.json')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Generating the database client…')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate'],
    { encoding: 'utf8', env: prismaEnvironment },
  )
  if (status !== 0) end(`${stdout}\n${stderr}\nThe database client could not be generated.`)
  writeFileSync(stamp, wanted)
}

function fingerprintOf(...files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex')
}

function end(words) {
  console.error(words)
  process.exit(1)
}
