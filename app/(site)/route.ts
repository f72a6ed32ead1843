import { listPage } from '@/app/(site)/pages'
import { env } from '@/lib/env'
import { renderHome } from '@/lib/site/lists'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return listPage(request, site => renderHome(site, env.appUrl))
}
export const HEAD = GET
