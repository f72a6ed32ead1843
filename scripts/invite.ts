import { inviteRequest } from '@/lib/domain/people'
import { withDatabase } from '@/scripts/commands'
import { inviteLink, resetLink } from '@/scripts/newsroom'

/**
 * `npm run invite -- EMAIL ROLE` prints a one-time link: to join, or for someone who has joined
 * already to choose a new password. Their role stays as it is.
 */
const [email, role] = process.argv.slice(2)
const request = inviteRequest.safeParse({ email, role })
if (!request.success) {
  console.error(
    'Say whom, and as what: npm run invite -- name@newsroom.example checker (or editor, or admin)',
  )
  process.exit(1)
}

const invitation = request.data
await withDatabase(async address => {
  const { email, role } = invitation
  const now = new Date()
  const reset = await resetLink(address, email, now)
  if (reset) console.log(`${email} has joined already. With this they choose a new password, once:`)
  else console.log(`With this ${email} joins as ${role}, once:`)
  console.log(reset ?? (await inviteLink(address, email, role, now)))
  return 0
})
