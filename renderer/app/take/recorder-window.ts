// Opens the small window that records. In Electron main does it by itself, when the archive says that a take is under way.
import { inWindow } from '../port.ts'

/** NOTE: one name, so that there is never a second one. */
const name = 'firsthand-recorder'

/** Whether it is there now. A browser may keep it from opening, where it is not opened by a press. */
export function openRecorderWindow(): boolean {
  if (inWindow()) return true
  const opened = window.open('/recorder.html', name, 'popup,width=460,height=760')
  opened?.focus()
  return opened !== null
}
