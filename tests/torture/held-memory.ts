// What a page and its workers hold once their garbage is collected. What a process has of the system says less: a browser
// gives its heaps more room in the first minutes, and gives little of it back.
import type { CDPSession, Page } from '@playwright/test'

interface Usage {
  readonly usedSize: number
  readonly embedderHeapUsedSize?: number
  readonly backingStorageSize?: number
}

const bytesOf = ({ usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }: Usage): number =>
  usedSize + embedderHeapUsedSize + backingStorageSize

/** A worker of a page, asked through that page. */
class WorkerSession {
  readonly #page: CDPSession
  readonly #session: string
  readonly #waiting = new Map<number, (result: unknown) => void>()
  #asked = 0

  constructor(page: CDPSession, session: string) {
    this.#page = page
    this.#session = session
    page.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      if (sessionId !== session) return
      const { id, result } = JSON.parse(message) as { id?: number; result?: unknown }
      this.#waiting.get(id ?? 0)?.(result)
    })
  }

  send(method: string): Promise<unknown> {
    const id = (this.#asked += 1)
    const answered = new Promise((resolve) => this.#waiting.set(id, resolve))
    return this.#page
      .send('Target.sendMessageToTarget', { sessionId: this.#session, message: JSON.stringify({ id, method }) })
      .then(() => answered)
  }
}

export interface HeldMemory {
  /** How many workers the page has. */
  workers(): number
  /** Bytes, of the page and of each of its workers together. */
  bytes(): Promise<number>
}

export async function heldMemory(page: Page): Promise<HeldMemory> {
  const session = await page.context().newCDPSession(page)
  const workers: WorkerSession[] = []
  session.on('Target.attachedToTarget', ({ sessionId }) => workers.push(new WorkerSession(session, sessionId)))
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  const ofPage = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage')
    return bytesOf(await session.send('Runtime.getHeapUsage'))
  }
  const ofWorker = async (worker: WorkerSession): Promise<number> => {
    await worker.send('HeapProfiler.collectGarbage')
    return bytesOf((await worker.send('Runtime.getHeapUsage')) as Usage)
  }
  return {
    workers: () => workers.length,
    async bytes() {
      const all = await Promise.all([ofPage(), ...workers.map(ofWorker)])
      return all.reduce((sum, one) => sum + one, 0)
    },
  }
}
