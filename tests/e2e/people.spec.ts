import { paths } from '@/lib/paths'
import { expect, expectAccessible, signIn, test } from '@/tests/support/browsing'

const password = 'three plain words and one'

test('an admin invites somebody, who joins; a closed account is out at the next click', async ({
  visit,
  announce,
}) => {
  announce(/401/)
  const ruth = await visit('ruth')
  await ruth.goto(paths.people)
  await ruth.getByLabel('E-mail').fill('new.checker@courier.example')
  await ruth.getByRole('button', { name: 'Make the invitation' }).click()
  const link = await ruth.getByLabel('One-time link').inputValue()
  await expectAccessible(ruth)

  const newcomer = await visit(null)
  await newcomer.goto(new URL(link).pathname)
  await newcomer.getByLabel('Your name').fill('Noor Lindqvist')
  await newcomer.getByLabel('Password', { exact: true }).fill(password)
  await newcomer.getByRole('button', { name: /^Join/ }).click()
  await expect(newcomer.getByRole('heading', { name: 'My work', level: 1 })).toBeVisible()

  const again = await visit(null)
  await again.goto(new URL(link).pathname)
  await expect(again.getByText('This invitation has been used.')).toBeVisible()

  await ruth.reload()
  const noor = ruth.getByRole('group', { name: 'Noor Lindqvist' })
  await noor.getByRole('button', { name: 'Close the account' }).click()
  await expectAccessible(ruth)
  await ruth
    .getByRole('dialog')
    .getByRole('button', { name: /^Close/ })
    .first()
    .click()
  await expect(noor.getByRole('button', { name: 'Open the account again' })).toBeVisible()
  await newcomer.goto(paths.articles)
  await expect(newcomer).toHaveURL(/\/sign-in/)
})

test('somebody signs in at the door, and signing out ends the session', async ({ visit }) => {
  const ines = await visit(null)
  await signIn(ines, 'ines')
  await ines.getByRole('button', { name: /Ines Calloway/ }).click()
  await ines.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(ines).toHaveURL(/\/sign-in/)
  await ines.goto(paths.desk)
  await expect(ines).toHaveURL(/\/sign-in/)
})
