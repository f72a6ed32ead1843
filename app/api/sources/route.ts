import { z } from 'zod'
import { route } from '@/lib/http'
import { findKnownSource } from '@/lib/services/sources'

const query = z.object({ url: z.string() })

export const GET = route({ query }, ({ call, query }) => findKnownSource(call, query.url))
