// Hide now: an empty sheet at once, then silence, then the keys are dropped, then the page goes, with all that it held.
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { sayBeside } from './beside.ts'

/** Fired on window; whatever plays sound in its own way stops when it hears it. */
export const hideEvent = 'firsthand:hide'

/** At the end of the address of a page that begins as the empty sheet. It says nothing to whoever reads it. */
const sheetMark = '#1'
/** How long the keys may take to go before the page goes anyway. */
const patience = 3_000

export async function hideNow(archive: ArchiveClient): Promise<void> {
  sayBeside({ kind: 'hide' })
  rememberHidden()
  stayHidden()
  await lockNow(archive)
}

/** The same without the sheet: the door follows at once. */
export async function lockNow(archive: ArchiveClient): Promise<void> {
  document.documentElement.dataset['hidden'] = ''
  for (const sounding of document.querySelectorAll<HTMLMediaElement>('audio, video')) {
    sounding.pause()
    sounding.removeAttribute('src')
    sounding.load()
  }
  window.dispatchEvent(new Event(hideEvent))
  const locked = archive.door.lock({}).catch(() => {})
  await Promise.race([locked, new Promise((resolve) => setTimeout(resolve, patience))])
  leavePage()
}

/** A fresh page in the place of this one: nothing that was shown stays in memory. */
export function leavePage(): void {
  location.reload()
}

/** Whether the page was hidden and nobody has opened it since. */
export const isHidden = (): boolean => location.hash === sheetMark

/** NOTE: Back would take the mark from the address, and a page loaded anew would then begin at the door. */
export function stayHidden(): () => void {
  const mark = (): void => rememberHidden()
  window.addEventListener('popstate', mark)
  return () => window.removeEventListener('popstate', mark)
}

export function forgetHidden(): void {
  history.replaceState(null, '', location.pathname)
}

function rememberHidden(): void {
  history.replaceState(null, '', sheetMark)
}
