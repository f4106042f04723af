// What must be done before the page goes: by hiding, locking, closing, or being put away by the system.
import { hideEvent } from './hide.ts'

/** `work` is begun at once each time; a page that is going cannot be waited for. Gives back how to stop. */
export function beforeLeaving(work: () => Promise<unknown>): () => void {
  const begin = (): void => void work().catch(() => undefined)
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') begin()
  }
  window.addEventListener(hideEvent, begin)
  window.addEventListener('pagehide', begin)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    window.removeEventListener(hideEvent, begin)
    window.removeEventListener('pagehide', begin)
    document.removeEventListener('visibilitychange', hidden)
  }
}
