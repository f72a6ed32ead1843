const lettersOff = 'rubric:letters-off'

/** Whether single letters act as keys; somebody who dictates can switch them off. */
export function hasLetterKeys(): boolean {
  try {
    return !localStorage.getItem(lettersOff)
  } catch {
    return true
  }
}
