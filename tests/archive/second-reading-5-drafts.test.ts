// What a machine wrote where she seals something, or says no to machines, is in no row afterwards, whether anybody looks or not.
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { passphrase } from '../support/archive.ts'
import { plainConditions } from '../support/plain-conditions.ts'
import { draftTexts, hasJfk } from '../support/speech.ts'
import { makeListening, transcribe, type ListeningArchive } from '../support/transcribing.ts'
import { herPassphrase } from './her-passphrase.ts'

describe.skipIf(!hasJfk)('words of a draft (skipped where ../shared/data is missing)', () => {
  let archive: ListeningArchive
  let draft: string
  beforeEach(async () => {
    archive = await makeListening()
    await archive.client.transcribing.turnOn({ path: archive.model })
    draft = (await transcribe(archive)).draft ?? ''
  })
  afterEach(() => archive.close())

  /** What is left in the rows, read with the archive's key after a lock. */
  async function left(): Promise<{ place: number; text: string }[]> {
    await archive.process.lock()
    const { key } = await openWithPassphrase(archive.folder, normalisePassphrase(passphrase))
    const database = openDatabase(path.join(archive.folder, 'archive.db'), key, 'open')
    try {
      return database
        .prepare("SELECT place, text FROM machine_draft_passages WHERE state <> 'accepted' ORDER BY place")
        .all() as { place: number; text: string }[]
    } finally {
      database.close()
      key.fill(0)
    }
  }

  test('stay where nothing was said against them: the control', async () => {
    expect((await left()).length).toBeGreaterThan(1)
  })

  test('go with a passage that she seals where they lie', async () => {
    const { client, testimony } = archive
    const { passages } = await client.transcribing.read({ draft })
    const speaker = { role: 'narrator', name: '' } as const
    await client.transcribing.accept({ draft, place: 0, text: draftTexts[0], speaker })
    const { story } = await client.story.read({ testimony })
    await client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
    await client.herSession.setPassphrase({ passphrase: herPassphrase })
    await client.herSession.seal({ testimony, passages: story.passages.map(({ id }) => id) })
    // The next one begins where the sealed one ends, so that its first sound is silent with it.
    expect(passages[1]?.startMs).toBe(passages[0]?.endMs)
    const places = (await left()).map(({ place }) => place)
    expect(places).not.toContain(1)
    expect(places).toContain(passages.length - 1)
  })

  test('go when she says no to machines', async () => {
    const { client, testimony } = archive
    await client.consent.answer({
      testimony,
      scope: { kind: 'testimony' },
      use: 'machines',
      answer: 'no',
      conditions: plainConditions,
      evidence: { kind: 'inPerson', note: '' },
      cardLanguage: 'en',
      cardVersion: 1,
    })
    expect(await left()).toEqual([])
  })
})
