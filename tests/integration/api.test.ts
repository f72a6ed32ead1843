import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import * as moves from '@/app/api/annotations/[id]/moves/route'
import * as reviews from '@/app/api/annotations/[id]/reviews/route'
import * as note from '@/app/api/annotations/[id]/route'
import * as settlements from '@/app/api/annotations/[id]/settlements/route'
import * as threads from '@/app/api/annotations/[id]/threads/route'
import * as versions from '@/app/api/annotations/[id]/versions/route'
import * as annotations from '@/app/api/articles/[id]/annotations/route'
import * as looks from '@/app/api/articles/[id]/looks/route'
import * as revisionPreview from '@/app/api/articles/[id]/revisions/preview/route'
import * as revisions from '@/app/api/articles/[id]/revisions/route'
import * as article from '@/app/api/articles/[id]/route'
import * as preview from '@/app/api/articles/preview/route'
import * as articles from '@/app/api/articles/route'
import * as sources from '@/app/api/sources/route'
import * as comments from '@/app/api/threads/[id]/comments/route'
import * as resolution from '@/app/api/threads/[id]/resolution/route'
import { Prisma } from '@/lib/data/generated/client'
import type { Call } from '@/lib/domain/roles'
import { route } from '@/lib/http'
import {
  type BroughtIn,
  bringIn,
  details,
  type Newsroom,
  noteOn,
  openNewsroom,
  write,
} from '@/tests/support/newsroom'

const session = vi.hoisted(() => ({ call: null as Call | null }))
vi.mock('@/lib/auth', () => ({ currentCall: async () => session.call }))

type Handler = ReturnType<typeof route>

const site = 'https://checks.example'
const nobody = '00000000-0000-4000-8000-000000000000'

let room: Newsroom
let story: BroughtIn

beforeAll(async () => {
  room = await openNewsroom()
  story = await bringIn(room.maren)
})

beforeEach(() => {
  session.call = room.maren
})

describe('a route', () => {
  const body = z.strictObject({ name: z.string().min(1, 'Give it a name.') })
  const echo = route({ body, limit: 100 }, ({ body }) => ({ ok: true, ...body }))

  it('answers with the outcome, and lets nobody keep it', async () => {
    const response = await send(echo, { name: 'Ines' })
    expect(await response.json()).toEqual({ ok: true, name: 'Ines' })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  })

  it.each([
    ['its own page', { origin: site }, 200],
    [
      'its own page behind a proxy',
      { origin: 'https://public.example', 'x-forwarded-host': 'public.example' },
      200,
    ],
    ['a browser that says same-origin', { 'sec-fetch-site': 'same-origin' }, 200],
    ['no browser at all', {}, 200],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another port', { origin: 'https://checks.example:8443' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['another site, by the browser’s word', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    [
      'another site that claims to be navigated',
      { origin: 'https://evil.example', 'sec-fetch-site': 'none' },
      403,
    ],
  ])('asked from %s answers rightly', async (_where, headers, status) => {
    expect((await send(echo, { name: 'a' }, { headers })).status).toBe(status)
  })

  it('hears nobody who is signed out, but where it is public', async () => {
    session.call = null
    expect(await reasonIn(await send(echo, { name: 'a' }))).toEqual([401, 'signed_out'])
    const open = route({ body, call: 'none' }, ({ call, at }) => ({
      ok: true,
      call,
      isDate: at instanceof Date,
    }))
    expect(await (await send(open, { name: 'a' })).json()).toEqual({
      ok: true,
      call: null,
      isDate: true,
    })
  })

  it.each([
    ['text/plain', 415, 'unsupported'],
    ['application/x-www-form-urlencoded', 415, 'unsupported'],
    ['application/octet-stream', 415, 'unsupported'],
    ['application/json; charset=utf-8', 200, undefined],
  ])('takes %s with %i', async (type, status, reason) => {
    const response = await send(echo, { name: 'a' }, { headers: { 'content-type': type } })
    expect(await reasonIn(response)).toEqual([status, reason])
  })

  it('refuses a body over its limit, by its word and by its bytes', async () => {
    expect(await reasonIn(await send(echo, { name: 'x'.repeat(200) }))).toEqual([413, 'too_large'])
    const parts = ['{"name":"', ...Array.from({ length: 50 }, () => 'xxxxxxxxxx'), '"}']
    const stream = new ReadableStream({
      pull(controller) {
        const part = parts.shift()
        if (part === undefined) controller.close()
        else controller.enqueue(new TextEncoder().encode(part))
      },
    })
    expect(await reasonIn(await sendRaw(echo, stream))).toEqual([413, 'too_large'])
    expect(parts.length).toBeGreaterThan(0)
  })

  it.each([
    ['half of it', '{"name":'],
    ['nothing', ''],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['a nest of a hundred lists', `${'['.repeat(49)}${']'.repeat(49)}`],
  ])('says that %s is not what it takes', async (_what, raw) => {
    const response = await sendRaw(echo, raw)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      reason: 'invalid',
      message: expect.stringMatching(/\w/),
    })
  })

  it('refuses a nest that would exhaust the stack', async () => {
    const deep = route({ body: z.unknown(), limit: 1_000_000 }, () => ({ ok: true }))
    const raw = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    expect(await reasonIn(await sendRaw(deep, raw))).toEqual([400, 'invalid'])
  })

  it('names each field that is not right', async () => {
    const nested = route(
      {
        body: z.strictObject({
          list: z.array(z.strictObject({ name: z.string('Write a name.') })),
        }),
      },
      () => ({ ok: true }),
    )
    expect(await (await send(nested, { list: [{ name: 'a' }, { name: 1 }] })).json()).toEqual({
      ok: false,
      reason: 'invalid',
      message: 'Write a name.',
      faults: [{ path: 'list.1.name', message: 'Write a name.' }],
    })
  })

  it('has nothing at an address that is none', async () => {
    const one = route({ params: z.object({ id: z.uuid() }) }, () => ({ ok: true }))
    for (const id of ['x', '../etc', '%00', `${nobody}0`])
      expect(await reasonIn(await get(one, { id }))).toEqual([404, 'not_found'])
    expect((await get(one, { id: nobody })).status).toBe(200)
  })

  it('says that the database is away', async () => {
    const away = route({}, () => {
      throw new Prisma.PrismaClientKnownRequestError('secret-host:5432', {
        code: 'P1001',
        clientVersion: '7',
      })
    })
    const response = await get(away)
    expect(response.status).toBe(503)
    expect(JSON.stringify(await response.json())).not.toContain('secret-host')
  })

  it('says nothing of what went wrong inside but a number', async () => {
    const broken = route({}, () => {
      throw new Error('password=hunter2')
    })
    const response = await get(broken)
    const answer = await response.json()
    expect([response.status, answer.reason]).toEqual([500, 'failed'])
    expect(answer.message).toMatch(/[0-9a-f-]{36}$/)
    expect(JSON.stringify(answer)).not.toContain('hunter2')
  })
})

