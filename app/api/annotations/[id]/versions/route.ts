import { z } from 'zod'
import { annotationId } from '@/lib/domain/ids'
import { route } from '@/lib/http'
import { listVersions } from '@/lib/services/annotations'

const params = z.object({ id: annotationId })

export const GET = route({ params }, ({ call, params }) => listVersions(call, params.id))
