// The small window that records. It is there while a take is under way, whatever becomes of the window with the archive.
import type { BrowserWindow, BrowserWindowConstructorOptions, PowerSaveBlocker, Session } from 'electron'
import { recorderAddress } from './addresses.ts'
import type { ArchiveHandle } from './archive-process.ts'
import { windowOptions } from './window.ts'

/** The name under which its preload is given its one port. */
export const recorderPortName = 'firsthand:recorder'

/** How long it may stay after the take has stopped, saying what was kept. It can be closed at once. */
export const staysMs = 2 * 60_000

/** As hardened as the window itself, but small, in sight, and never slowed down for being behind another one. */
export function recorderWindowOptions(
  session: Session,
  preload: string,
  packaged: boolean,
): BrowserWindowConstructorOptions {
  const { webPreferences, ...options } = windowOptions(session, preload, packaged)
  return {
    ...options,
    width: 460,
    height: 760,
    minWidth: 320,
    minHeight: 360,
    alwaysOnTop: true,
    webPreferences: { ...webPreferences, backgroundThrottling: false, autoplayPolicy: 'no-user-gesture-required' },
  }
}

export interface RecorderWindows {
  /** A take is under way, or no more. */
  take(underWay: boolean): void
  /** The program ends: the window does not keep it from it, and does not come again. What is kept is kept. */
  leave(): void
}

interface Around {
  readonly create: () => BrowserWindow
  readonly archive: Pick<ArchiveHandle, 'attachRecorder'>
  readonly blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>
  /** The microphone is for its page from now on, or no more. */
  readonly onMicrophone: (isOn: boolean) => void
}

/** Makes it when a take begins, makes it anew where its page crashed, and lets it go when the take has stopped. */
export function keepRecorderWindow({ create, archive, blocker, onMicrophone }: Around): RecorderWindows {
  let isUnderWay = false
  let current: BrowserWindow | undefined
  let awake: number | undefined
  let staying: NodeJS.Timeout | undefined
  let isLeaving = false

  function open(): void {
    clearTimeout(staying)
    if (current !== undefined) return current.show()
    const made = create()
    current = made
    made.setContentProtection(true)
    made.setMenuBarVisibility(false)
    made.on('page-title-updated', (event) => event.preventDefault())
    made.webContents.on('dom-ready', () =>
      made.webContents.postMessage(recorderPortName, null, [archive.attachRecorder()]),
    )
    made.webContents.on('will-prevent-unload', (event) => {
      if (isLeaving) event.preventDefault()
    })
    made.webContents.on('render-process-gone', () => made.destroy())
    made.once('closed', () => {
      if (current === made) current = undefined
      // NOTE: what is kept is kept; a take that goes on needs somebody who can hear, pause and stop it.
      if (isUnderWay && !isLeaving) open()
    })
    made.once('ready-to-show', () => made.show())
    void made.loadURL(recorderAddress)
  }

  return {
    take(underWay) {
      if (underWay === isUnderWay) return
      isUnderWay = underWay
      onMicrophone(underWay)
      if (underWay) {
        awake ??= blocker.start('prevent-app-suspension')
        open()
        return
      }
      if (awake !== undefined) blocker.stop(awake)
      awake = undefined
      const left = current
      staying = setTimeout(() => left?.destroy(), staysMs)
    },
    leave() {
      isLeaving = true
      clearTimeout(staying)
    },
  }
}
