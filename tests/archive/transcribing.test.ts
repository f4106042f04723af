// Drafts by machine: the real engine in its own process, a model made here that says what it is told to, real sound.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { draftTexts, hasJfk } from '../support/speech.ts'
import { makeListening, transcribe, type ListeningArchive } from '../support/transcribing.ts'

describe.skipIf(!hasJfk)('a draft by machine (skipped where ../shared/data is missing)', () => {
  let archive: ListeningArchive
  beforeEach(async () => {
    archive = await makeListening()
  })
  afterEach(() => archive.close())

  const texts = async (): Promise<string[]> =>
    (await archive.client.story.read({ testimony: archive.testimony })).story.passages.map(({ text }) => text)
  const found = async (words: string): Promise<number> =>
    (await archive.client.shelf.find({ words, language: '', role: 'anyone', count: 10 })).hits.length

  test('is refused while it is turned off, which it is from the start', async () => {
    const { client } = archive
    expect(await client.transcribing.settings({})).toEqual({ model: null, modelFailure: null })
    await expect(transcribe(archive)).rejects.toMatchObject({ code: 'transcribingOff' })
  })

  test('comes from the engine, and is nobody’s words until a person has been through it', async () => {
    const { client, testimony, model } = archive
    expect(await client.transcribing.turnOn({ path: model })).toMatchObject({
      name: 'ggml-speaking.bin',
      onlyEnglish: false,
    })
    const done: number[] = []
    const { draft, passages } = await transcribe(archive, (told) => {
      if (told.kind === 'heard') done.push(told.done)
    })
    expect(passages).toBeGreaterThanOrEqual(2)
    expect(done.at(-1)).toBe(1)
    const read = await client.transcribing.read({ draft: draft ?? '' })
    expect(read.passages.slice(0, 2).map(({ text }) => text)).toEqual(draftTexts)
    expect(read.passages.every(({ startMs, endMs }) => startMs >= 0 && endMs >= startMs && endMs <= 11_001)).toBe(true)
    expect(await texts()).toEqual([])
    expect(await found('quillfern')).toBe(0)

    const { speaker } = await client.transcribing.accept({
      draft: draft ?? '',
      place: 1,
      text: 'Nobody told us in Tokyo why.',
      speaker: { role: 'narrator', name: '' },
    })
    await client.transcribing.accept({ draft: draft ?? '', place: 0, text: draftTexts[0], speaker })
    expect(await texts()).toEqual([draftTexts[0], 'Nobody told us in Tokyo why.'])
    const { story } = await client.story.read({ testimony })
    expect(story.turns).toHaveLength(1)
    const [first, second] = story.passages
    expect(first).toMatchObject({ recording: archive.recording, language: 'en' })
    expect(first?.wordTimes.length).toBeGreaterThan(2)
    expect(second?.wordTimes.map(({ start, end }) => second.text.slice(start, end))).not.toContain('東京')
    expect(await found('quillfern'), 'the control: it is found once somebody has been through it').toBe(1)
    expect((await client.writing.revisions({ testimony })).revisions[0]).toMatchObject({ author: 'Ana' })
  })
})
