// Real testimonies, 300 at once: each has a line, each is there whole, and the archive holds together.
import { afterEach, expect, test } from 'vitest'
import { testimonyFiles } from '../bench/testimonies.ts'
import { bringIn, makeArchive, type TestArchive } from '../support/archive.ts'

const files = testimonyFiles()
let archive: TestArchive | null = null
afterEach(async () => {
  await archive?.close()
  archive = null
})

const letters = (words: string): string => words.normalize('NFC').replaceAll(/[^\p{L}\p{N}]+/gu, '')

test.skipIf(files === null)(
  '300 real testimonies are kept whole (skipped where ../shared/data is missing)',
  { timeout: 120_000 },
  async () => {
    archive = await makeArchive()
    const { client } = archive
    const some = (files ?? []).filter((_, at) => at % Math.floor((files ?? []).length / 300) === 0).slice(0, 300)
    expect(some).toHaveLength(300)
    const lines = await bringIn(
      client,
      some.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })),
    )
    expect(lines.map(({ done }) => done)).toEqual(Array.from({ length: 300 }, (_, at) => at + 1))
    expect(lines.filter(({ result }) => result !== 'kept')).toEqual([])
    const given = new Map(some.map(({ name, text }) => [name, letters(text)]))
    let share = 0
    for (const { testimony, name } of lines) {
      const { story } = await client.story.read({ testimony: testimony ?? '' })
      expect(story.passages.length, name).toBeGreaterThan(0)
      const kept =
        letters(story.passages.map(({ text }) => text).join(' ')).length +
        letters(story.speakers.map((speaker) => speaker.name).join(' ')).length
      share = Math.max(share, 1 - kept / (given.get(name)?.length ?? 1))
    }
    // Labels of speakers leave the text for the speakers' names, and nothing else may go.
    expect(share).toBeLessThan(0.001)
    const steps = []
    for await (const step of client.care.check({})) if (step.kind === 'checked') steps.push(step)
    expect(steps).toMatchObject([{ findings: [], stories: 300 }])
    const again = await bringIn(
      client,
      some.slice(0, 20).map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })),
    )
    expect(again.map(({ result }) => result)).toEqual(Array.from({ length: 20 }, () => 'leftOut'))
  },
)
