import { z } from 'zod'
import { personId } from '@/lib/domain/ids'
import { personChange } from '@/lib/domain/people'
import { route } from '@/lib/http'
import { changePerson } from '@/lib/services/people'

export const PATCH = route(
  { params: z.object({ id: personId }), body: personChange },
  ({ call, params, body }) => changePerson(call, params.id, body),
)
