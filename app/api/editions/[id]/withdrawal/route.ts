import { z } from 'zod'
import { withdrawRequest } from '@/lib/domain/editions'
import { editionId } from '@/lib/domain/ids'
import { route } from '@/lib/http'
import { withdrawEdition } from '@/lib/services/editions'

const params = z.object({ id: editionId })

export const POST = route({ params, body: withdrawRequest }, ({ call, params, body }) =>
  withdrawEdition(call, params.id, body),
)
