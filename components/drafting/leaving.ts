/** What of a link and of a press on it says where it leads. */
type Link = Pick<HTMLAnchorElement, 'href' | 'target' | 'download'>
type Press = Pick<MouseEvent, 'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/**
 * Whether a press on a link takes this page away without the browser's own question, which it asks
 * only where the other page is not ours.
 */
export function leadsAway({ href, target, download }: Link, press: Press, here: string): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = press
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return false
  if (download !== '' || (target !== '' && target !== '_self')) return false
  const [to, from] = [new URL(href, here), new URL(here)]
  if (to.origin !== from.origin) return false
  return to.pathname !== from.pathname || to.search !== from.search
}
