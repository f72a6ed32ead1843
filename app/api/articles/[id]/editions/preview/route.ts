import { currentCall } from '@/lib/auth'
import { previewRequest } from '@/lib/domain/editions'
import { type Outcome, reasons, refuse } from '@/lib/domain/outcomes'
import type { Call } from '@/lib/domain/roles'
import { log } from '@/lib/log'
import { previewEdition } from '@/lib/services/editions'
import { refusalFor } from '@/lib/services/failures'
import { previewOf } from '@/lib/site/preview'

/** 1 MiB: a hundred corrections of full length, percent-encoded. */
const limit = 1024 * 1024

/**
 * The page as it would be, for the frame on the desk's publish page. It is asked for by a form whose
 * target is the frame, and so answers with a document and not with JSON. It changes nothing.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const call = await currentCall()
    const { id } = await params
    const outcome = call ? await preview(call, id, request) : refuse('signed_out')
    if (outcome.ok) return toDocument(outcome.html, 200)
    return toDocument(sayingWhy(outcome.message), reasons[outcome.reason].status)
  } catch (error) {
    const refusal = refusalFor(error)
    if (!refusal) log.error({ err: error }, 'A preview failed')
    return toDocument(sayingWhy('The preview could not be made.'), refusal ? 503 : 500)
  }
}

async function preview(
  call: Call,
  articleId: string,
  request: Request,
): Promise<Outcome<{ html: string }>> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= limit)) return refuse('too_large')
  const parsed = previewRequest.safeParse(await readForm(request))
  if (!parsed.success) return refuse('invalid')
  const outcome = await previewEdition(call, articleId, parsed.data)
  return outcome.ok ? { ok: true, html: previewOf(outcome.files) } : outcome
}

async function readForm(request: Request): Promise<unknown> {
  try {
    return JSON.parse(String((await request.formData()).get('request')))
  } catch {
    return null
  }
}

/** The frame has an origin of its own (sandbox), so that nothing in it can reach the desk. */
function toDocument(html: string, status: number): Response {
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    },
  })
}

function sayingWhy(words: string): string {
  const escaped = words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return `<!doctype html><html lang="en"><title>Preview</title><p>${escaped}</p></html>`
}
