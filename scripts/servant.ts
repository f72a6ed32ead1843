import {
  type ChildProcess,
  execFile,
  type SpawnOptions,
  spawn,
  spawnSync,
} from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir } from 'node:fs/promises'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** The user without rights as whom PostgreSQL runs where we are root; it refuses to run as root. */
export interface Servant {
  uid: number
  gid: number
  /** Whether it must be let through folders that only root may enter, such as /root. */
  needsPassage: boolean
}

/**
 * Who is to run `program` on `cluster`, which is made and given to them; null where we are not root
 * and do it ourselves.
 */
export async function findServant(cluster: string, program: string): Promise<Servant | null> {
  if (process.getuid?.() !== 0) return null
  const ids = (await findPostgresUser()) ?? (await makePostgresUser())
  await mkdir(cluster, { recursive: true, mode: 0o700 })
  await chown(cluster, ids.uid, ids.gid)
  if (reaches({ ...ids, needsPassage: false }, cluster, program))
    return { ...ids, needsPassage: false }
  if (existsSync(setpriv) && reaches({ ...ids, needsPassage: true }, cluster, program))
    return { ...ids, needsPassage: true }
  throw new Error(
    `PostgreSQL does not run as root, and the system user postgres may not enter ${cluster}. ` +
      'Move Rubric to a folder that everyone may enter, start it as another user, or set DATABASE_URL.',
  )
}

/** Starts a program as the servant, or as ourselves where there is none. */
export function spawnAs(
  servant: Servant | null,
  program: string,
  options: readonly string[],
  how: SpawnOptions,
): ChildProcess {
  const [command, all, who] = commandFor(servant, program, options)
  // From the root folder: the one we are in may be closed to the servant.
  return spawn(command, all, { ...how, ...who, cwd: '/', windowsHide: true })
}

const setpriv = '/usr/bin/setpriv'

function commandFor(
  servant: Servant | null,
  program: string,
  options: readonly string[],
): [string, readonly string[], { uid?: number; gid?: number }] {
  if (!servant) return [program, options, {}]
  const { uid, gid, needsPassage } = servant
  if (!needsPassage) return [program, options, { uid, gid }]
  // The one right of root's that it keeps: to pass where permissions would stop it. The bit lets
  // access(2), with which PostgreSQL looks for its own programs, heed it.
  const right = '+dac_override'
  const bit = '--securebits=+no_setuid_fixup'
  const as = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const keeps = [`--inh-caps=${right}`, `--ambient-caps=${right}`, bit]
  return [setpriv, [...as, ...keeps, '--', program, ...options], {}]
}

function reaches(servant: Servant, cluster: string, program: string): boolean {
  const [command, options, who] = commandFor(servant, '/bin/sh', [
    '-c',
    'test -w "$1" && test -x "$2"',
    'sh',
    cluster,
    program,
  ])
  return spawnSync(command, options, { ...who, cwd: '/', stdio: 'ignore' }).status === 0
}

async function findPostgresUser(): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async which =>
        Number((await execute('id', [which, 'postgres'])).stdout.trim()),
      ),
    )
    return uid && gid ? { uid, gid } : null
  } catch {
    return null
  }
}

async function makePostgresUser(): Promise<{ uid: number; gid: number }> {
  await execute('useradd', ['--system', '--user-group', 'postgres']).catch(() => {})
  const made = await findPostgresUser()
  if (made) return made
  throw new Error(
    'PostgreSQL does not run as root, and the system user postgres could not be made. ' +
      'Make it, start Rubric as another user, or set DATABASE_URL.',
  )
}
