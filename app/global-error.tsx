'use client'

import { Say } from '@/components/ui/say'
import '@/lib/site/styles/tokens.css'
import '@/lib/site/styles/base.css'

export default function ApplicationError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <Say
          title="Rubric could not start this page"
          action={{ label: 'Try again', onClick: reset }}
        >
          Something went wrong on our side. Nothing that was saved is lost.
        </Say>
      </body>
    </html>
  )
}
