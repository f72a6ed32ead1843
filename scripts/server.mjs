// The server of `npm start`: Next, behind what decides whose word is taken for where a request comes
// from. Plain JavaScript, because nothing should stand between Next and Node.
import { createServer } from 'node:http'
import next from 'next'
import { endStreams, keepStreams } from './event-streams.mjs'
import { nameClient } from './forwarded.mjs'
import { sendStored } from './stored.mjs'

const port = Number(process.env.PORT)
const proxies = Number(process.env.RUBRIC_PROXIES)

const application = next({ dev: false, port })
await application.prepare()
const handle = application.getRequestHandler()

const server = createServer((request, response) => {
  nameClient(request.headers, request.socket.remoteAddress, proxies)
  sendStored(request, response)
  keepStreams(response)
  handle(request, response)
})
// A proxy keeps its connections for a minute or so; one that we close first it may just be using.
server.keepAliveTimeout = 75_000
server.listen(port)

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    server.close(() => process.exit(0))
    endStreams()
    server.closeIdleConnections()
    // Nine seconds for requests under way: a second before whoever started us loses patience.
    setTimeout(() => process.exit(0), 9_000).unref()
  })
