// Passes the page its port to the archive process, and nothing else: no function and no name is put on the window.
import { ipcRenderer } from 'electron'

ipcRenderer.on('firsthand:port', (event) => {
  // NOTE: '*' is this very window; it cannot have been led anywhere else, and the page checks who speaks.
  window.postMessage({ kind: 'firsthand:port' }, '*', [...event.ports])
})