describe('the desk’s routes', () => {
  const every: [string, Handler, 'GET' | 'POST'][] = [
    ['GET a note', note.GET, 'GET'],
    ['PUT a note', note.PUT, 'POST'],
    ['GET its versions', versions.GET, 'GET'],
    ['POST a move', moves.POST, 'POST'],
    ['POST a review', reviews.POST, 'POST'],
    ['POST a settlement', settlements.POST, 'POST'],
    ['POST a preview of a revision', revisionPreview.POST, 'POST'],
    ['POST a revision', revisions.POST, 'POST'],
    ['POST a remark', threads.POST, 'POST'],
    ['POST an answer', comments.POST, 'POST'],
    ['PUT a resolution', resolution.PUT, 'POST'],
    ['POST a note', annotations.POST, 'POST'],
    ['PUT looks', looks.PUT, 'POST'],
    ['PATCH an article', article.PATCH, 'POST'],
    ['POST an article', articles.POST, 'POST'],
    ['POST a preview', preview.POST, 'POST'],
    ['GET a source', sources.GET, 'GET'],
  ]

  it.each(every)('%s: hears nobody who is signed out', async (_name, handler, method) => {
    session.call = null
    const asked =
      method === 'GET' ? get(handler, { id: nobody }) : send(handler, {}, { id: nobody })
    expect(await reasonIn(await asked)).toEqual([401, 'signed_out'])
  })

  it.each(every.filter(([, , method]) => method === 'POST'))(
    '%s: refuses an empty object and another site',
    async (_name, handler) => {
      expect(await reasonIn(await send(handler, {}, { id: nobody }))).toEqual([400, 'invalid'])
      const headers = { origin: 'https://evil.example' }
      expect((await send(handler, {}, { id: nobody, headers })).status).toBe(403)
    },
  )

  it('create an article and a note, save it and read it back', async () => {
    const blocks = [{ kind: 'paragraph', text: 'The harbour handled 412 ships.' }]
    const made = await send(articles.POST, { details, blocks })
    expect(made.status).toBe(201)
    const { revisionId } = story
    const marked = await send(
      annotations.POST,
      { revisionId, content: noteOn('412 ships') },
      { id: story.id },
    )
    expect(marked.status).toBe(201)
    const { annotation } = await marked.json()
    const content = { ...annotation.content, claim: '  Trimmed.  ' }
    const save = { version: 1, revisionId, content }
    const saved = await send(note.PUT, save, { id: annotation.id })
    expect((await saved.json()).annotation.content.claim).toBe('Trimmed.')
    const read = await (await get(note.GET, { id: annotation.id })).json()
    expect(read.annotation.version).toBe(2)
  })

  it('bring a stale save what is there now', async () => {
    const { id, revisionId } = await write(room.maren, story)
    const save = (claim: string) => ({
      version: 1,
      revisionId,
      content: noteOn('412 ships', { claim }),
    })
    await send(note.PUT, save('First.'), { id })
    const response = await send(note.PUT, save('Second.'), { id })
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({
      reason: 'stale',
      current: { version: 2, content: { claim: 'First.' } },
    })
  })

  it('preview a new revision, create it, and settle what it left open', async () => {
    const at = await bringIn(room.maren)
    const words = 'The harbour handled 412 ships'
    const { id } = await write(room.maren, at, noteOn(words))
    const blocks = [{ kind: 'paragraph', text: at.text.replace('412', '398') }]
    const wanted = { baseRevisionId: at.revisionId, wording: { from: 'text', blocks } }
    const seen = await send(revisionPreview.POST, wanted, { id: at.id })
    expect(seen.status).toBe(200)
    const { preview } = await seen.json()
    expect(preview.counts).toMatchObject({ changed: 1 })

    const { textHash, notesHash } = preview
    const asked = { ...wanted, textHash, notesHash, changedOn: '2026', changeNote: '' }
    const made = await send(revisions.POST, asked, { id: at.id })
    expect(made.status).toBe(201)
    expect(await made.json()).toMatchObject({ ok: true, number: 2 })
    const again = await send(revisions.POST, asked, { id: at.id })
    expect(await reasonIn(again)).toEqual([409, 'stale'])

    const { annotation } = await (await get(note.GET, { id })).json()
    const { version, revisionId } = annotation
    const request = { version, revisionId, ordinal: 0, choice: { kind: 'confirm' } }
    const settled = await send(settlements.POST, request, { id })
    expect(settled.status).toBe(200)
    expect((await settled.json()).annotation).toMatchObject({
      unsettled: [],
      anchors: [{ quote: 'The harbour handled 398 ships' }],
    })
    expect(await reasonIn(await send(settlements.POST, request, { id }))).toEqual([409, 'stale'])
  })

  it.each([
    ['another way of settling', { choice: { kind: 'guess' } }],
    ['a place of no length', { choice: { kind: 'place', span: { start: 4, end: 4 } } }],
    ['no revision', { revisionId: undefined }],
    ['an ordinal below 0', { ordinal: -1 }],
    ['another field', { force: true }],
  ])('refuse %s', async (_what, part) => {
    const choice = { kind: 'confirm' }
    const request = { version: 1, revisionId: nobody, ordinal: 0, choice, ...part }
    expect(await reasonIn(await send(settlements.POST, request, { id: nobody }))).toEqual([
      400,
      'invalid',
    ])
  })

  it('take a new revision of the longest article, and nothing longer than 16 MiB', async () => {
    const at = await bringIn(room.maren)
    const line = `${'Ships came and went. '.repeat(49)}\n`
    const texts = Array.from({ length: 960 }, (_, index) => `${index} ${line}`.trim())
    const blocks = texts.map(text => ({ kind: 'paragraph', text }))
    const wanted = { baseRevisionId: at.revisionId, wording: { from: 'text', blocks } }
    const seen = await send(revisionPreview.POST, wanted, { id: at.id })
    expect(await reasonIn(seen)).toEqual([200, undefined])
    const much = { ...wanted, textHash: 'x'.repeat(16 * 1024 * 1024) }
    for (const { POST } of [revisionPreview, revisions])
      expect(await reasonIn(await send(POST, much, { id: at.id }))).toEqual([413, 'too_large'])
  })

  it('leave a sentence, and tell whoever comes second what stands there', async () => {
    const { id, revisionId, text } = await bringIn(room.maren)
    const change = { start: 0, end: text.indexOf('.') + 1, seen: null, to: { reason: 'opinion' } }
    const left = await send(looks.PUT, { revisionId, changes: [change] }, { id })
    expect(left.status).toBe(200)
    const { looks: current } = await left.json()
    expect(current).toMatchObject([{ reason: 'opinion', by: { name: 'Maren Oduya' } }])
    const other = { ...change, to: { reason: 'trivial' } }
    const second = await send(looks.PUT, { revisionId, changes: [other] }, { id })
    expect(second.status).toBe(409)
    expect(await second.json()).toMatchObject({ reason: 'stale', current })
  })

  it('take as many sentences at once as they say', async () => {
    const block = { kind: 'paragraph' as const, text: 'It rained. '.repeat(50).trim() }
    const { id, revisionId, text } = await bringIn(room.maren, Array(40).fill(block))
    const changes = [...text.matchAll(/It rained\./g)].map(({ index }) => ({
      start: index,
      end: index + 10,
      seen: nobody,
      to: { reason: 'already_checked' },
    }))
    const seen = await send(looks.PUT, { revisionId, changes }, { id })
    expect(await reasonIn(seen)).toEqual([409, 'stale'])
    const fresh = changes.map(change => ({ ...change, seen: null }))
    const taken = await send(looks.PUT, { revisionId, changes: fresh }, { id })
    expect((await taken.json()).looks).toHaveLength(2000)
  })

  it('refuse a checker somebody else’s note with 403', async () => {
    const { id, revisionId } = await write(room.maren, story)
    session.call = room.ines
    const save = { version: 1, revisionId, content: noteOn('412 ships', { claim: 'Hers.' }) }
    expect((await send(note.PUT, save, { id })).status).toBe(403)
  })

  it('refuse a note on no words, and a source that runs, by the field', async () => {
    const { revisionId } = story
    const bad = noteOn('412 ships', { anchors: [{ start: 4, end: 4 }] })
    const empty = await send(annotations.POST, { revisionId, content: bad }, { id: story.id })
    expect(await empty.json()).toMatchObject({ faults: [{ path: 'content.anchors.0' }] })

    const content = noteOn('412 ships')
    const citations = content.citations.map(each => ({ ...each, url: 'javascript:alert(1)' }))
    const runs = await send(
      annotations.POST,
      { revisionId, content: { ...content, citations } },
      { id: story.id },
    )
    expect(await runs.json()).toMatchObject({
      faults: [
        {
          path: 'content.citations.0.url',
          message: 'Write a full address that begins with https:// or http://.',
        },
      ],
    })
  })

  it('preview a pasted text and a dropped file', async () => {
    const text = 'A paragraph of some words.'
    const pasted = await send(preview.POST, { text })
    const dropped = await sendRaw(preview.POST, new TextEncoder().encode(text), {
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(await dropped.json()).toEqual(await pasted.json())
  })

  it('refuse two megabytes of text and five of anything with 413', async () => {
    const long = await send(preview.POST, { text: 'x'.repeat(2_000_000) })
    expect(await reasonIn(long)).toEqual([413, 'too_large'])
    const longer = await send(articles.POST, { text: 'x'.repeat(6_000_000) })
    expect(await reasonIn(longer)).toEqual([413, 'too_large'])
  })

  it('look a source up by its address', async () => {
    await write(room.maren, story)
    const query = `?${new URLSearchParams({ url: 'https://www.harbour.example/statistics/2025/' })}`
    const response = await sources.GET(new Request(`${site}/api/sources${query}`), contextOf())
    expect(await response.json()).toMatchObject({ ok: true, source: { title: 'Ship calls 2025' } })
  })
})

interface Sent {
  id?: string
  headers?: Record<string, string>
}

function send(handler: Handler, body: unknown, sent: Sent = {}): Promise<Response> {
  return sendRaw(handler, JSON.stringify(body), sent)
}

function sendRaw(handler: Handler, body: BodyInit, { id, headers }: Sent = {}): Promise<Response> {
  const host = new URL(site).host
  const request = new Request(`${site}/api`, {
    method: 'POST',
    body,
    headers: { host, 'content-type': 'application/json', ...headers },
    // A streamed body is sent while it is made; Node asks that this be said.
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  })
  return handler(request, contextOf(id))
}

function get(handler: Handler, { id }: Sent = {}): Promise<Response> {
  return handler(new Request(`${site}/api`), contextOf(id))
}

function contextOf(id?: string) {
  return { params: Promise.resolve(id === undefined ? {} : { id }) }
}

async function reasonIn(response: Response): Promise<[number, string | undefined]> {
  return [response.status, (await response.json()).reason]
}
