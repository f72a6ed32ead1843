'use client'

import { useSyncExternalStore } from 'react'
import { takesLetters } from '@/components/ui/letter-keys'

/** Forms of a note that are sent by themselves: a wish for changes, the reason of a retiring. */
export const ownForms = '.review form, .settle form'

/**
 * Where somebody writes: in a `field` of a note that the page's history follows, in a text of its `own`
 * there, in a `form` that is sent by itself, in a `remark`, in what is looked for (`find`), or `elsewhere`.
 */
export type WritingPlace = 'field' | 'own' | 'form' | 'remark' | 'find' | 'elsewhere'

/** The same for the field that has the focus; null where none has, or the article. */
export function useWritingPlace(): WritingPlace | null {
  return useSyncExternalStore(
    subscribe,
    () => placeOf(document.activeElement),
    () => null,
  )
}

function placeOf(target: Element | null): WritingPlace | null {
  if (!(target instanceof HTMLElement) || !takesLetters(target) || target.closest('#text'))
    return null
  if (target.closest('.find')) return 'find'
  if (target.closest('.t-new')) return 'remark'
  if (!target.closest('.open')) return 'elsewhere'
  if (target.closest(ownForms)) return 'form'
  return target.closest('[data-part]') && !target.closest('form') ? 'field' : 'own'
}

function subscribe(listener: () => void): () => void {
  // From field to field the next one says so.
  const left = ({ relatedTarget }: FocusEvent) => relatedTarget === null && listener()
  document.addEventListener('focusin', listener)
  document.addEventListener('focusout', left)
  return () => {
    document.removeEventListener('focusin', listener)
    document.removeEventListener('focusout', left)
  }
}
