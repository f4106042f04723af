// The window passes from one person to another: it goes blank at once and is made anew, so that nothing of the one is left.
import { hideEvent, leavePage } from '../../hide.ts'

export function startAnew(): void {
  document.documentElement.dataset['hidden'] = ''
  window.dispatchEvent(new Event(hideEvent))
  leavePage()
}
