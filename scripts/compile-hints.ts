import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Asks a browser to compile all of a script while it comes, beside the page's main thread, which else
 * compiles a function when it is first called. Chromium has understood it since version 136; to every
 * other browser it is a comment (explicit compile hints, ADR 20).
 */
const hint = '//# allFunctionsCalledOnLoad\n'

/** Puts the hint in front of every script of a build that has none yet. */
export async function addCompileHints(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true })
  const scripts = files.filter(file => file.endsWith('.js'))
  await Promise.all(scripts.map(script => addHint(join(folder, script))))
}

async function addHint(script: string): Promise<void> {
  const source = await readFile(script, 'utf8')
  if (!source.startsWith(hint)) await writeFile(script, hint + source)
}
