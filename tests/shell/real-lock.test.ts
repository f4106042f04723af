// A real archive, opened and locked: the door's watch hears it, and media answers as the state is.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { openArchiveProcess } from '../../electron/archive/open-process.ts'
import { serveMedia } from '../../electron/archive/serve-media.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { watchDoor } from '../../electron/archive/watch-door.ts'
import { answerMedia } from '../../electron/main/answer-media.ts'
import { createMediaReader } from '../../electron/main/media-reader.ts'
import { contract } from '../../shared/contract/index.ts'
import { connect } from '../../shared/rpc/client.ts'
import { workerPortChannel } from '../../shared/rpc/message-port.ts'

const folder = mkdtempSync(join(tmpdir(), 'firsthand-real-lock-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a real archive that is locked, by the window or by the machine, is heard of each time', async () => {
  const archive = openArchiveProcess({ dataFolder: folder, host: 'electron' }, { argon: argonFloor })
  const locked = vi.fn()
  watchDoor(archive, locked)
  const page = new MessageChannel()
  archive.attach(workerPortChannel(page.port1))
  const client = connect(contract, workerPortChannel(page.port2))
  const media = new MessageChannel()
  serveMedia(workerPortChannel(media.port1), archive.media)
  const reader = createMediaReader(workerPortChannel(media.port2))
  const ask = async (): Promise<number> =>
    (await answerMedia(reader, { kind: 'media', id: 'nothing', path: '' }, new Request('http://x/'))).status

  expect(await ask()).toBe(401)
  const passphrase = 'six odd words nobody would guess quietly'
  const place = join(folder, 'archive')
  const made = await client.door.create({ folder: place, passphrase, archivist: 'A', language: 'en' })
  await client.door.confirmPaperKey({ words: made.check.map((index) => made.paperKey[index] ?? '') })
  expect((await client.door.state({})).state).toBe('open')
  expect(await ask()).toBe(404)
  expect(locked).toHaveBeenCalledTimes(0)

  await archive.lock()
  await vi.waitFor(() => expect(locked).toHaveBeenCalledTimes(1))
  expect(await ask()).toBe(401)

  await client.door.open({ folder: place, passphrase })
  expect(await ask()).toBe(404)
  await client.door.lock({})
  await vi.waitFor(() => expect(locked).toHaveBeenCalledTimes(2))
  expect(await ask()).toBe(401)
  await archive.close()
  page.port2.close()
  media.port2.close()
}, 60_000)
