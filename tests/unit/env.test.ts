import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from '@/lib/env'

const secret = 'thirty-two characters or more of it'

describe('the settings', () => {
  it('are those of the demonstration where nothing is set', () => {
    expect(settingsOf({})).toEqual({
      port: 3000,
      appUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      authSecret: undefined,
      dataFolder: resolve('.rubric'),
      isDemo: true,
      proxies: 0,
      adminEmail: undefined,
      logLevel: 'info',
    })
  })

  it('take an empty value for none', () => {
    expect(settingsOf({ PORT: '', DATABASE_URL: '', RUBRIC_DEMO: '' })).toEqual(settingsOf({}))
  })

  it.each([
    ['the port in the address', { PORT: '4000' }, { port: 4000, appUrl: 'http://localhost:4000' }],
    [
      'an address without its last slash',
      { APP_URL: 'https://a.example/' },
      { appUrl: 'https://a.example' },
    ],
    ['one proxy where the address is https', { APP_URL: 'https://a.example' }, { proxies: 1 }],
    [
      'as many proxies as are named',
      { APP_URL: 'https://a.example', RUBRIC_PROXIES: '2' },
      { proxies: 2 },
    ],
    ['a real newsroom', { RUBRIC_DEMO: '0' }, { isDemo: false }],
    [
      'an address of the first admin in small letters',
      { RUBRIC_ADMIN_EMAIL: 'Ruth@Courier.example' },
      { adminEmail: 'ruth@courier.example' },
    ],
    ['a secret', { AUTH_SECRET: secret }, { authSecret: secret }],
  ])('take %s', (_what, given, expected) => {
    expect(settingsOf(given)).toMatchObject(expected)
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['APP_URL', 'checks.newsroom.example'],
    ['APP_URL', 'ftp://a.example'],
    ['APP_URL', 'https://a.example/checks'],
    ['DATABASE_URL', 'mysql://a.example/rubric'],
    ['AUTH_SECRET', 'too short'],
    ['RUBRIC_DEMO', 'maybe'],
    ['RUBRIC_PROXIES', '-1'],
    ['RUBRIC_ADMIN_EMAIL', 'ruth'],
    ['LOG_LEVEL', 'loud'],
  ])('refuse %s=%s by its name', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringMatching(`^${name}: `)])
  })

  it('name everything that is wrong at once', () => {
    const faults = faultsOf({ PORT: 'x', DATABASE_URL: 'x', AUTH_SECRET: 'x', LOG_LEVEL: 'x' })
    expect(faults.map(fault => fault.split(':')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'AUTH_SECRET',
      'LOG_LEVEL',
    ])
  })
})

function settingsOf(environment: Record<string, string>) {
  const outcome = readSettings(environment)
  if (!outcome.ok) throw new Error(outcome.faults.join('\n'))
  return outcome.settings
}

function faultsOf(environment: Record<string, string>): string[] {
  const outcome = readSettings(environment)
  return outcome.ok ? [] : outcome.faults
}
