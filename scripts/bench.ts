/** `npm run bench`: every bench, or the one that is named first; the rest of the line is its own. */
const benches = {
  anchoring: async (line: string[]) =>
    (await import('@/tests/bench/anchoring/main')).benchAnchoring(line),
  editor: async (line: string[]) => (await import('@/tests/bench/editor/main')).benchEditor(line),
  drift: async (line: string[]) => (await import('@/tests/bench/drift')).benchDrift(line),
}

// Whoever pipes this into `head` has seen enough.
process.stdout.on('error', () => process.exit())

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
