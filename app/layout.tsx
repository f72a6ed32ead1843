import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@/lib/site/styles/tokens.css'
import '@/lib/site/styles/base.css'

export const metadata: Metadata = {
  title: { template: '%s · Rubric', default: 'Rubric' },
  description: 'A fact-check annotation editor for newsrooms.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f4f2ec' },
    { media: '(prefers-color-scheme: dark)', color: '#121110' },
  ],
}

// The nonce of the Content-Security-Policy is new for each request, so no page is made in advance.
export const dynamic = 'force-dynamic'

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
