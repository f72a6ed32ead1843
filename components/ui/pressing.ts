let isPressed = false

/** Whether a pointer is down is known from here on. */
export function watchPresses(): void {
  // The same listener is added only once.
  document.addEventListener('pointerdown', pressed, true)
  document.addEventListener('pointerup', released, true)
  document.addEventListener('pointercancel', released, true)
}

/**
 * Runs `act` at once, or after the press that is under way. Leaving a field by pressing a button may say
 * what is wrong with the field, which moves the button from under the pointer: the press would be lost.
 */
export function afterPress(act: () => void): void {
  if (!isPressed) {
    act()
    return
  }
  const end = () => {
    document.removeEventListener('pointerup', end)
    document.removeEventListener('pointercancel', end)
    // The click comes between the release and this.
    setTimeout(act)
  }
  document.addEventListener('pointerup', end)
  document.addEventListener('pointercancel', end)
}

/** The same once a field is left: a press on its own label gives it the focus back, and then nothing is done. */
export function afterLeaving(field: Element, act: () => void): void {
  afterPress(() => {
    if (document.activeElement !== field) act()
  })
}

function pressed(): void {
  isPressed = true
}

function released(): void {
  isPressed = false
}
