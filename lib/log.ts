import { pino } from 'pino'
import { env } from '@/lib/env'

/** One line of JSON for each thing worth knowing. What could open a door is cut out before it is written. */
export const log = pino({
  level: env.logLevel,
  redact: {
    paths: ['password', 'token', 'cookie', 'authorization', 'secret', 'connectionString'].flatMap(
      name => [name, `*.${name}`, `*.*.${name}`],
    ),
    censor: '[cut]',
  },
})
