// What a rescue of the world of `rescue-world.ts` must have written: a whole bag, and everything but what is sealed.
import { expect } from 'vitest'
import * as made from './rescue-world.ts'
import { sha256, type RescueWorld } from './rescue-world.ts'

export interface StoryFile {
  readonly transcript: readonly { readonly text: string | null; readonly sealed: boolean }[]
  readonly rows: Readonly<Record<string, readonly Record<string, unknown>[]>>
}

export function storyIn(files: ReadonlyMap<string, Buffer>, folder: string): StoryFile {
  return JSON.parse((files.get(`data/${folder}/story.json`) ?? Buffer.alloc(0)).toString('utf8')) as StoryFile
}

export function expectBag(files: ReadonlyMap<string, Buffer>): void {
  const listed = [...files]
    .filter(([name]) => name.endsWith('manifest-sha256.txt'))
    .flatMap(([, bytes]) => bytes.toString('utf8').trim().split('\n'))
  const sums = new Map(listed.map((line) => [line.slice(66), line.slice(0, 64)]))
  const others = [...files.keys()].filter((name) => name !== 'tagmanifest-sha256.txt')
  expect([...sums.keys()].toSorted()).toEqual(others.toSorted())
  for (const [name, sum] of sums) expect(sha256(files.get(name) ?? Buffer.alloc(0)), name).toBe(sum)
}

/** Everything that this world holds but what is sealed. */
export function expectEverything(files: ReadonlyMap<string, Buffer>, world: RescueWorld): void {
  expectBag(files)
  const text = (name: string): string => (files.get(name) ?? Buffer.alloc(0)).toString('utf8')
  const told = text('data/mara/transcript.txt')
  expect(told).toContain('Mara:\n  I sold oranges there for years & years.')
  expect(told).toContain('Ana:\n  And <then>?')
  expect(text('data/mara/captions.vtt')).toContain(
    '00:00:00.000 --> 00:00:01.000\n<v Mara>I sold oranges there for years &amp; years.',
  )
  const page = text('data/mara/transcript.html')
  expect(page).toContain('>oranges</mark>')
  expect(page).toContain('And &lt;then&gt;?')
  expect(page).toContain(': NO: readingRoom, the whole story</dt>')
  expect(page).not.toContain('<script')
  expect(files.get('data/mara/recordings/recording 1.wav')?.equals(made.wav)).toBe(true)
  expect(files.get('data/mara/recordings/recording 2.wav')?.includes(world.recorded)).toBe(true)
  expect(files.get('data/mara/evidence/evidence 1.pdf')?.equals(made.paper)).toBe(true)
  const { rows } = storyIn(files, 'mara')
  expect(rows['labels']).toMatchObject([{ words: 'street seller', meaning: 'what she did' }])
  expect(rows['redactions']).toMatchObject([{ thing: 'name', reach: 'readers' }])
  expect(rows['ledger']?.map(({ kind, body }) => [kind, (body as { answer?: string }).answer])).toContainEqual([
    'consent',
    'no',
  ])
  expect(rows['revisions']?.length).toBeGreaterThan(0)
  expect(told.length + text('data/long/transcript.txt').length).toBeGreaterThan(50_000)
  const lines = made
    .longStory()
    .split('\n\n')
    .map((line) => line.replace(/^\w+: /, '').trim())
  expect(lines.filter((line) => !text('data/long/transcript.txt').includes(line))).toEqual([])
  expect(text('README.txt')).toContain('NOT encrypted')
  expect(text('index.html')).toContain('NO está cifrada')
}
