import { resolve } from 'node:path'
import { z } from 'zod'
import { emailAddress } from '@/lib/domain/people'

/** 0 for a real newsroom; anything else that means yes or no is taken too. */
const flag = z
  .enum(['0', '1', 'false', 'true'], 'Write 1 or 0.')
  .transform(word => word === '1' || word === 'true')

const settings = z
  .object({
    PORT: z.coerce
      .number('Write a port, such as 3000.')
      .int()
      .min(1, 'A port is from 1 to 65535.')
      .max(65_535, 'A port is from 1 to 65535.')
      .default(3000),
    APP_URL: z
      .url({
        protocol: /^https?$/,
        error: 'Write the full address, such as https://checks.newsroom.example.',
      })
      .refine(url => !URL.canParse(url) || new URL(url).pathname === '/', {
        error: 'Rubric needs a host of its own: leave out what follows it.',
      })
      .optional(),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: 'Write an address such as postgresql://user:password@host:5432/rubric.',
      })
      .optional(),
    /** 32 characters: below it a signature could be guessed. */
    AUTH_SECRET: z
      .string()
      .min(32, 'Use at least 32 random characters, or leave it out and one is made.')
      .optional(),
    RUBRIC_DATA: z.string().default('.rubric'),
    RUBRIC_DEMO: flag.default(true),
    RUBRIC_PROXIES: z.coerce
      .number('Write how many proxies stand in front, such as 1.')
      .int('Write a whole number.')
      .min(0, 'Write 0 or more.')
      .max(10, 'More than ten proxies are not likely.')
      .optional(),
    RUBRIC_ADMIN_EMAIL: emailAddress.optional(),
    LOG_LEVEL: z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
        'Write trace, debug, info, warn, error, fatal or silent.',
      )
      .default('info'),
  })
  .transform(values => ({
    port: values.PORT,
    /** The public address, without a slash at its end. */
    appUrl: (values.APP_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    databaseUrl: values.DATABASE_URL,
    authSecret: values.AUTH_SECRET,
    /** Absolute: the private database and the secrets. */
    dataFolder: resolve(values.RUBRIC_DATA),
    isDemo: values.RUBRIC_DEMO,
    /**
     * How many proxies of ours a request comes through, whose word on where it comes from is taken.
     * An https address needs one, since this server speaks http only.
     */
    proxies: values.RUBRIC_PROXIES ?? (values.APP_URL?.startsWith('https:') ? 1 : 0),
    adminEmail: values.RUBRIC_ADMIN_EMAIL,
    logLevel: values.LOG_LEVEL,
  }))
export type Settings = z.output<typeof settings>

export type SettingsOutcome = { ok: true; settings: Settings } | { ok: false; faults: string[] }

/** Reads the settings from an environment; every wrong one is named at once. An empty value counts as none. */
export function readSettings(environment: Record<string, string | undefined>): SettingsOutcome {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (parsed.success) return { ok: true, settings: parsed.data }
  return {
    ok: false,
    faults: parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`),
  }
}

let known: Settings | undefined

/** The settings of this process, read at their first use. */
export const env: Settings = new Proxy({} as Settings, {
  get: (_target, name: keyof Settings) => {
    known ??= requireSettings()
    return known[name]
  },
})

function requireSettings(): Settings {
  const outcome = readSettings(process.env)
  if (!outcome.ok)
    throw new Error(
      `These settings are wrong:\n${outcome.faults.map(fault => `  ${fault}`).join('\n')}`,
    )
  return outcome.settings
}
