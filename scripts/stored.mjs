/**
 * Lets a route answer with bytes that were compressed beforehand. Next removes Content-Encoding and
 * Content-Length from what a route handler gives (it cannot know whether a body was fetched and decoded
 * on the way), so such an answer names both in X-Stored, "br 5210" or "identity 34273", and here they
 * become what a reader gets. The request says that this is understood: without this server, as under
 * `next dev`, nothing is answered compressed.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function sendStored(request, response) {
  request.headers['x-stored'] = 'understood'
  const writeHead = response.writeHead
  response.writeHead = function (...head) {
    const stored = String(this.getHeader('x-stored') ?? '')
    const [, encoding, length] = /^(br|identity) (\d+)$/.exec(stored) ?? []
    this.removeHeader('x-stored')
    if (encoding === 'br') this.setHeader('content-encoding', encoding)
    if (length) this.setHeader('content-length', length)
    return writeHead.apply(this, head)
  }
}
