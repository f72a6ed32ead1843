import { paths } from '@/lib/paths'
import { expect, expectFineEverywhere, test } from '@/tests/support/browsing'
import { articleOn } from '@/tests/support/desk'

const widths = [1440, 390]

for (const path of [
  paths.desk,
  paths.articles,
  paths.newArticle,
  paths.sources,
  paths.people,
  paths.settings,
  paths.account,
])
  test(`a page of the desk fits, and has nothing for axe to find: ${path}`, async ({ visit }) => {
    const ruth = await visit('ruth')
    await ruth.goto(path)
    await expect(ruth.getByRole('heading', { level: 1 })).toBeVisible()
    await expectFineEverywhere(ruth, widths)
  })

test('the article under check fits, and has nothing for axe to find', async ({ visit }) => {
  const ruth = await visit('ruth')
  await ruth.goto(paths.articles)
  await ruth
    .getByRole('link', { name: /Moscow weighs two letters/ })
    .first()
    .click()
  await expect(articleOn(ruth)).toBeVisible()
  await expectFineEverywhere(ruth, widths)
})
