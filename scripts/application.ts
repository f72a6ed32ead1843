import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '@/lib/paths'

const next = join('node_modules', 'next', 'dist', 'bin', 'next')

/** What a build is made from; a change anywhere here asks for a new one. */
const sources = [
  'app',
  'components',
  'lib',
  'prisma/schema.prisma',
  'proxy.ts',
  'next.config.js',
  'tsconfig.json',
  'package-lock.json',
]

/** Builds the application unless the present build is of these very sources; says whether it did. */
export function ensureBuild(): boolean {
  const stamp = join('.next', 'rubric-sources')
  const wanted = hashSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, 'build'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) throw new Error(`The application could not be built.\n${stdout}\n${stderr}`)
  writeFileSync(stamp, wanted)
  return true
}

/** A Next server that runs, and answers. */
export interface RunningApplication {
  process: ChildProcess
  stop(): Promise<void>
}

/** Starts Next on `port` with these settings and waits until it answers; a server that ends before that is an error. */
export async function launch(
  mode: 'start' | 'dev',
  port: number,
  settings: Record<string, string>,
): Promise<RunningApplication> {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/leash.mjs', next, mode, '--port', String(port)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: mode === 'start' ? 'production' : 'development',
        NEXT_TELEMETRY_DISABLED: '1',
        ...settings,
      },
    },
  )
  const said: string[] = []
  const listen = (chunk: Buffer) => said.push(chunk.toString())
  child.stdout.on('data', listen)
  await Promise.race([answers(port), endOf(child, said)])
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
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const response = await fetch(`http://127.0.0.1:${port}${paths.api.health}`).catch(() => null)
    if (response?.ok) return
    await new Promise(done => setTimeout(done, 150))
  }
  throw new Error('The server did not answer within a minute.')
}

function hashSources(): string {
  const hash = createHash('sha256')
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
