const lettersOff = 'rubric:letters-off'

/** Whether single letters act as keys; somebody who dictates can switch them off. */
export function hasLetterKeys(): boolean {
  try {
    return !localStorage.getItem(lettersOff)
  } catch {
    return true
  }
}

export function setLetterKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(lettersOff)
    else localStorage.setItem(lettersOff, 'yes')
  } catch {
    // A browser that keeps nothing has them on again next time.
  }
}

/** Whether what has the focus takes letters as words. */
export function takesLetters(target: HTMLElement): boolean {
  return (
    target.isContentEditable ||
    target.matches('input:not([type=radio], [type=checkbox]), textarea, select')
  )
}
