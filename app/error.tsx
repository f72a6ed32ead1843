'use client'

import { Say } from '@/components/ui/say'

export default function PageError({ reset }: { reset: () => void }) {
  return (
    <Say title="This page could not be made" action={{ label: 'Try again', onClick: reset }}>
      Something went wrong on our side. Nothing that was saved is lost. If it happens again, tell
      whoever runs Rubric when it was.
    </Say>
  )
}
