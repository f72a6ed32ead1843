'use client'

import { useMemo, useSyncExternalStore } from 'react'
import {
  attributesOf,
  type Looks,
  looksCookie,
  parseLooks,
  usualLooks,
  writeLooks,
} from '@/components/reading/looks'

/** 400 days: browsers keep no cookie longer. */
const keptFor = 400 * 24 * 3600

const listeners = new Set<() => void>()

/** How the page looks now, and a way to change it: at once, and for the next visits of this browser. */
export function useLooks(): [looks: Looks, set: (change: Partial<Looks>) => void] {
  const written = useSyncExternalStore(subscribe, read, () => writeLooks(usualLooks))
  const looks = useMemo(() => parseLooks(written), [written])
  return [looks, change => write({ ...looks, ...change })]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The server wrote it on the root of the page. */
function read(): string {
  const { theme, text } = document.documentElement.dataset
  return `${theme ?? usualLooks.theme}.${text ?? usualLooks.textSize}`
}

function write(looks: Looks): void {
  for (const [name, value] of Object.entries(attributesOf(looks))) {
    if (value) document.documentElement.setAttribute(name, value)
    else document.documentElement.removeAttribute(name)
  }
  const isSecure = window.location.protocol === 'https:'
  const written = `${looksCookie}=${writeLooks(looks)}`
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing without TLS and in older browsers.
  document.cookie = `${written}; path=/; max-age=${keptFor}; samesite=lax${isSecure ? '; secure' : ''}`
  for (const listener of listeners) listener()
}
