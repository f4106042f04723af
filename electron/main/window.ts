// The window: its page can do nothing but draw and talk through the one port it is given. At lock it is destroyed.
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron'
import { doorAddress, sheetAddress } from './addresses.ts'
import type { ArchiveHandle } from './archive-process.ts'
import { lockWithWindow } from './lock-watch.ts'
import type { PageMenu } from './menu-of-page.ts'

/** The title is the same for every archive and story: task bars, switchers and screenshots show titles. */
export const windowTitle = 'Firsthand'

/** The name under which the preload is given the page's two ports: the archive's and the menu's. */
export const portName = 'firsthand:port'

export function windowOptions(session: Session, preload: string, packaged: boolean): BrowserWindowConstructorOptions {
  return {
    title: windowTitle,
    width: 1280,
    height: 860,
    minWidth: 420,
    minHeight: 480,
    show: false,
    // The bar of the menu comes with Alt, where there is one in the window.
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      v8CacheOptions: 'none',
      devTools: !packaged,
    },
  }
}

/**
 * Dresses a fresh window and loads the door; every page that loads gets ports of its own.
 * NOTE: content protection keeps the window out of screenshots on Windows and out of older capture on macOS; it does
 * nothing on Linux, and newer capture on macOS ignores it.
 */
export function dressWindow(window: BrowserWindow, archive: ArchiveHandle, menu: PageMenu, address: string): void {
  window.setContentProtection(true)
  window.setMenuBarVisibility(false)
  window.on('page-title-updated', (event) => event.preventDefault())
  lockWithWindow(window, () => archive.lock())
  window.webContents.on('dom-ready', () =>
    window.webContents.postMessage(portName, null, [archive.attach(), menu.attach()]),
  )
  window.webContents.on('render-process-gone', () => {
    archive.lock()
    window.destroy()
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(address)
}

export interface Windows {
  open(): void
  /** The old window is destroyed with everything its page still held; a new one begins as the empty sheet. */
  replace(): void
  /** The same for somebody else at an archive that stays open: the new one begins at the door, which is open. */
  renew(): void
  /** Brings it to the front; one that was closed while a recording went on comes anew. */
  focus(): void
}

/** Keeps the one window there is. */
export function keepOneWindow(create: (address: string) => BrowserWindow): Windows {
  let current: BrowserWindow | undefined
  const open = (address: string): void => {
    const made = create(address)
    current = made
    made.once('closed', () => {
      if (current === made) current = undefined
    })
  }
  const makeAnew = (address: string): void => {
    const old = current
    if (old === undefined) return
    // NOTE: the new one first: an app without a window would quit.
    open(address)
    old.destroy()
  }
  return {
    open: () => open(doorAddress),
    replace: () => makeAnew(sheetAddress),
    renew: () => makeAnew(doorAddress),
    focus() {
      if (current === undefined) return open(doorAddress)
      if (current.isMinimized()) current.restore()
      current.focus()
    },
  }
}
