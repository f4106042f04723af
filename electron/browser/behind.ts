// The process behind the front: the archive, and the host that answers for it. Once it has locked it ends, because what a
// program's strings held cannot be wiped from its memory, and only an ended process has none.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Socket } from 'node:net'
import { openArchiveProcess } from '../archive/open-process.ts'
import { untilSpent } from '../archive/until-spent.ts'
import { dataFolder } from './data-folder.ts'
import type { FromBehind, ToBehind } from './front-messages.ts'
import { startHost, type Host } from './host.ts'
import { lockAfterSleep } from './lock-after-sleep.ts'
import { transcriberAt } from './transcriber-process.ts'

/** As long as an archive stays open on its own when nobody works in it. */
const defaultLingerSeconds = 20 * 60
/** How long it still answers after a lock: the page that locked hears that it is locked, and goes. */
const partingMs = 1_000

const lingerSeconds = Number(process.env['FIRSTHAND_LINGER'] ?? defaultLingerSeconds)

/** `built`: the folder that the built programs lie in; the pages lie in `renderer` beside it. */
export function standBehind(built: URL): void {
  const archive = openArchiveProcess({
    dataFolder: dataFolder(),
    host: 'browser',
    startTranscriber: transcriberAt(fileURLToPath(new URL('transcriber.js', built))),
  })
  let host: Host | undefined
  const say = (message: FromBehind): void => void process.send?.(message)

  let closing = false
  async function close(): Promise<void> {
    if (closing) return
    closing = true
    host?.close()
    await archive.close()
    process.exit(0)
  }
  const end = (): void => void close().catch(() => process.exit(1))

  function begin({ port, secrets }: Extract<ToBehind, { kind: 'begin' }>): void {
    try {
      host = startHost({
        archive,
        rendererFolder: join(fileURLToPath(built), '..', 'renderer'),
        lingerMs: 1000 * (lingerSeconds >= 0 && lingerSeconds <= 86_400 ? lingerSeconds : defaultLingerSeconds),
        front: { port, secrets, onExchanged: () => say({ kind: 'exchanged' }) },
        onCame: () => spent.came(),
        onLeft: () => spent.left(),
      })
    } catch {
      process.exit(1)
    }
    say({ kind: 'ready' })
  }

  const spent = untilSpent(archive, {
    spent() {
      say({ kind: 'spent' })
      host?.part()
      setTimeout(end, partingMs)
    },
  })

  lockAfterSleep(() => void archive.lock().catch(() => process.exit(1)))

  process.on('message', (message: ToBehind, socket: unknown) => {
    if (message.kind === 'begin') begin(message)
    else if (message.kind === 'close') end()
    else if (host !== undefined && socket !== undefined) host.take(socket as Socket)
  })
  // NOTE: a front that was killed takes this one with it at once; what was said to be kept is kept.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  // The front hears of these too, and says when to close.
  for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => undefined)
}
