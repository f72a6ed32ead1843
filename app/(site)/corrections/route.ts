import { changesPage } from '@/app/(site)/pages'
import { env } from '@/lib/env'
import { renderCorrections } from '@/lib/site/lists'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return changesPage(request, site => renderCorrections(site, env.appUrl))
}
export const HEAD = GET
