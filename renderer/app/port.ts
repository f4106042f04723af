// Waits, from the first moment on, for the two ports that Electron's preload hands to the page: the archive's and the menu's.

let given: (ports: readonly [archive: MessagePort, menu: MessagePort]) => void = () => {}
const ports = new Promise<readonly [MessagePort, MessagePort]>((resolve) => {
  given = resolve
})

/** True where the page runs in Electron's window; elsewhere it is an ordinary browser on 127.0.0.1. */
export const inWindow = (): boolean => location.protocol === 'app:'

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const [archive, menu] = event.ports
  const message = event.data as { kind?: unknown } | null
  if (event.source !== window || message?.kind !== 'firsthand:port' || event.ports.length !== 2) return
  if (archive !== undefined && menu !== undefined) given([archive, menu])
})

export const handedPort = async (): Promise<MessagePort> => (await ports)[0]
export const menuPort = async (): Promise<MessagePort> => (await ports)[1]
