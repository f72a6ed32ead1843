import { brotliDecompressSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as about } from '@/app/(site)/about/route'
import { GET as claim } from '@/app/(site)/checks/[slug]/claims/[key]/route'
import { GET as snapshot } from '@/app/(site)/checks/[slug]/edition.json/route'
import { GET as edition } from '@/app/(site)/checks/[slug]/editions/[number]/[[...path]]/route'
import { GET as check } from '@/app/(site)/checks/[slug]/route'
import { GET as claims } from '@/app/(site)/claims/route'
import { GET as corrections } from '@/app/(site)/corrections/route'
import { GET as home } from '@/app/(site)/route'
import { GET as styles } from '@/app/(site)/styles/[name]/route'
import { planNextEdition, publishEdition, withdrawEdition } from '@/lib/services/editions'
import { must } from '@/tests/support/newcomers'
import { bringIn, openNewsroom, writeApproved } from '@/tests/support/newsroom'

const { maren, tobias } = await openNewsroom()
let slug = ''
let key = ''

beforeAll(async () => {
  ;({ slug, key } = await publishOne())
})

describe('a published check', () => {
  it('answers with the page, a strong tag, and 304 to whoever has it', async () => {
    const first = await at(check, { slug })
    expect(first.status).toBe(200)
    expect(await first.text()).toContain('The harbour, checked')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[0-9a-f]{64}"$/)

    const again = await at(check, { slug }, { 'if-none-match': tag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it('answers with the brotli that was made once, where the server can send it', async () => {
    const headers = { 'x-stored': 'understood', 'accept-encoding': 'br' }
    const packed = await at(check, { slug }, headers)
    expect(packed.headers.get('x-stored')).toMatch(/^br \d+$/)
    const bytes = Buffer.from(await packed.arrayBuffer())
    const plain = await (await at(check, { slug })).text()
    expect(brotliDecompressSync(bytes).toString('utf8')).toBe(plain)
    expect(bytes.length).toBeLessThan(plain.length / 3)
  })

  it('has a page for its claim, its edition, and its data for everyone', async () => {
    expect((await at(claim, { slug, key })).status).toBe(200)
    expect((await at(edition, { slug, number: '1' })).status).toBe(200)
    expect((await at(edition, { slug, number: '1', path: ['claims', key] })).status).toBe(200)
    const data = await at(snapshot, { slug })
    expect(data.headers.get('access-control-allow-origin')).toBe('*')
    expect(await data.json()).toMatchObject({ snapshot: { number: 1 } })
  })

  it('has its stylesheet at the address that its page names, for good', async () => {
    const html = await (await at(check, { slug })).text()
    const name = /editions\/1\/(style-[0-9a-f]{8}\.css)/.exec(html)?.[1] ?? ''
    const css = await at(edition, { slug, number: '1', path: [name] })
    expect(css.status).toBe(200)
    expect(css.headers.get('cache-control')).toContain('immutable')
  })

  it.each([
    ['no such article', () => at(check, { slug: 'nothing-here' })],
    ['an address that no article can have', () => at(check, { slug: "x' OR 1=1" })],
    ['no such note', () => at(claim, { slug, key: 'zzzzzz' })],
    ['a note’s address that leads upward', () => at(claim, { slug, key: '../index' })],
    ['no such edition', () => at(edition, { slug, number: '7' })],
    ['edition 0', () => at(edition, { slug, number: '0' })],
    ['an edition beyond counting', () => at(edition, { slug, number: '99999999999' })],
    ['another file', () => at(edition, { slug, number: '1', path: ['index.html'] })],
    ['a path too deep', () => at(edition, { slug, number: '1', path: ['claims', key, 'x'] })],
    ['an old stylesheet', () => at(styles, { name: 'style-00000000.css' })],
  ])('answers 404 in its own look to %s', async (_what, ask) => {
    const response = await ask()
    expect(response.status).toBe(404)
    const html = await response.text()
    expect(html).toContain('There is nothing at this address')
    expect(html).toContain('The Alderwick Courier')
  })
})

describe('a withdrawn edition', () => {
  it('answers 410 with the reason at every one of its addresses', async () => {
    const gone = await publishOne()
    const { editions } = must(await planNextEdition(tobias, gone.articleId))
    const reason = 'The article was a hoax.'
    must(await withdrawEdition(tobias, editions[0]?.id ?? '', { reason }))

    for (const response of [
      await at(check, { slug: gone.slug }),
      await at(claim, { slug: gone.slug, key: gone.key }),
      await at(edition, { slug: gone.slug, number: '1' }),
      await at(snapshot, { slug: gone.slug }),
    ]) {
      expect(response.status).toBe(410)
      expect(await response.text()).toContain(reason)
    }
  })
})

describe('the lists', () => {
  it('answer with pages that may be asked for again by their tag', async () => {
    for (const route of [home, claims, corrections, about]) {
      const first = await at(route, {})
      expect(first.status).toBe(200)
      const tag = first.headers.get('etag') ?? ''
      expect((await at(route, {}, { 'if-none-match': tag })).status).toBe(304)
    }
  })

  it('name the stylesheet that there is', async () => {
    const html = await (await at(home, {})).text()
    const name = /\/styles\/(style-[0-9a-f]{8}\.css)/.exec(html)?.[1] ?? ''
    expect((await at(styles, { name })).status).toBe(200)
  })
})

type Route<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

/** Asks a route as the server does; the address itself plays no part beside its parts. */
function at<P>(
  route: Route<P>,
  params: P,
  headers: Record<string, string> = {},
): Promise<Response> {
  const request = new Request('http://localhost/', { headers })
  return route(request, { params: Promise.resolve(params) })
}

async function publishOne(): Promise<{ articleId: string; slug: string; key: string }> {
  const article = await bringIn(maren)
  const { key, contentHash } = await writeApproved(maren, tobias, article)
  const { slug } = must(
    await publishEdition(tobias, article.id, {
      title: 'The harbour, checked',
      summary: 'One claim, and it does not hold.',
      notes: [{ key, contentHash }],
      corrections: [],
    }),
  )
  return { articleId: article.id, slug, key }
}
