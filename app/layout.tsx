import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { attributesOf, type Looks, looksCookie, parseLooks } from '@/components/reading/looks'
import '@/lib/site/styles/tokens.css'
import '@/lib/site/styles/base.css'
// Of error.tsx and not-found.tsx, whose styles every page would otherwise fetch apart and not use.
import '@/components/ui/say.css'

export const metadata: Metadata = {
  title: { template: '%s · Rubric', default: 'Rubric' },
  description: 'A fact-check annotation editor for newsrooms.',
}

/** The desk's own colours (--desk), for the browser's frame around the page. */
const frameColors = { light: '#f4f2ec', dark: '#121110' }

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await findLooks()
  if (theme !== 'system') return { themeColor: frameColors[theme] }
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: frameColors.light },
      { media: '(prefers-color-scheme: dark)', color: frameColors.dark },
    ],
  }
}

// The nonce of the Content-Security-Policy is new for each request, so no page is made in advance.
export const dynamic = 'force-dynamic'

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" {...attributesOf(await findLooks())}>
      <body>{children}</body>
    </html>
  )
}

/** What this browser asked for, read here so that the first colour it shows is the right one. */
async function findLooks(): Promise<Looks> {
  return parseLooks((await cookies()).get(looksCookie)?.value)
}
