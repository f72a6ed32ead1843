import { listPage } from '@/app/(site)/pages'
import { env } from '@/lib/env'
import { renderClaims } from '@/lib/site/lists'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const asked = (name: string) => (searchParams.get(name) ?? '').slice(0, 200).trim()
  const search = { verdict: asked('verdict'), words: asked('words') }
  return listPage(request, site => renderClaims(site, search, env.appUrl))
}
export const HEAD = GET
