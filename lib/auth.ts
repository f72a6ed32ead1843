import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession, type NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { cache } from 'react'
import type { Reason } from '@/lib/domain/outcomes'
import type { Call } from '@/lib/domain/roles'
import { credentials, networkOf, sessionSeconds } from '@/lib/domain/sessions'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { paths } from '@/lib/paths'
import { checkCredentials, findActor } from '@/lib/services/sessions'

declare module 'next-auth' {
  interface User {
    id: string
    epoch: number
  }
  interface Session {
    user: { id: string; epoch: number; name?: never }
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    epoch?: number
  }
}

// next-auth reads its own address nowhere else.
process.env.NEXTAUTH_URL ??= env.appUrl

export const authOptions: NextAuthOptions = {
  // Read when somebody asks, since building the application needs no secret.
  get secret() {
    return requireSecret()
  },
  // Decides the prefix __Secure- as well: over plain http a browser would refuse such a cookie.
  useSecureCookies: env.appUrl.startsWith('https://'),
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  pages: { signIn: paths.signIn, error: paths.signIn },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      authorize: (input, request) => authorize(input, request.headers?.['x-forwarded-for']),
    }),
  ],
  callbacks: {
    // The cookie names a person and an epoch and says nothing else of them: the rest is read each time.
    jwt: ({ token, user }) => (user ? { sub: user.id, epoch: user.epoch } : token),
    session: ({ session, token }) => ({
      expires: session.expires,
      user: { id: token.sub ?? '', epoch: token.epoch ?? -1 },
    }),
  },
}

/** Who asks, and when; null where nobody is signed in or the session is over. Read once for each request. */
export const currentCall = cache(async (): Promise<Call | null> => {
  const user = await currentUser()
  const actor = user && (await findActor(user.id, user.epoch))
  return actor && { actor, at: new Date() }
})

/** Asks, however much later, whether the session of this request still holds. */
export async function watchSession(): Promise<() => Promise<boolean>> {
  const user = await currentUser()
  return async () => user !== null && (await findActor(user.id, user.epoch)) !== null
}

const currentUser = cache(async () => {
  const session = await getServerSession(authOptions)
  return session?.user?.id ? session.user : null
})

/** The call of a page of the desk; whoever is signed out goes to the door, and from there back to `path`. */
export async function requireCall(path?: string): Promise<Call> {
  const call = await currentCall()
  if (call) return call
  const from = path ?? (await headers()).get('x-path')
  redirect(from ? `${paths.signIn}?${new URLSearchParams({ from })}` : paths.signIn)
}

/** next-auth passes nothing but the message of an error on, so the reason is the message. */
async function authorize(input: unknown, forwardedFor: string | undefined) {
  const parsed = credentials.safeParse(input)
  if (!parsed.success) return null
  const outcome = await checkCredentials(
    { ...parsed.data, network: networkOf(forwardedFor) },
    new Date(),
  ).catch(error => {
    log.error({ err: error }, 'Signing in failed')
    throw new Error('unavailable' satisfies Reason)
  })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.person
}

function requireSecret(): string {
  if (!env.authSecret)
    throw new Error('AUTH_SECRET is not set. Start Rubric with npm start, which makes one.')
  return env.authSecret
}
