// Every call of the contract that needs the archive is refused while it is locked, whatever comes with it; from the contract itself.
import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, test } from 'vitest'
import { openArchiveProcess } from '../../electron/archive/open-process.ts'
import type { Call, Stream } from '../../shared/contract/define.ts'
import { contract } from '../../shared/contract/index.ts'
import type { Channel } from '../../shared/rpc/channel.ts'
import { workerPortChannel } from '../../shared/rpc/message-port.ts'
import { makeArchive, startProcess, type TestArchive } from '../support/archive.ts'
import { temporaryFolder } from '../archive/temporary-folder.ts'

const calls = Object.entries(contract).flatMap(([concept, methods]) =>
  Object.entries(methods as Readonly<Record<string, Call | Stream>>).map(([method, { needs, kind }]) => ({
    concept,
    method,
    needs,
    kind,
  })),
)
const inputs: readonly unknown[] = [
  {},
  null,
  'text',
  [],
  { batch: '__proto__' },
  new Uint8Array(3),
  undefined,
  0,
  { testimony: 'x'.repeat(100_000) },
]

let archive: TestArchive | null = null
afterEach(async () => {
  await archive?.close()
  archive = null
})

/** Asks past the client, which would refuse bad input by itself; gives the failure's code or the kind of the answer. */
function asker(channel: Channel) {
  const waiting = new Map<number, (said: string) => void>()
  let last = 0
  channel.onMessage((message) => {
    const [kind, id, code] = message as [string, number, string]
    waiting.get(id)?.(kind === 'failed' ? code : kind)
    waiting.delete(id)
  })
  return (concept: string, method: string, input: unknown): Promise<string> =>
    new Promise((resolve) => {
      waiting.set((last += 1), resolve)
      channel.send(['call', last, concept, method, input])
    })
}

function attached(process: Pick<TestArchive, 'process'>['process']) {
  const { port1, port2 } = new MessageChannel()
  process.attach(workerPortChannel(port1))
  return { ask: asker(workerPortChannel(port2)), close: () => port2.close() }
}

describe('a locked archive', () => {
  test.each(['before one was made', 'after it was locked', 'while one is being made'])(
    '%s answers no call that needs it',
    async (when) => {
      archive = when === 'after it was locked' ? await makeArchive() : await startProcess(temporaryFolder())
      if (when === 'after it was locked') await archive.client.door.lock({})
      if (when === 'while one is being made') {
        await archive.client.door.create({
          folder: archive.folder,
          passphrase: 'lantern orbit velvet canyon mirror pepper',
          archivist: 'Ana',
          language: 'en',
        })
      }
      const { ask, close } = attached(archive.process)
      const needy = calls.filter(({ needs }) => needs !== 'door' && needs !== 'entering')
      expect(needy.length).toBeGreaterThan(50)
      const said = await Promise.all(
        needy.flatMap(({ concept, method }) => inputs.map((input) => ask(concept, method, input))),
      )
      expect(new Set(said)).toEqual(new Set(['locked']))
      close()
      expect(archive.broken).toEqual([])
    },
  )

  test('gives no media either', async () => {
    archive = await makeArchive()
    await archive.client.door.lock({})
    for (const kind of ['media', 'rendition', 'held'] as const) {
      await expect(archive.process.media.find(kind, '0123456789abcdef', 'index.html')).rejects.toMatchObject({
        code: 'locked',
      })
    }
  })

  test('is the reason: the same questions to an open one are refused for what is in them, or answered', async () => {
    archive = await makeArchive()
    const { ask, close } = attached(archive.process)
    const needy = calls.filter(({ needs, kind }) => needs !== 'door' && needs !== 'entering' && kind === 'call')
    const said = await Promise.all(needy.map(({ concept, method }) => ask(concept, method, null)))
    expect(new Set(said)).toEqual(new Set(['badInput']))
    close()
  })
})

test('only the door and word of changes can be had without the archive', () => {
  const free = calls
    .filter(({ needs }) => needs === 'door' || needs === 'entering')
    .map(({ concept, method }) => `${concept}.${method}`)
  expect(free.filter((name) => !name.startsWith('door.'))).toEqual(['care.changes'])
})

test('an archive process that nobody opened has no session to lock', async () => {
  const process = openArchiveProcess({ dataFolder: temporaryFolder(), host: 'browser' })
  await process.lock()
  await process.close()
})
