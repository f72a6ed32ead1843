import { newsroomPage } from '@/app/(site)/pages'
import { env } from '@/lib/env'
import { renderAbout } from '@/lib/site/about'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return newsroomPage(request, newsroom => renderAbout(newsroom, env.appUrl))
}
export const HEAD = GET
