import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { addCompileHints } from '@/scripts/compile-hints'

let folder = ''
afterEach(() => rm(folder, { recursive: true, force: true }))

it('puts the hint on the first line of every script, once, and leaves stylesheets alone', async () => {
  folder = await mkdtemp(join(tmpdir(), 'rubric-hints-'))
  await mkdir(join(folder, 'pages'))
  const files = ['a.js', 'a.css', join('pages', 'b.js')]
  for (const file of files) await writeFile(join(folder, file), `of ${file}`)
  await addCompileHints(folder)
  await addCompileHints(folder)
  const read = (file: string) => readFile(join(folder, file), 'utf8')
  expect(await read('a.js')).toBe('//# allFunctionsCalledOnLoad\nof a.js')
  expect(await read(files[2] ?? '')).toMatch(/^\/\/# allFunctionsCalledOnLoad\nof/)
  expect(await read('a.css')).toBe('of a.css')
})
