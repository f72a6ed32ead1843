import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const biome = 'node_modules/@biomejs/biome/bin/biome'

/** Whether Biome lets a file at `path` import `module`. */
function mayImport(path: string, module: string): boolean {
  const source = `import { x } from '${module}'\n\nexport const y = x\n`
  const { status } = spawnSync(
    process.execPath,
    [biome, 'lint', '--only=style/noRestrictedImports', `--stdin-file-path=${path}`],
    { input: source },
  )
  return status === 0
}

// The table of DESIGN, 3: imports go down, never up.
describe('the layers', () => {
  it.each([
    ['lib/domain/x.ts', '@/lib/document/x'],
    ['lib/domain/x.ts', 'react'],
    ['lib/domain/x.ts', 'node:fs'],
    ['lib/document/x.ts', '@/lib/editor/x'],
    ['lib/document/x.ts', 'react'],
    ['lib/editor/x.ts', '@/lib/services/x'],
    ['lib/formats/x.ts', '@/lib/importers/x'],
    ['lib/importers/x.ts', '@/lib/data/x'],
    ['lib/site/x.ts', '@/lib/services/x'],
    ['lib/site/x.ts', 'next/headers'],
    ['lib/data/x.ts', '@/lib/services/x'],
    ['lib/services/x.ts', '@prisma/client'],
    ['lib/services/x.ts', 'next/headers'],
    ['components/desk/x.tsx', '@/lib/services/x'],
    ['components/desk/x.tsx', '@/lib/data/x'],
    ['components/desk/x.tsx', '@/app/x'],
    ['app/x/page.tsx', '@/lib/data/x'],
    ['app/x/page.tsx', '@/lib/editor/x'],
    ['lib/client.ts', '@/lib/services/x'],
    ['components/desk/x.tsx', '../ui/x'],
  ])('keep %s from importing %s', (path, module) => {
    expect(mayImport(path, module)).toBe(false)
  })

  it.each([
    ['lib/domain/x.ts', 'zod'],
    ['lib/services/x.ts', '@/lib/data/x'],
    ['components/desk/x.tsx', '@/lib/editor/x'],
    ['app/x/page.tsx', '@/lib/services/x'],
  ])('let %s import %s', (path, module) => {
    expect(mayImport(path, module)).toBe(true)
  })
})
