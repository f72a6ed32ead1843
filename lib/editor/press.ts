/**
 * Whether somebody has the mouse, a pen or a finger down. Below a press nothing may move: a browser lets
 * words go that are being selected where the text is drawn anew, and a button that is no longer under the
 * pointer when it is let go was not pressed.
 */
export class Press {
  readonly #place: Document | HTMLElement
  readonly #page: Document
  readonly #over: () => void
  /** The pointers that are down; two fingers are one press. */
  readonly #held = new Set<number>()
  readonly #waiting: (() => void)[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Of presses that begin in `place`; `over` is called after each, once its click has come. */
  constructor(place: Document | HTMLElement, over: () => void = () => {}) {
    this.#place = place
    this.#page = place.ownerDocument ?? (place as Document)
    this.#over = over
    // Before whatever a press does elsewhere, such as taking the focus from a field.
    place.addEventListener('pointerdown', this.#begin, true)
  }

  get isHeld(): boolean {
    return this.#held.size > 0
  }

  /** Does `act` at once, or after the press that is under way. */
  after(act: () => void): void {
    if (this.isHeld) this.#waiting.push(act)
    else act()
  }

  /** Nothing is called any more. */
  stop(): void {
    this.#waiting.length = 0
    this.#place.removeEventListener('pointerdown', this.#begin, true)
    this.#letGo()
    clearTimeout(this.#timer)
  }

  readonly #begin = (event: Event) => {
    const { button, pointerId } = event as PointerEvent
    if (button !== 0) return
    this.#held.add(pointerId)
    for (const end of ends) this.#page.addEventListener(end, this.#end, true)
    this.#page.addEventListener('pointermove', this.#move, true)
    this.#page.defaultView?.addEventListener('blur', this.#endAll)
  }

  readonly #end = (event: Event) => {
    if (this.#held.delete((event as PointerEvent).pointerId) && !this.isHeld) this.#endAll()
  }

  /** It was let go where nobody told us: outside of the window, or below a menu of the system. */
  readonly #move = (event: Event) => {
    if ((event as PointerEvent).buttons === 0) this.#end(event)
  }

  readonly #endAll = () => {
    this.#letGo()
    clearTimeout(this.#timer)
    // The click, and what is selected by it, come between the release and this.
    this.#timer = setTimeout(() => {
      if (this.isHeld) return
      for (const act of this.#waiting.splice(0)) act()
      this.#over()
    })
  }

  #letGo(): void {
    this.#held.clear()
    for (const end of ends) this.#page.removeEventListener(end, this.#end, true)
    this.#page.removeEventListener('pointermove', this.#move, true)
    this.#page.defaultView?.removeEventListener('blur', this.#endAll)
  }
}

const ends = ['pointerup', 'pointercancel'] as const
