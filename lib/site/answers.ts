/** What is given to a reader: stored bytes, or a page made for this request. */
export interface Answerable {
  status: number
  contentType: string
  body: Uint8Array | string
  /** Brotli of the body, where it was made beforehand. */
  brotli: Uint8Array | null
  /** SHA-256 (hex) of the body. */
  hash: string
  keep: keyof typeof cacheRules
  /** Whether a page of another site may read it. */
  isOpen?: boolean
}

/**
 * How long what may be kept. A page is asked for anew each time, which costs a 304 where nothing has
 * changed: a withdrawal or a correction must reach the next reader. A stylesheet is named by what is
 * in it, and good for the year that HTTP caches count as for ever.
 */
const cacheRules = {
  page: 'public, max-age=0, must-revalidate',
  forever: 'public, max-age=31536000, immutable',
} as const

/**
 * Nothing runs, nothing is fetched but our own stylesheet and pictures, no frame around it, forms go
 * to this site only (Content Security Policy Level 3). JSON-LD is data and not subject to it.
 */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The response to `request`: 304 where the reader has these bytes already (RFC 9110, 13.1.2), brotli
 * where it is stored and understood, no body for HEAD. Each encoding has a strong entity tag of its own.
 */
export function answer(request: Request, file: Answerable): Response {
  // Only our own server can send what is compressed already: see scripts/stored.mjs.
  const isUnderstood = request.headers.get('x-stored') === 'understood'
  const takesStored = isUnderstood && takesBrotli(request.headers.get('accept-encoding'))
  const brotli = takesStored ? file.brotli : null
  const tag = brotli ? `"${file.hash}-br"` : `"${file.hash}"`
  const headers = new Headers({
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    // no-transform: whoever compresses on the way would send other bytes under the same strong tag.
    'cache-control': `${cacheRules[file.keep]}, no-transform`,
    vary: 'Accept-Encoding',
    etag: tag,
    ...(file.isOpen && { 'access-control-allow-origin': '*' }),
  })
  if (file.status === 200 && hasTag(request.headers.get('if-none-match'), file.hash))
    return new Response(null, { status: 304, headers })

  const body = brotli ?? encoded(file.body)
  headers.set('content-type', file.contentType)
  if (isUnderstood) headers.set('x-stored', `${brotli ? 'br' : 'identity'} ${body.byteLength}`)
  return new Response(request.method === 'HEAD' ? null : Uint8Array.from(body), {
    status: file.status,
    headers,
  })
}

/** Whether "br" is in the list and not refused by a weight of 0. */
function takesBrotli(accepted: string | null): boolean {
  return (accepted ?? '').split(',').some(each => {
    const [coding, weight] = each.split(';').map(part => part.trim().toLowerCase())
    return coding === 'br' && !/^q=0(\.0*)?$/.test(weight ?? '')
  })
}

/** Compared weakly, as If-None-Match asks for, and whichever encoding the reader has. */
function hasTag(field: string | null, hash: string): boolean {
  if (field === null) return false
  if (field.trim() === '*') return true
  return field
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, ''))
    .some(tag => tag === `"${hash}"` || tag === `"${hash}-br"`)
}

const encoded = (body: Uint8Array | string) =>
  typeof body === 'string' ? new TextEncoder().encode(body) : body
