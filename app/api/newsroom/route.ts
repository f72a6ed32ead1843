import { newsroomChange } from '@/lib/domain/newsrooms'
import { route } from '@/lib/http'
import { changeNewsroom } from '@/lib/services/newsrooms'

export const PATCH = route({ body: newsroomChange }, ({ call, body }) => changeNewsroom(call, body))
