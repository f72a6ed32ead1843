'use client'

import { useEffect, useState } from 'react'

export const views = { sides: 'Side by side', inline: 'In one text' } as const
export type View = keyof typeof views

const key = 'rubric:comparison-view'

/** How texts are compared, remembered on this computer. */
export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState<View>('sides')
  useEffect(() => {
    if (remembered() === 'inline') setView('inline')
  }, [])
  return [
    view,
    next => {
      setView(next)
      remember(next)
    },
  ]
}

function remembered(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function remember(view: View): void {
  try {
    localStorage.setItem(key, view)
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
