// Waits, from the first moment on, for the port that Electron's preload hands to the page.

let given: (port: MessagePort) => void = () => {}
const port = new Promise<MessagePort>((resolve) => {
  given = resolve
})

/** True where the page runs in Electron's window; elsewhere it is an ordinary browser on 127.0.0.1. */
export const inWindow = (): boolean => location.protocol === 'app:'

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const [first] = event.ports
  const message = event.data as { kind?: unknown } | null
  if (event.source !== window || message?.kind !== 'firsthand:port' || first === undefined || event.ports.length !== 1)
    return
  given(first)
})

export const handedPort = (): Promise<MessagePort> => port
