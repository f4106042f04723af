// Serves the app for an ordinary browser: the archive process, the host on 127.0.0.1, and the one line for the user.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openArchiveProcess } from '../archive/open-process.ts'
import { dataFolder } from './data-folder.ts'
import { startHost } from './host.ts'
import { openBrowser } from './open-browser.ts'
import { transcriberAt } from './transcriber-process.ts'

/** As long as an archive stays open on its own when nobody works in it. */
const defaultLingerSeconds = 20 * 60

const lingerSeconds = Number(process.env['FIRSTHAND_LINGER'] ?? defaultLingerSeconds)

/** `built`: the folder that the built programs lie in; the pages lie in `renderer` beside it. */
export async function serve(built: URL): Promise<void> {
  const archive = openArchiveProcess({
    dataFolder: dataFolder(),
    host: 'browser',
    startTranscriber: transcriberAt(fileURLToPath(new URL('transcriber.js', built))),
  })
  const host = await startHost({
    archive,
    rendererFolder: join(fileURLToPath(built), '..', 'renderer'),
    lingerMs: 1000 * (lingerSeconds >= 0 && lingerSeconds <= 86_400 ? lingerSeconds : defaultLingerSeconds),
  })

  let closing = false
  async function close(): Promise<void> {
    if (closing) return
    closing = true
    await host.close()
    await archive.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      close().catch(() => process.exit(1))
    })
  }

  process.stdout.write(`Firsthand is open at ${host.address}\n`)
  openBrowser(host.address)
}
