import { createServer } from 'node:http'
import { build } from 'esbuild'
import type { PeerArticle } from '@/tests/bench/editor/peers/page'

/** The page of the peers, on a port of its own. */
export interface PeerServer {
  address: string
  close(): Promise<void>
}

/** Serves `text`, a paragraph for each line, with the peers' script and the notes that they draw. */
export async function servePeers(text: string, article: PeerArticle): Promise<PeerServer> {
  const [script, style] = await bundle()
  const page = pageOf(text, article, style)
  const server = createServer((request, response) => {
    const isScript = request.url === '/peers.js'
    const type = isScript ? 'text/javascript' : 'text/html'
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` })
    response.end(isScript ? script : page)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was free.')
  return {
    address: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((done, fail) => {
        server.close(error => (error ? fail(error) : done()))
        server.closeAllConnections()
      }),
  }
}

async function bundle(): Promise<[script: string, style: string]> {
  const { outputFiles } = await build({
    entryPoints: ['tests/bench/editor/peers/page.ts'],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'peers',
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const ending = (name: string) => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? ''
  return [ending('.js'), ending('.css')]
}

/** The measure and the letters of our editor, so that every page breaks its lines alike. */
const look = `
body { margin: 0 auto; max-width: 39rem; padding: 3rem 0; font: 19px/1.66 Palatino, "P052", Georgia, serif; }
p { margin: 0 0 1.05em; }
mark { background: none; }
.r-true, ::highlight(r-true) { background: #dfeee4; }
.r-mostly-true, ::highlight(r-mostly-true) { background: #e8efd6; }
.r-half, ::highlight(r-half) { background: #f8e9c4; }
.r-mostly-false, ::highlight(r-mostly-false) { background: #f5dfd0; }
.r-false, ::highlight(r-false) { background: #f6d6d4; }
.r-unproven, ::highlight(r-unproven) { background: #d9e5f3; }
.r-not-checkable, ::highlight(r-not-checkable) { background: #e6e4ea; }
.r-none, ::highlight(r-none) { background: #eee; }
::highlight(shown) { background: #d9b46a; }`

function pageOf(text: string, article: PeerArticle, style: string): string {
  const paragraphs = text.split('\n').map(line => `<p>${escaped(line)}</p>`)
  const data = JSON.stringify(article).replaceAll('<', '\\u003c')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Peers</title>
<style>${style}${look}</style>
<div id="text">${paragraphs.join('')}</div>
<script>window.article=${data}</script><script type="module" src="/peers.js"></script></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
