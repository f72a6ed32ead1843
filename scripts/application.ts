import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { paths } from '@/lib/paths'
import { addCompileHints } from '@/scripts/compile-hints'

const next = join('node_modules', 'next', 'dist', 'bin', 'next')
/** Deprecations are for us to hear of, at `npm outdated`, not for whoever runs it. */
const nodeOptions = ['--no-deprecation', '--import', './scripts/leash.mjs']

/** What a build is made from; a change anywhere here asks for a new one. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'proxy.ts',
  'next.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** Tells the sources of a build; written when it is done. */
const stamp = join('.next', 'rubric-sources')

/** Whether the present build is of these very sources. */
export function isBuilt(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources()
}

/** Builds the application; where another process is at it, waits for that one. */
export async function build(): Promise<void> {
  for (const deadline = Date.now() + 300_000; Date.now() < deadline; await pause(1_000)) {
    if (isBuilt()) return
    if ((await tryBuild()) === 'built') return
  }
  throw new Error('Another build of the application does not come to its end.')
}

async function tryBuild(): Promise<'built' | 'busy'> {
  const wanted = hashSources()
  const { code, said } = await runBuild()
  if (code === 0) {
    await addCompileHints(join('.next', 'static', 'chunks'))
    await writeFile(stamp, wanted)
    return 'built'
  }
  if (said.includes('Another next build process is already running')) return 'busy'
  throw new Error(`The application could not be built.\n${said}`)
}

/** Next empties the folder at the beginning, so a build that is cut short leaves no stamp. */
async function runBuild(): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [...nodeOptions, next, 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const said: string[] = []
  child.stdout.on('data', chunk => said.push(String(chunk)))
  child.stderr.on('data', chunk => said.push(String(chunk)))
  const code = await new Promise<number | null>(done => child.once('close', done))
  return { code, said: said.join('') }
}

/** A server that runs, and answers. */
export interface RunningApplication {
  process: ChildProcess
  stop(): Promise<void>
}

/** Starts the server on `port` with these settings and waits until it answers; one that ends before that is an error. */
export async function launch(
  mode: 'start' | 'dev',
  port: number,
  settings: Record<string, string>,
): Promise<RunningApplication> {
  const program = mode === 'start' ? ['scripts/server.mjs'] : [next, 'dev', '--port', String(port)]
  const child = spawn(process.execPath, [...nodeOptions, ...program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A process group of its own, so that Ctrl-C comes to us, who stop it before its database.
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      NODE_ENV: mode === 'start' ? 'production' : 'development',
      NEXT_TELEMETRY_DISABLED: '1',
      ...settings,
    },
  })
  const said: string[] = []
  const listen = (chunk: Buffer) => said.push(chunk.toString())
  child.stdout.on('data', listen)
  try {
    await Promise.race([answers(port), endOf(child, said)])
  } catch (error) {
    await stop(child)
    throw error
  }
  child.stdout.off('data', listen)
  child.stdout.pipe(process.stdout)
  return { process: child, stop: () => stop(child) }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(done => {
    // Ten seconds for requests under way; nothing that was acknowledged is in memory only.
    const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.once('exit', () => {
      clearTimeout(impatience)
      done()
    })
    child.kill('SIGTERM')
  })
}

function endOf(child: ChildProcess, said: string[]): Promise<never> {
  return new Promise((_, fail) => {
    child.once('exit', code =>
      fail(new Error(`The server ended at once (${code}).\n${said.join('')}`)),
    )
  })
}

/** Asks for the health page until it comes; a minute is ten times what the slowest machine took. */
async function answers(port: number): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(100)) {
    const response = await fetch(`http://127.0.0.1:${port}${paths.api.health}`).catch(() => null)
    if (response?.ok) return
  }
  throw new Error('The server did not answer within a minute.')
}

function hashSources(): string {
  const hash = createHash('sha256').update(process.version)
  for (const source of sources) addTo(hash, source)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (!existsSync(path) || path.endsWith('generated')) return
  const entries = listFolder(path)
  if (!entries) hash.update(path).update(readFileSync(path))
  else for (const entry of entries) addTo(hash, join(path, entry))
}

function listFolder(path: string): string[] | null {
  try {
    return readdirSync(path).sort()
  } catch {
    return null
  }
}
