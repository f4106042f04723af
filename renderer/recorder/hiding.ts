// Hide now reaches the recorder's window too: it becomes an empty sheet, and comes back once the archive was opened again.

/** At the end of the address, so that a window that is loaded again stays hidden. They say nothing to whoever reads them. */
const marks = { open: '#1', locked: '#2' } as const

export type Hiding = 'no' | keyof typeof marks

export function hidingNow(hash: string = location.hash): Hiding {
  if (hash === marks.open) return 'open'
  return hash === marks.locked ? 'locked' : 'no'
}

/**
 * What becomes of it when the archive is open or locked: hidden while it is still open, it waits for the lock; locked, it
 * waits for the opening.
 */
export function hidingAfter(hiding: Hiding, isOpen: boolean): Hiding {
  if (hiding === 'open' && !isOpen) return 'locked'
  return hiding === 'locked' && isOpen ? 'no' : hiding
}

export function rememberHiding(hiding: Hiding): void {
  history.replaceState(null, '', hiding === 'no' ? location.pathname : marks[hiding])
}
