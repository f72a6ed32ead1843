import { inviteRequest } from '@/lib/domain/people'
import { withDatabase } from '@/scripts/commands'
import { inviteLink } from '@/scripts/newsroom'

/** `npm run invite -- EMAIL ROLE` prints a one-time link. */
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
  console.log(await inviteLink(address, invitation.email, invitation.role, new Date()))
  return 0
})
