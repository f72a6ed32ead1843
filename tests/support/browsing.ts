import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { demoPassword } from '@/lib/domain/demo'
import { paths } from '@/lib/paths'
import { type DemoPerson, people } from '@/prisma/demo/people'
import { sessionFile } from '@/tests/support/sessions'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** A browser of one's own: signed in, where a person is named, and at no page yet. */
export type Visit = (who: DemoPerson | null, options?: BrowserContextOptions) => Promise<Page>

/**
 * Playwright's test, with `visit` (a browser for each person) and `announce` (console errors that a test
 * means to cause). Any other error on a page's console, a broken policy among them, fails the test.
 */
export const test = base.extend<{ visit: Visit; announce: (error: RegExp) => void }>({
  announce: async ({ browserName: _ }, use, info) => {
    const announced: RegExp[] = []
    announcements.set(info.testId, announced)
    await use(error => announced.push(error))
  },
  visit: async ({ browser, announce: _ }, use, info) => {
    const errors: string[] = []
    const opened: Page[] = []
    await use(async (who, options) => {
      const page = await openPage(browser, {
        ...(who && { storageState: sessionFile(who) }),
        ...options,
      })
      opened.push(page)
      page.on('pageerror', error => errors.push(error.message))
      page.on(
        'console',
        message =>
          message.type() === 'error' && errors.push(`${message.text()} ${message.location().url}`),
      )
      return page
    })
    for (const page of opened) await page.context().close()
    const expected = announcements.get(info.testId) ?? []
    expect(errors.filter(error => !expected.some(each => each.test(error)))).toEqual([])
  },
})
export { expect }

const announcements = new Map<string, RegExp[]>()

/** Signs in at the door, by hand. */
export async function signIn(page: Page, who: DemoPerson): Promise<void> {
  await page.goto(paths.signIn)
  await page.getByLabel('E-mail').fill(people[who].email)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'My work', level: 1 })).toBeVisible()
}

/** What axe finds wrong with the page as it is now: nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  // Next sends what a page is called after the page itself.
  await expect(page).toHaveTitle(/\S/)
  // Evaluated through the debugger, which no policy of the page forbids; half a megabyte, so once a page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axeSource};0`)
  const found = await page.evaluate(`(async () => {
    const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
    return violations.map(({ id, help, nodes }) => id + ': ' + help + ' ' + nodes.map(node => node.html.slice(0, 160)).join(' | '));
  })()`)
  expect(found).toEqual([])
}

/** That the page has nothing for axe to find and is no wider than the window: at each width, light and dark. */
export async function expectFineEverywhere(page: Page, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await test.step(`at ${width} px, ${colorScheme}`, () => expectAccessible(page))
    }
    const { scrollWidth, innerWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      innerWidth: window.innerWidth,
    }))
    expect(scrollWidth, `at ${width} px`).toBeLessThanOrEqual(innerWidth)
  }
}

async function openPage(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: requireSite(), ...options })
  return context.newPage()
}

function requireSite(): string {
  const address = process.env.RUBRIC_TEST_SITE
  if (!address) throw new Error('The site for the tests is not running; see tests/support/site.ts.')
  return address
}
