'use client'

import { useSyncExternalStore } from 'react'

/** The platform's name is deprecated and has no successor in Firefox and Safari. */
export function isMac(): boolean {
  return /^(Mac|iP)/.test(navigator.platform)
}

/** The same while rendering; a server does not know it. */
export function useIsMac(): boolean {
  return useSyncExternalStore(neverChanges, isMac, () => false)
}

function neverChanges(): () => void {
  return () => {}
}

/** A key as it is written on the keyboards of the platform. */
export function nameOfKey(key: string, isOnMac: boolean): string {
  return key === 'Ctrl' && isOnMac ? 'Cmd' : key
}

/** The same shortcut as assistive technology is told of it (aria-keyshortcuts). */
export function shortcutOf(keys: string, isOnMac: boolean): string {
  return isOnMac ? keys.replace('Control', 'Meta') : keys
}
