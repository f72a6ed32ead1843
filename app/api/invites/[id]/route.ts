import { z } from 'zod'
import { inviteId } from '@/lib/domain/ids'
import { route } from '@/lib/http'
import { revokeInvite } from '@/lib/services/people'

export const DELETE = route({ params: z.object({ id: inviteId }) }, ({ call, params }) =>
  revokeInvite(call, params.id),
)
