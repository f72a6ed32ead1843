import { type NextRequest, NextResponse } from 'next/server'

/**
 * Sets the headers of every page that Next renders, above all a Content-Security-Policy (level 3) with a
 * nonce of its own for each request. It guards nothing: permission is asked in the services.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = policyWith(nonce)
  const headers = new Headers(request.headers)
  // Next puts the nonce of this header on its own scripts.
  headers.set('content-security-policy', policy)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

/** All but the API, the built files and what readers get: those have stricter policies of their own, or no page. */
export const config = {
  matcher: [
    '/((?!(?:api|_next|checks|styles)(?:/|$)|(?:claims|corrections|about|icon\\.svg|favicon\\.ico)?$).*)',
  ],
}

function policyWith(nonce: string): string {
  // React's refresh in development compiles code in the browser.
  const development = process.env.NODE_ENV === 'development'
  const directives = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'style-src': development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    // ProseMirror and React set a few style attributes; they run nothing, but could cover or hide: what is imported keeps no style.
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'frame-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  }
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
