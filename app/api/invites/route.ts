import { inviteRequest } from '@/lib/domain/people'
import { route } from '@/lib/http'
import { invitePerson } from '@/lib/services/people'

export const POST = route({ body: inviteRequest, status: 201 }, ({ call, body }) =>
  invitePerson(call, body, call.at),
)
