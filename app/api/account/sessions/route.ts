import { route } from '@/lib/http'
import { endSessions } from '@/lib/services/people'

export const DELETE = route({}, ({ call }) => endSessions(call))
