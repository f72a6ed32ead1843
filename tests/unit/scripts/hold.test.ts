import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Hold, holdFolder } from '@/scripts/hold'

const address = 'http://localhost:3000'
let folder: string
const holds: Hold[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rubric-hold-'))
})
afterEach(async () => {
  for (const hold of holds.splice(0)) if (hold.ok) await hold.release()
  await rm(folder, { recursive: true })
})

async function hold(): Promise<Hold> {
  const made = await holdFolder(folder, address)
  holds.push(made)
  return made
}

describe('a folder', () => {
  it('is held by one, and the next hears where that one is', async () => {
    expect(await hold()).toMatchObject({ ok: true })
    expect(await hold()).toEqual({ ok: false, address })
  })

  it('goes to one of two who ask at once', async () => {
    const both = await Promise.all([hold(), hold()])
    expect(both.map(each => each.ok).sort()).toEqual([false, true])
  })

  it('is free again when it was released', async () => {
    const first = await hold()
    if (first.ok) await first.release()
    expect(await hold()).toMatchObject({ ok: true })
  })

  it('is free where the holder was killed, even if another answers at its port now', async () => {
    await hold()
    const note = JSON.parse(await readFile(join(folder, 'running.json'), 'utf8'))
    await writeFile(
      join(folder, 'running.json'),
      JSON.stringify({ ...note, word: 'of one that is gone' }),
    )
    expect(await hold()).toMatchObject({ ok: true })
  })

  it.each(['', '{', '{"port":1}'])('is free where the note says %j', async words => {
    await writeFile(join(folder, 'running.json'), words)
    expect(await hold()).toMatchObject({ ok: true })
  })
})
