import { z } from 'zod'
import { acceptance } from '@/lib/domain/people'
import { route } from '@/lib/http'
import { acceptInvite } from '@/lib/services/people'

/** Open to whoever holds the link: its token is the permission. */
export const POST = route(
  { params: z.object({ token: z.string().max(100) }), body: acceptance, call: 'none', status: 201 },
  ({ params, body, at }) => acceptInvite(params.token, body, at),
)
