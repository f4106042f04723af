// A signature that says a name that was taken out: nothing leaves with it, and it can be left out.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { readyStory } from '../support/ready-story.ts'

let archive: TestArchive
afterEach(() => archive.close())

test('the archivist’s own name is not given out where it was taken out', async () => {
  archive = await makeArchive()
  const { client, dataFolder } = archive
  const story = await readyStory(client, 'I worked with Ana at night.')
  await story.answer('yes')
  await client.marks.takeOut({
    testimony: story.testimony,
    spans: [{ passage: story.passages[0] ?? '', start: 14, end: 17, startMs: null, endMs: null }],
    thing: 'name',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
  })
  expect(await story.reasons()).toContain('signatureTells')
  const { recipient, use, passages, framing } = await client.excerpts.read({ excerpt: story.excerpt })
  expect(framing.signed).toBe(true)
  const changed = await client.excerpts.change({
    excerpt: story.excerpt,
    use,
    recipient: recipient.id,
    passages,
    withSound: false,
    framing: { ...framing, signed: false },
  })
  expect(changed.framing.signed).toBe(false)
  await story.signOff()
  const folder = await story.giveOut(dataFolder, 'out')
  for (const name of ['index.html', 'transcript.txt'])
    expect(readFileSync(path.join(folder, name), 'utf8')).not.toMatch(/\bAna\b/)
})
