import { benchAnchoring } from '@/tests/bench/anchoring/main'

/** `npm run bench`: every bench, or the one that is named first; the rest of the line is its own. */
const benches = { anchoring: benchAnchoring } satisfies Record<
  string,
  (line: string[]) => Promise<void>
>

const [asked = '', ...line] = process.argv.slice(2)
try {
  const chosen = Object.entries(benches).filter(([name]) => asked === '' || name === asked)
  if (chosen.length === 0)
    throw new Error(`There is no bench “${asked}”. There are: ${Object.keys(benches).join(', ')}.`)
  for (const [, bench] of chosen) await bench(line)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
