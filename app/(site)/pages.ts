import { hashText } from '@/lib/domain/canonical'
import type { PublicNewsroom, PublishedLists, PublishedSite } from '@/lib/domain/published'
import { log } from '@/lib/log'
import { findEditionFile } from '@/lib/services/editions'
import { refusalFor } from '@/lib/services/failures'
import { findPublicNewsroom, listPublished, listPublishedChanges } from '@/lib/services/published'
import { answer } from '@/lib/site/answers'
import { htmlType } from '@/lib/site/files'
import { renderNotFound, renderUnavailable, renderWithdrawn } from '@/lib/site/notices'

/** A page made from the public lists. */
export function listPage(
  request: Request,
  render: (site: PublishedLists) => string,
): Promise<Response> {
  return pageOf(request, listPublished, render)
}

/** A page made from the public lists and what editions tell of changes after the check. */
export function changesPage(
  request: Request,
  render: (site: PublishedSite) => string,
): Promise<Response> {
  return pageOf(request, listPublishedChanges, render)
}

function pageOf<Site>(
  request: Request,
  find: () => Promise<Site | null>,
  render: (site: Site) => string,
): Promise<Response> {
  return guarded(request, async () => {
    const site = await find()
    return site ? page(request, 200, render(site)) : notFound(request)
  })
}

/** A page made from the newsroom alone. */
export function newsroomPage(
  request: Request,
  render: (newsroom: PublicNewsroom) => string,
): Promise<Response> {
  return guarded(request, async () => {
    const newsroom = await findPublicNewsroom()
    return newsroom ? page(request, 200, render(newsroom)) : notFound(request)
  })
}

/** A stored file of an edition, or the notice that stands in its place. */
export function editionFile(
  request: Request,
  slug: string,
  edition: number | 'latest',
  path: string,
): Promise<Response> {
  return guarded(request, async () => {
    if (!isSlug(slug)) return notFound(request)
    const found = await findEditionFile(slug, edition, path)
    if (!found) return notFound(request)
    if (found.kind === 'withdrawn') {
      const newsroom = await findPublicNewsroom()
      return newsroom
        ? page(request, 410, renderWithdrawn(newsroom, { ...found, slug }))
        : notFound(request)
    }
    return answer(request, {
      ...found,
      keep: path.endsWith('.css') ? 'forever' : 'page',
      isOpen: path.endsWith('.json'),
    })
  })
}

/** The 404 in the site's look. */
export function notFoundPage(request: Request): Promise<Response> {
  return guarded(request, () => notFound(request))
}

/** Whether a part of an address can name an article: it then costs no query to say that it does not. */
function isSlug(slug: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,79}$/.test(slug)
}

/** Whether a part of an address can name a note. */
export function isKey(key: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(key)
}

async function notFound(request: Request): Promise<Response> {
  const newsroom = await findPublicNewsroom()
  const host = newsroom ?? { name: 'Fact-checks', language: 'en', timeZone: 'UTC', isDemo: false }
  return page(request, 404, renderNotFound(host))
}

function page(request: Request, status: number, body: string): Response {
  const contentType = htmlType
  return answer(request, {
    status,
    contentType,
    body,
    brotli: null,
    hash: hashText(body),
    keep: 'page',
  })
}

/** A reader sees no stack trace: a database that is away says so, anything else is logged. */
async function guarded(request: Request, respond: () => Promise<Response>): Promise<Response> {
  try {
    return await respond()
  } catch (error) {
    const isAway = refusalFor(error) !== null
    if (!isAway) log.error({ err: error, path: new URL(request.url).pathname }, 'A page failed')
    const response = page(request, isAway ? 503 : 500, renderUnavailable())
    response.headers.set('cache-control', 'no-store')
    if (isAway) response.headers.set('retry-after', '60')
    return response
  }
}
