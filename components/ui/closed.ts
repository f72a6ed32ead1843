import type { SyntheticEvent } from 'react'

/** Whether a dialog that tells of its closing is still closed: it is told with the next frame, when a key may have opened it again. */
export function isClosed({ currentTarget }: SyntheticEvent<HTMLDialogElement>): boolean {
  return !currentTarget.open
}
