// A name that was taken out of a passage without word times is silent in all of it, also when the passage is split.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silencesFor } from '../../shared/domain/sound/silences.ts'
import { bringIn, makeArchive, type TestArchive } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await makeArchive()
})
afterEach(() => archive.close())

test('a guessed border between two halves uncovers no sound', async () => {
  const { client } = archive
  const vtt = 'WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Rosa>That is where Maria lived, and then we slept.\n'
  const lines = await bringIn(client, [
    { name: 'Rosa.vtt', bytes: new TextEncoder().encode(vtt) },
    { name: 'Rosa.wav', bytes: toneWav(6, 8_000, 440) },
  ])
  const testimony = lines.find((line) => line.testimony !== null)?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const [passage] = story.passages
  const [turn] = story.turns
  if (passage === undefined || turn === undefined) throw new Error('nothing was brought in')
  const start = passage.text.indexOf('Maria')
  const span = { passage: passage.id, start, end: start + 5, startMs: null, endMs: null }
  const words = { thing: 'name', reach: 'readers', way: 'removed', replacement: '', why: '' } as const
  await client.marks.takeOut({ testimony, spans: [span], ...words })
  const silent = async () => {
    const { story: now, marks } = await client.story.read({ testimony })
    return [...silencesFor(now, marks, 'anyone').byRecording.values()]
  }
  const before = await silent()
  expect(before).toEqual([[{ startMs: 850, endMs: 5_150 }]])
  const at = start + 6
  const half = '0123456789abcdef'
  await client.writing.keep({
    testimony,
    base: story.testimony.revision,
    change: {
      turns: [{ id: turn.id, speaker: turn.speaker, passages: [passage.id, half] }],
      passages: [
        { ...passage, text: passage.text.slice(0, at), endMs: 2_500 },
        { ...passage, id: half, text: passage.text.slice(at), startMs: 2_500 },
      ],
      marks: [],
      lineage: [{ kind: 'split', passage: passage.id, other: half, at }],
    },
  })
  expect(await silent()).toEqual(before)
})
