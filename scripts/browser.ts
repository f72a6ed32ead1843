import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of a Chromium: one that is there, else Playwright's, else Debian's package where we may install it. */
export function ensureBrowser(): string {
  return findBrowser() ?? installPlaywrights() ?? installDebians() ?? complain()
}

function findBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named)
    return existsSync(named) ? named : complain(`There is no browser at CHROMIUM_PATH (${named}).`)
  return [...places, chromium.executablePath()].find(existsSync) ?? null
}

function installPlaywrights(): string | null {
  console.log('Installing a browser…')
  // Two minutes: where the network is closed the download hangs rather than fails.
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 120_000,
  })
  const path = chromium.executablePath()
  return existsSync(path) ? path : null
}

function installDebians(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  const quiet = {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet)
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], quiet)
  } catch {
    return null
  }
  return places.find(existsSync) ?? null
}

function complain(words = 'No Chromium was found, and none could be installed.'): never {
  throw new Error(`${words} Install one, or set CHROMIUM_PATH to it.`)
}
