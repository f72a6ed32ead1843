import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { currentCall } from '@/lib/auth'
import { faultsOf, type Outcome, type Refusal, reasons, refuse } from '@/lib/domain/outcomes'
import type { Call } from '@/lib/domain/roles'
import { log } from '@/lib/log'
import { refusalFor } from '@/lib/services/failures'

/** 256 KiB: a note with fifty citations of full length, twice over. */
const defaultLimit = 256 * 1024

/** 64 levels of JSON: fifteen lists in one another. What goes deeper is made to exhaust the stack. */
const depthLimit = 64

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined

interface Options<C, P, Q, B> {
  /** `none` for what is public; else who is signed out hears so. */
  call?: C
  /** The parts of the address; what does not parse is `not_found`. */
  params?: P
  /** The search parameters. */
  query?: Q
  body?: B
  /** Bytes that the body may have. */
  limit?: number
  /** Whether the body may be a file (application/octet-stream), which the schema sees as {bytes}. */
  takesFile?: boolean
  /** The status of success: 201 where something is created. */
  status?: 200 | 201
}

interface Asked<C, P, Q, B> {
  call: C extends 'none' ? null : Call
  /** The moment of the request. */
  at: Date
  params: Parsed<P>
  query: Parsed<Q>
  body: Parsed<B>
  request: Request
}

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>

/**
 * The one way an API route is written: says who asks, parses what they ask, and turns the outcome
 * into an answer. Nothing reaches `respond` that has not passed all of it.
 */
export function route<
  C extends 'required' | 'none' = 'required',
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  options: Options<C, P, Q, B>,
  respond: (asked: Asked<C, P, Q, B>) => Outcome | Promise<Outcome>,
): Handler {
  return answering(options, async asked => toResponse(await respond(asked), options.status))
}

/** {@link route} for what goes on: the outcome is a stream of server-sent events. */
export function eventRoute<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
>(
  options: Pick<Options<'required', P, Q, undefined>, 'params' | 'query'>,
  respond: (
    asked: Asked<'required', P, Q, undefined>,
  ) => Promise<Outcome<{ events: ReadableStream<Uint8Array> }>>,
): Handler {
  return answering<'required', P, Q, undefined>(options, async asked => {
    // Next answers HEAD with what GET gives, and nobody would ever take this from it.
    if (asked.request.method === 'HEAD') return new Response(null, { headers: eventHeaders })
    const outcome = await respond(asked)
    return outcome.ok
      ? new Response(outcome.events, { headers: eventHeaders })
      : toResponse(outcome)
  })
}

/** no-transform keeps Next, and X-Accel-Buffering nginx, from holding events back until there are many. */
const eventHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
}

function answering<
  C extends 'required' | 'none',
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
>(options: Options<C, P, Q, B>, respond: (asked: Asked<C, P, Q, B>) => Promise<Response>): Handler {
  return async (request, context) => {
    try {
      const asked = await read(options, request, await context.params)
      if (!asked.ok) return toResponse(asked)
      // The schemas were the ones of the options, which is more than the compiler can follow here.
      return await respond(asked.asked as Asked<C, P, Q, B>)
    } catch (error) {
      return toResponse(refusalFor(error) ?? failed(error, request))
    }
  }
}

type AnyOptions = Options<
  'required' | 'none',
  z.ZodType | undefined,
  z.ZodType | undefined,
  z.ZodType | undefined
>

async function read(
  options: AnyOptions,
  request: Request,
  rawParams: unknown,
): Promise<Outcome<{ asked: unknown }>> {
  if (!isOurs(request))
    return refuse('forbidden', 'This was asked from another site, and was not done.')
  const call = options.call === 'none' ? null : await currentCall()
  if (!call && options.call !== 'none') return refuse('signed_out')

  const params = options.params?.safeParse(rawParams)
  if (params?.success === false) return refuse('not_found')
  const query = options.query?.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (query?.success === false) return refuseInvalid(query.error)
  const body = options.body && (await readBody(request, options.body, options))
  if (body?.ok === false) return body

  const at = call?.at ?? new Date()
  const parts = { params: params?.data, query: query?.data, body: body?.value }
  return { ok: true, asked: { call, at, request, ...parts } }
}

/**
 * Whether a request that changes something comes from our own pages. Every browser of today names
 * where such a request comes from; what names nothing is no browser and carries nobody's cookies
 * unasked.
 */
function isOurs({ method, headers }: Request): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  const origin = headers.get('origin')
  if (origin !== null) return isSameHost(origin, headers)
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}

function isSameHost(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  // A proxy in front may have put its own name into Host, and the reader's into the other.
  return host === headers.get('x-forwarded-host') || host === headers.get('host')
}

async function readBody(
  request: Request,
  schema: z.ZodType,
  { limit = defaultLimit, takesFile = false }: Pick<AnyOptions, 'limit' | 'takesFile'>,
): Promise<Outcome<{ value: unknown }>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const isFile = takesFile && type === 'application/octet-stream'
  if (!isFile && type !== 'application/json')
    return refuse('unsupported', 'Send this as application/json.')
  const bytes = await readBytes(request, limit)
  if (!bytes) return refuse('too_large', `Send at most ${limit.toLocaleString('en')} bytes.`)
  const raw = isFile ? { ok: true as const, value: { bytes } } : parseJson(bytes)
  if (!raw.ok) return raw
  const parsed = schema.safeParse(raw.value)
  return parsed.success ? { ok: true, value: parsed.data } : refuseInvalid(parsed.error)
}

/** The body, or null once it is longer than `limit`: the rest is not read. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request.body ?? []) {
    length += part.length
    if (length > limit) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function parseJson(bytes: Uint8Array): Outcome<{ value: unknown }> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (isDeeperThan(value, depthLimit))
      return refuse('invalid', 'This is nested too deeply. Paste it again as plain text.')
    return { ok: true, value }
  } catch {
    return refuse(
      'invalid',
      'This is not JSON in UTF-8, or only a part of it arrived. Send it again.',
    )
  }
}

/** Whether `value` has more than `limit` levels; counted level by level, so that depth costs no stack. */
function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap(each =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    )
  }
  return false
}

function refuseInvalid(error: z.ZodError): Refusal {
  const faults = faultsOf(error)
  return refuse('invalid', faults[0]?.message, faults)
}

/** What we did not expect: the log has it all, and whoever asked has its number. */
function failed(error: unknown, request: Request): Refusal {
  const requestId = randomUUID()
  const path = loggablePath(new URL(request.url).pathname)
  log.error({ err: error, requestId, method: request.method, path }, 'A request failed')
  return refuse(
    'failed',
    `${reasons.failed.words} If it happens again, pass on this number: ${requestId}`,
  )
}

/**
 * The path without what could open a door: the token of an invitation is a part of its address, and
 * works until it is used. Nothing of ours that is long and no id is needed to find what failed.
 */
function loggablePath(pathname: string): string {
  const parts = pathname.split('/')
  return parts.map(part => (part.length < 20 || uuid.test(part) ? part : '[…]')).join('/')
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

function toResponse(outcome: Outcome, status = 200): Response {
  return Response.json(outcome, {
    status: outcome.ok ? status : reasons[outcome.reason].status,
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  })
}
