import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { endStreams, keepStreams } from '@/scripts/event-streams.mjs'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

it('cuts streams of events off when the server stops, and lets other answers end', async () => {
  let finish = () => {}
  server = createServer((asked, response) => {
    keepStreams(response)
    const type = asked.url === '/live' ? 'text/event-stream; charset=utf-8' : 'text/plain'
    response.setHeader('content-type', type)
    response.write('begun ')
    if (asked.url === '/page') finish = () => response.end('ended')
  })
  await new Promise<void>(done => server?.listen(0, done))
  const { port } = server.address() as AddressInfo

  const [stream, page] = [begin(port, '/live'), begin(port, '/page')]
  await Promise.all([stream.begun, page.begun])
  endStreams()
  expect(await stream.whole).toBe('cut off')
  finish()
  expect(await page.whole).toBe('begun ended')
})

/** Asks, and says when the first words came and how it ended. */
function begin(port: number, path: string) {
  let hasBegun = () => {}
  const begun = new Promise<void>(done => {
    hasBegun = done
  })
  const whole = new Promise<string>(done => {
    request({ port, path }, response => {
      let said = ''
      response.on('data', chunk => {
        said += String(chunk)
        hasBegun()
      })
      response.on('end', () => done(said))
      response.on('error', () => done('cut off'))
    }).end()
  })
  return { begun, whole }
}
