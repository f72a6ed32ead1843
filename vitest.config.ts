import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const alias = [{ find: /^@\//, replacement: root }]

export default defineConfig({
  resolve: { alias },
  test: {
    // One for each core: the integration tests wait for the database half of the time.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          // Files of one worker share what they import, which takes two thirds of the time away: so a
          // test stubs globals (fetch, not lib/client) and leaves none, and the modules keep no state.
          // A mock reaches no module that another file has loaded: whoever needs one loads all anew first.
          isolate: false,
          unstubGlobals: true,
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // No test fails on a clock, however busy the machine: this ends what hangs.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          // Prisma's adapter loads relations side by side on one connection, of which pg warns.
          execArgv: ['--no-deprecation'],
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          setupFiles: ['tests/support/database.ts'],
          // argon2 and a database of one's own for each file: slower than a unit test may be.
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
