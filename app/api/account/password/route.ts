import { passwordChange } from '@/lib/domain/people'
import { route } from '@/lib/http'
import { changePassword } from '@/lib/services/people'

export const POST = route({ body: passwordChange }, ({ call, body }) => changePassword(call, body))
