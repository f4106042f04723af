// A recall file lies open, with its salt: what is short enough to be guessed does not stand in it.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { readyStory } from '../support/ready-story.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await makeArchive()
})
afterEach(() => archive.close())

interface RecallFile {
  readonly spans: readonly { readonly runs: readonly string[]; readonly whole: number | null }[]
}

test('a passage of less than eight words is called back by its number, and no hash of its words is in the file', async () => {
  const { client, dataFolder } = archive
  const said = ['He never paid us in Pillán.', 'He never paid any of us there in Pillán.']
  const story = await readyStory(client, said.map((words) => `Marisol: ${words}`).join('\n\nAna: And then?\n\n'))
  await story.answer('yes')
  await story.signOff()
  await story.giveOut(dataFolder, 'out')
  await story.answer('withdrawn')
  const [given] = (await client.givenOut.list({})).disclosures
  const { folder } = await client.recall.save({
    disclosure: given?.id ?? '',
    from: '',
    why: '',
    parts: ['file'],
    parentFolder: dataFolder,
    folderName: 'recall',
  })
  const text = await readFile(path.join(folder, `${story.excerpt}.firsthand-recall`), 'utf8')
  const { spans } = JSON.parse(text) as RecallFile
  expect(spans.map(({ runs, whole }) => [runs.length, whole])).toEqual([
    [0, null],
    [0, null],
    [1, 9],
  ])
})
