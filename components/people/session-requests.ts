import { type Outcome, refuse } from '@/lib/domain/outcomes'
import { signInRefused, signInThrottled } from '@/lib/domain/sessions'
import { paths } from '@/lib/paths'

/**
 * Signing in and out from the browser. next-auth's own browser functions send the visitor to an
 * error page when there is no connection, and what was typed would be gone; these answer instead.
 */
export async function signIn(email: string, password: string): Promise<Outcome> {
  const answer = await post(paths.api.signIn, { email, password })
  if (!answer) return refuse('unreachable', noConnection)
  if (answer.searchParams.has('csrf')) return refuse('forbidden', noCookies)
  const reason = answer.searchParams.get('error')
  return reason ? refusalOf(reason) : { ok: true }
}

/** Ends the session of this browser only. */
export async function signOut(): Promise<Outcome> {
  const answer = await post(paths.api.signOut, {})
  return answer ? { ok: true } : refuse('unreachable', 'No connection. You are still signed in.')
}

const noConnection = 'No connection. Nothing was sent; try again in a moment.'
const noCookies =
  'This browser did not keep the cookie that signs you in. Allow cookies for this site and try again.'

function refusalOf(reason: string): Outcome {
  switch (reason) {
    case 'throttled':
      return refuse('throttled', signInThrottled)
    case 'unavailable':
      return refuse('unavailable', 'The database does not answer. Try again in a moment.')
    default:
      return refuse('invalid', signInRefused)
  }
}

/** Posts a form to next-auth, which answers with an address whose query says how it went. */
async function post(path: string, fields: Record<string, string>): Promise<URL | null> {
  try {
    const { csrfToken } = (await (await fetch(paths.api.csrf)).json()) as { csrfToken: string }
    const response = await fetch(path, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
    })
    const { url } = (await response.json()) as { url: string }
    return new URL(url, window.location.origin)
  } catch {
    return null
  }
}
