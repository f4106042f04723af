// The way out: the archive closes, the session is wiped, the window's folder emptied, and only then the program ends.
import type { App, Event } from 'electron'

export interface Leaving {
  closeArchive(): Promise<void>
  wipeSession(): Promise<void>
  emptyFolder(): void
}

/** Each step is tried even where the one before it failed. */
export function leaveClean(app: Pick<App, 'on' | 'exit' | 'quit'>, leaving: Leaving): void {
  let begun = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event: Event) => {
    event.preventDefault()
    if (begun) return
    begun = true
    void Promise.resolve()
      .then(() => leaving.closeArchive())
      .catch(() => undefined)
      .then(() => leaving.wipeSession())
      .catch(() => undefined)
      .then(() => leaving.emptyFolder())
      .catch(() => undefined)
      .finally(() => app.exit(0))
  })
}
