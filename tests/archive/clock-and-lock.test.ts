// The latest moment that was seen is kept by seeing it, and nothing opened while the archive locks stays open after it.
import { mkdtemp, rm, cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { bringIn, makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'

const open: TestArchive[] = []
afterEach(async () => {
  for (const archive of open.splice(0)) await archive.close()
})
const evidence = { kind: 'inPerson', note: 'She said it to me.' } as const

test('a clock set back after a kill reopens nothing, though nothing was written meanwhile', async () => {
  let now = new Date('2026-01-01T00:00:00.000Z')
  const archive = await makeArchive({ now: () => now })
  open.push(archive)
  const { client, folder } = archive
  const [line] = await bringIn(client, [{ name: 'a.txt', bytes: new TextEncoder().encode('I sold oranges.') }])
  const testimony = line?.testimony ?? ''
  await client.consent.answer({
    testimony,
    evidence,
    scope: { kind: 'testimony' },
    use: 'readingRoom',
    answer: 'yes',
    cardLanguage: 'en',
    cardVersion: 1,
    conditions: {
      recipients: [],
      nameAs: null,
      voice: 'own',
      until: '2026-06-01T00:00:00.000Z',
      times: null,
      noCutting: false,
    },
  })
  await client.door.lock({})
  now = new Date('2026-07-01T00:00:00.000Z')
  await client.door.open({ folder, passphrase })

  // As a kill would leave it: what lies on the disk now, without a locking.
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-test-'))
  try {
    await cp(folder, path.join(dataFolder, 'archive'), { recursive: true })
    const killed = await startProcess(dataFolder, { now: () => new Date('2026-02-01T00:00:00.000Z') })
    await killed.client.door.open({ folder: killed.folder, passphrase })
    const { wholeStory } = await killed.client.consent.read({ testimony })
    expect(wholeStory.find(({ use }) => use === 'readingRoom')).toMatchObject({ open: false, because: 'expired' })
    await killed.close()
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
})

test('a recording that was being opened when the archive locked gives nothing', async () => {
  const archive = await makeArchive()
  open.push(archive)
  const { client } = archive
  const [line] = await bringIn(client, [{ name: 'a.wav', bytes: toneWav(1, 8_000, 440) }])
  const { story } = await client.story.read({ testimony: line?.testimony ?? '' })
  const media = story.recordings[0]?.media ?? ''
  const found = archive.process.media.find('media', media, '').then(
    async (one) => {
      for await (const piece of one.read(0, one.size)) if (piece.length > 0) return 'sound'
      return 'nothing'
    },
    () => 'refused',
  )
  await archive.process.lock()
  expect(await found).not.toBe('sound')
})
