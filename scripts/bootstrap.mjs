// Plain JavaScript, because it runs before anything is installed: makes sure that the packages and
// the database client are there, then hands over to a script in TypeScript.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import './leash.mjs'

const [name = '', ...rest] = process.argv.slice(2)

requireNode(20, 19)
installPackages()
generateClient()
if (name !== 'generate') run(name, rest)

function requireNode(major, minor) {
  const [here = 0, hereMinor = 0] = process.versions.node.split('.').map(Number)
  if (here > major || (here === major && hereMinor >= minor)) return
  console.error(`Rubric needs Node ${major}.${minor} or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Installs exactly what the lockfile names, where that has not been done yet. */
function installPackages() {
  const stamp = 'node_modules/.rubric-lockfile'
  const wanted = hashOf('package-lock.json')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing packages (a minute or so, once)…')
  // Development packages too, whatever NODE_ENV says: building needs them.
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(
    npm,
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0) {
    console.error('The packages could not be installed; npm says why above.')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

function generateClient() {
  const stamp = 'lib/data/generated/.schema'
  const wanted = hashOf('prisma/schema.prisma')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Generating the database client…')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate'],
    {
      encoding: 'utf8',
      // Generating does not use the engine that Prisma would download, but looks for one: any program will do.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  )
  if (status !== 0) {
    console.error(`${stdout}\n${stderr}\nThe database client could not be generated.`)
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** Runs a script; its end is ours. Ctrl-C reaches it by itself, so here it is only waited for. */
function run(script, options) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', './scripts/leash.mjs', `scripts/${script}.ts`, ...options],
    {
      stdio: 'inherit',
    },
  )
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
