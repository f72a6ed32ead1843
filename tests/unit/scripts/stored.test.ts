import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { sendStored } from '@/scripts/stored.mjs'

it.each<[string, string | undefined, Uint8Array, string | null]>([
  ['names the encoding of stored brotli', 'br', brotliCompressSync('hello'), 'br'],
  ['names no encoding for plain bytes', 'identity', Buffer.from('hello'), null],
  ['leaves other answers alone', undefined, Buffer.from('hello'), null],
  ['does not pass on what it does not know', 'gzip', Buffer.from('hello'), null],
])('%s', async (_name, coding, body, encoding) => {
  const response = await ask((_request, answer) => {
    if (coding) answer.setHeader('x-stored', `${coding} ${body.byteLength}`)
    answer.end(body)
  })
  expect(response.headers.get('content-encoding')).toBe(encoding)
  expect(response.headers.get('x-stored')).toBeNull()
  expect(await response.text()).toBe('hello')
})

it('tells the application that it is understood, whatever the reader said', async () => {
  const response = await ask(
    (request, answer) => {
      answer.end(String(request.headers['x-stored']))
    },
    { 'x-stored': 'made up' },
  )
  expect(await response.text()).toBe('understood')
})

async function ask(handle: RequestListener, headers: Record<string, string> = {}) {
  const server = createServer((request, response) => {
    sendStored(request, response)
    handle(request, response)
  }).listen(0)
  try {
    const { port } = server.address() as AddressInfo
    const response = await fetch(`http://localhost:${port}/`, { headers })
    const copy = new Response(await response.arrayBuffer(), { headers: response.headers })
    return copy
  } finally {
    server.close()
  }
}
