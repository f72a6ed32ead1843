import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// The table of DESIGN, 3: imports go down, never up.
const refused = [
  ['lib/domain', '@/lib/document/x'],
  ['lib/domain', 'react'],
  ['lib/domain', 'node:fs'],
  ['lib/document', '@/lib/editor/x'],
  ['lib/document', 'react'],
  ['lib/editor', '@/lib/services/x'],
  ['lib/formats', '@/lib/importers/x'],
  ['lib/importers', '@/lib/data/x'],
  ['lib/site', '@/lib/services/x'],
  ['lib/site', 'next/headers'],
  ['lib/data', '@/lib/services/x'],
  ['lib/services', '@prisma/client'],
  ['lib/services', 'next/headers'],
  ['lib/services', '@/lib/live/x'],
  ['lib/live', '@/lib/services/x'],
  ['lib/live', 'next/headers'],
  ['components/desk', '@/lib/services/x'],
  ['components/desk', '@/lib/data/x'],
  ['components/desk', '@/lib/live/x'],
  ['components/desk', '@/app/x'],
  ['components/desk', '../ui/x'],
  ['app/x', '@/lib/data/x'],
  ['app/x', '@/lib/editor/x'],
] as const
const allowed = [
  ['lib/domain', 'zod'],
  ['lib/services', '@/lib/data/x'],
  ['lib/live', '@/lib/data/x'],
  ['components/desk', '@/lib/editor/x'],
  ['app/x', '@/lib/services/x'],
  ['app/x', '@/lib/live/x'],
] as const

const folder = mkdtempSync(join(tmpdir(), 'rubric-layers-'))
let complaints = ''

describe('the layers', () => {
  beforeAll(() => {
    const { vcs: _, ...rules } = JSON.parse(readFileSync('biome.json', 'utf8'))
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(rules))
    for (const [layer, module] of [...refused, ...allowed]) writeImport(layer, module)
    complaints = lint()
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(refused)('keep %s from importing %s', (layer, module) => {
    expect(complaints).toContain(fileOf(layer, module))
  })

  it.each(allowed)('let %s import %s', (layer, module) => {
    expect(complaints).not.toContain(fileOf(layer, module))
  })
})

function writeImport(layer: string, module: string): void {
  const path = join(folder, fileOf(layer, module))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `import { x } from '${module}'\n\nexport const y = x\n`)
}

const fileOf = (layer: string, module: string) => `${layer}/${module.replace(/\W+/g, '-')}.ts`

/** What Biome says of all these files, with the rules of the project. */
function lint(): string {
  const biome = resolve('node_modules/@biomejs/biome/bin/biome')
  const options = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '.']
  const { stdout, stderr } = spawnSync(process.execPath, [biome, ...options], { cwd: folder })
  return `${stdout}${stderr}`
}
