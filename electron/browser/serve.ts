// Serves the app for an ordinary browser: the front on 127.0.0.1, what stands behind it, and the one line for the user.
import { fileURLToPath } from 'node:url'
import { startFront } from './front.ts'
import { openBrowser } from './open-browser.ts'

/** `built`: the folder that the built programs lie in. */
export async function serve(built: URL): Promise<void> {
  let closing = false
  const front = await startFront(fileURLToPath(new URL('browser.js', built)), () => {
    if (!closing) process.exit(1)
  })

  async function close(): Promise<void> {
    if (closing) return
    closing = true
    await front.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      close().catch(() => process.exit(1))
    })
  }

  process.stdout.write(`Firsthand is open at ${front.address}\n`)
  openBrowser(front.address)
}
