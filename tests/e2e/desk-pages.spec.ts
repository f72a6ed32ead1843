import { paths } from '@/lib/paths'
import { expect, expectAccessible, test } from '@/tests/support/browsing'
import { articleOn } from '@/tests/support/desk'

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`the desk’s pages have nothing for axe to find at ${width} px, ${colorScheme}`, async ({
      visit,
    }) => {
      const ruth = await visit('ruth', { colorScheme, viewport: { width, height: 900 } })
      for (const path of [
        paths.desk,
        paths.articles,
        paths.newArticle,
        paths.sources,
        paths.people,
        paths.settings,
        paths.account,
      ]) {
        await ruth.goto(path)
        await expect(ruth.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(ruth)
        expect(
          await ruth.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          `${path} fits`,
        ).toBe(true)
      }
      await ruth.goto(paths.articles)
      await ruth
        .getByRole('link', { name: /Moscow weighs two letters/ })
        .first()
        .click()
      await expect(articleOn(ruth)).toBeVisible()
      await expectAccessible(ruth)
    })
