// Whatever page there is, it stays where it is: no navigation, no window, no webview, no device, no network by WebRTC.
import type { WebContents } from 'electron'
import { doorAddress, readAddress, recorderAddresses, sheetAddress } from './addresses.ts'

/** A page may load itself again, so that nothing it held stays in memory. */
function isItself(url: string, now: string): boolean {
  if (recorderAddresses.has(now)) return recorderAddresses.has(url)
  return url === doorAddress || url === sheetAddress
}

export function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isItself(event.url, contents.getURL())) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    // A held export is looked at in a frame, and its own links lead from page to page inside it.
    const allowed = event.isMainFrame ? isItself(event.url, contents.getURL()) : readAddress(event.url).kind === 'held'
    if (!allowed) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.on('select-client-certificate', (event) => event.preventDefault())
  contents.on('login', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
