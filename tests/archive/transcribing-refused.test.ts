// What keeps a machine away from a story, and what ends a draft: her answers, what is taken out, a cancel, a death, a lock.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { transcriberAt } from '../../electron/browser/transcriber-process.ts'
import { passphrase, startProcess } from '../support/archive.ts'
import { plainConditions } from '../support/plain-conditions.ts'
import { hasJfk } from '../support/speech.ts'
import { makeListening, transcribe, transcriberSource, type ListeningArchive } from '../support/transcribing.ts'

describe.skipIf(!hasJfk)('a draft by machine (skipped where ../shared/data is missing)', () => {
  let archive: ListeningArchive
  beforeEach(async () => {
    archive = await makeListening()
    await archive.client.transcribing.turnOn({ path: archive.model })
  })
  afterEach(() => archive.close())

  const state = () => archive.client.transcribing.state({ testimony: archive.testimony })
  const answer = async (said: 'no' | 'notYet' | 'withdrawn' | 'askEachTime' | 'yes') => {
    const { client, testimony } = archive
    await client.consent.answer({
      testimony,
      scope: { kind: 'testimony' },
      use: 'machines',
      answer: said,
      conditions: plainConditions,
      evidence: { kind: 'inPerson', note: '' },
      cardLanguage: 'en',
      cardVersion: 1,
    })
  }

  test.each([
    ['no', 'saidNo'],
    ['notYet', 'notYet'],
  ] as const)('is refused where she said "%s" to machines', async (said, refused) => {
    expect((await state()).refused).toBeNull()
    await answer(said)
    expect((await state()).refused).toBe(refused)
    await expect(transcribe(archive)).rejects.toMatchObject({ code: 'saidNoToMachines' })
  })

  test('that waits is destroyed when she says no to machines', async () => {
    const { draft } = await transcribe(archive)
    await answer('no')
    expect((await state()).drafts).toEqual([])
    await expect(archive.client.transcribing.read({ draft: draft ?? '' })).rejects.toMatchObject({ code: 'notFound' })
  })

  test('ends with a cancel, and nothing of it is there; another can begin at once', async () => {
    const leaving = new AbortController()
    await expect(
      transcribe(archive, (told) => told.kind === 'heard' && leaving.abort(), leaving.signal),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect((await state()).drafts).toEqual([])
    expect((await state()).listened).toEqual([])
    const again = (): Promise<number> =>
      transcribe(archive).then(
        ({ passages }) => passages,
        () => 0,
      )
    await expect.poll(again, { timeout: 20_000 }).toBeGreaterThan(0)
  })

  test('is made one at a time, and not twice of a recording', async () => {
    let second: unknown
    await transcribe(archive, (told) => {
      if (told.kind === 'begun') second = transcribe(archive).catch((error: unknown) => error)
    })
    expect(await second).toMatchObject({ code: 'alreadyTranscribing' })
    await expect(transcribe(archive)).rejects.toMatchObject({ code: 'draftWaits' })
    const { drafts, listened } = await state()
    expect(drafts).toHaveLength(1)
    expect(listened).toMatchObject([{ by: 'Ana', recording: archive.recording }])
    await archive.client.transcribing.throwAway({ draft: drafts[0]?.id ?? '' })
    expect((await state()).drafts).toEqual([])
  })

  test('is not made of what is written down already, nor of what is taken out by itself', async () => {
    const { client } = archive
    const { draft } = await transcribe(archive)
    const { passages } = await client.transcribing.read({ draft: draft ?? '' })
    const first = passages[0]
    const speaker = { role: 'narrator', name: '' } as const
    await client.transcribing.accept({ draft: draft ?? '', place: 0, text: 'Mine.', speaker })
    await client.transcribing.throwAway({ draft: draft ?? '' })
    const wanted: { startMs: number; endMs: number }[] = []
    await transcribe(archive, (told) => told.kind === 'begun' && wanted.push(...told.stretches))
    for (const { startMs, endMs } of wanted)
      expect(endMs <= (first?.startMs ?? 0) || startMs >= (first?.endMs ?? 0)).toBe(true)
    expect((await state()).recordings[0]?.unwrittenMs).toBeLessThan(11_000)
  })

  test('loses what is taken out of the sound after it was made', async () => {
    const { client, testimony, recording } = archive
    const { draft } = await transcribe(archive)
    const before = (await client.transcribing.read({ draft: draft ?? '' })).passages
    await client.marks.takeOutSound({
      testimony,
      thing: 'name',
      reach: 'anyone',
      way: 'silence',
      replacement: '',
      why: '',
      stretches: [{ recording, startMs: 0, endMs: Math.ceil(before[0]?.endMs ?? 0) }],
    })
    const after = (await client.transcribing.read({ draft: draft ?? '' })).passages
    expect(after.length).toBeLessThan(before.length)
    expect(after.every(({ startMs }) => startMs >= (before[0]?.endMs ?? 0))).toBe(true)
  })

  test('is not kept where the archive is locked meanwhile; its process ends', async () => {
    const running = transcribe(archive, (told) => void (told.kind === 'heard' && archive.process.lock()))
    await expect(running).rejects.toMatchObject({ code: expect.stringMatching(/locked|cancelled|disconnected/) })
    const again = await startProcess(archive.dataFolder, { startTranscriber: transcriberAt(transcriberSource) })
    await again.client.door.open({ folder: archive.folder, passphrase })
    const { drafts, listened } = await again.client.transcribing.state({ testimony: archive.testimony })
    expect([drafts, listened]).toEqual([[], []])
    await again.close()
  })

  test('that was gone through is destroyed at lock; words that were left out are nowhere', async () => {
    const { client } = archive
    const { draft, passages } = await transcribe(archive)
    for (let place = 0; place < passages; place += 1) await client.transcribing.leaveOut({ draft: draft ?? '', place })
    await client.transcribing.bringBack({ draft: draft ?? '', place: 0 })
    await client.transcribing.leaveOut({ draft: draft ?? '', place: 0 })
    await expect(client.transcribing.leaveOut({ draft: draft ?? '', place: 0 })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    await archive.process.lock()
    await client.door.open({ folder: archive.folder, passphrase })
    expect((await state()).drafts).toEqual([])
  })
})

describe.skipIf(!hasJfk)('its process (skipped where ../shared/data is missing)', () => {
  test('writes no file, and dies when it is killed in the middle: no half draft', async () => {
    const kills: (() => void)[] = []
    const start = transcriberAt(transcriberSource)
    const archive = await makeListening(undefined, () => {
      const process = start()
      kills.push(() => process.kill())
      return process
    })
    await archive.client.transcribing.turnOn({ path: archive.model })
    const before = readdirSync(path.dirname(archive.model)).length
    await expect(transcribe(archive, (told) => void (told.kind === 'begun' && kills[0]?.()))).rejects.toMatchObject({
      code: 'transcriberEnded',
    })
    expect((await archive.client.transcribing.state({ testimony: archive.testimony })).drafts).toEqual([])
    expect(readdirSync(path.dirname(archive.model))).toHaveLength(before)
    expect(readFileSync(archive.model).length).toBeGreaterThan(4_000_000)
    await archive.close()
  })
})
