// Starts the app for an ordinary browser: the archive process, the host on 127.0.0.1, and the one line for the user.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openArchiveProcess } from '../archive/open-process.ts'
import { dataFolder } from './data-folder.ts'
import { startHost } from './host.ts'
import { openBrowser } from './open-browser.ts'
import { transcriberAt } from './transcriber-process.ts'

/** As long as an archive stays open on its own when nobody works in it. */
const defaultLingerSeconds = 20 * 60

// Built, this file is out/main/browser.js and the pages are in out/renderer.
const rendererFolder = join(fileURLToPath(new URL('.', import.meta.url)), '..', 'renderer')
const lingerSeconds = Number(process.env['FIRSTHAND_LINGER'] ?? defaultLingerSeconds)

const archive = openArchiveProcess({
  dataFolder: dataFolder(),
  host: 'browser',
  startTranscriber: transcriberAt(fileURLToPath(new URL('transcriber.js', import.meta.url))),
})
const host = await startHost({
  archive,
  rendererFolder,
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
