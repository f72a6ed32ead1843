import { mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { stopLeftBehind } from '@/scripts/postgres'

/**
 * A folder for the private database of this run of the tests. A run that was killed leaves its
 * folder, and its database running in it: these are cleared first.
 */
export async function makeRunFolder(kind: 'test' | 'e2e'): Promise<string> {
  const prefix = `rubric-${kind}-${userInfo().uid}-`
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue
    await stopLeftBehind(join(tmpdir(), name))
    await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
  const folder = join(tmpdir(), `${prefix}${process.pid}`)
  await mkdir(folder)
  return folder
}

/** Whether another run has this process number; our own can only be on a folder of one that is over. */
function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return processId !== process.pid
  } catch {
    return false
  }
}
