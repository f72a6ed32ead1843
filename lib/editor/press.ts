/**
 * Whether somebody has the mouse, a pen or a finger down on an element. A browser lets the words go that
 * are being selected where the text below is drawn anew, so what is not asked for has to wait.
 */
export class Press {
  readonly #element: HTMLElement
  #isHeld = false
  #waiting: (() => void) | null = null

  constructor(element: HTMLElement) {
    this.#element = element
    element.addEventListener('pointerdown', this.#press)
    for (const end of ends) element.ownerDocument.addEventListener(end, this.#release)
  }

  /** Does `act` once the press is over, and nothing that waited before; false where there is none to wait for. */
  wait(act: () => void): boolean {
    this.#waiting = this.#isHeld ? act : null
    return this.#isHeld
  }

  stop(): void {
    this.#waiting = null
    this.#element.removeEventListener('pointerdown', this.#press)
    for (const end of ends) this.#element.ownerDocument.removeEventListener(end, this.#release)
  }

  readonly #press = ({ button }: PointerEvent) => {
    if (button === 0) this.#isHeld = true
  }

  readonly #release = () => {
    this.#isHeld = false
    // What is selected is known only after the event.
    setTimeout(() => {
      if (this.#isHeld) return
      this.#waiting?.()
      this.#waiting = null
    })
  }
}

const ends = ['pointerup', 'pointercancel'] as const
