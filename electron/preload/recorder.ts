// Passes the page that records its port to the archive process, and nothing else: nothing is put on the window.
import { ipcRenderer } from 'electron'

ipcRenderer.on('firsthand:recorder', (event) => {
  // NOTE: '*' is this very window; it cannot have been led anywhere else, and the page checks who speaks.
  window.postMessage({ kind: 'firsthand:recorder' }, '*', [...event.ports])
})
