import { z } from 'zod'
import { personId } from '@/lib/domain/ids'
import { route } from '@/lib/http'
import { offerReset } from '@/lib/services/people'

export const POST = route(
  { params: z.object({ id: personId }), body: z.strictObject({}), status: 201 },
  ({ call, params }) => offerReset(call, params.id),
)
