// What locks the archive without anybody asking: the machine's own lock, sleep, another person's turn, a window put away.
import type { BrowserWindow, PowerMonitor } from 'electron'

/** A window put away for this long counts as left: five minutes. */
export const minimisedLimit = 5 * 60_000

export function lockWithMachine(monitor: Pick<PowerMonitor, 'on'>, lock: () => void): void {
  monitor.on('lock-screen', lock)
  monitor.on('suspend', lock)
  monitor.on('shutdown', lock)
  monitor.on('user-did-resign-active', lock)
}

export function lockWithWindow(window: Pick<BrowserWindow, 'on'>, lock: () => void): void {
  let away: NodeJS.Timeout | undefined
  const back = (): void => clearTimeout(away)
  const gone = (): void => {
    clearTimeout(away)
    away = setTimeout(lock, minimisedLimit)
  }
  window.on('minimize', gone)
  window.on('hide', gone)
  window.on('restore', back)
  window.on('show', back)
  window.on('closed', back)
  window.on('close', lock)
}
