// Everything of an opened archive into the new folder; gives what could not be read.
import { safeName, type SafePath } from '../archive/files/safe-path.ts'
import type { OpenNarratorKey } from '../archive/actor.ts'
import type { Pages } from './database/pages.ts'
import type { Database } from './database/tables.ts'
import type { OpenedSource } from './from/source.ts'
import type { NewFolder } from './written/new-folder.ts'
import { SoundKeeper } from './written/sound-files.ts'
import { jsonFile, jsonRow } from './written/story-json.ts'
import { writeStory, type Note } from './written/story-files.ts'
import type { TopFacts } from './written/top-files.ts'
import { textOf } from './row-values.ts'
import type { SortedArchive } from './stories.ts'
import { tellingOf } from './telling.ts'

export interface Everything {
  readonly source: OpenedSource
  readonly pages: Pages
  readonly database: Database
  readonly archive: SortedArchive
  /** Of narrators who gave their passphrase. */
  readonly keys: readonly OpenNarratorKey[]
}

export async function writeEverything(
  { source, pages, database, archive, keys }: Everything,
  target: NewFolder,
  progress: (path: string) => void,
): Promise<Pick<TopFacts, 'stories' | 'notes'>> {
  const notes: Note[] = []
  const note = (one: Note): void => void notes.push(one)
  noteDamage(pages, database, note)
  if (archive.hasErased) note({ kind: 'erased', values: {} })
  const identity = textOf(archive.rows('archive')[0], 'media_identity')
  const sounds = new SoundKeeper({ source, target, identity, media: archive.rows('media'), note, progress })
  const write = (name: string, text: string): Promise<unknown> => target.write(name, Buffer.from(text, 'utf8'))
  const stories: TopFacts['stories'][number][] = []
  const taken = new Set<string>()
  for (const rows of archive.stories) {
    const story = tellingOf(archive, rows, keys)
    const folder = freeName(story.title || `story ${rows.number ?? rows.id}`, taken)
    progress(folder)
    await writeStory(story, { folder, keys, sounds, note, write })
    stories.push({ folder, title: story.title, narrator: story.narrator })
  }
  const { general } = archive
  const tables = general.tables
    .toSorted()
    .map((table) => [table, general.rows(table).map((row) => jsonRow(table, row))])
  await write(
    'archive.json',
    jsonFile({ format: 'firsthand-rescued-archive', version: 1, rows: Object.fromEntries(tables) }),
  )
  if (database.strays.length > 0) {
    const rows = database.strays.map(({ couldBe, values }) => ({
      couldBe,
      values: values.map((value) => (Buffer.isBuffer(value) ? value.toString('base64') : value)),
    }))
    await write('lost-rows.json', jsonFile(rows))
  }
  return { stories, notes }
}

function noteDamage(pages: Pages, { lost, strays }: Database, note: (one: Note) => void): void {
  if (pages.isUnchecked) note({ kind: 'unchecked', values: {} })
  if (pages.damaged.length > 0) note({ kind: 'pages', values: { count: pages.damaged.length } })
  if (pages.afterDamagedLog > 0) note({ kind: 'log', values: { count: pages.afterDamagedLog } })
  for (const table of new Set(lost.map((one) => one.table))) note({ kind: 'table', values: { table } })
  if (strays.length > 0) note({ kind: 'strays', values: { count: strays.length } })
}

/** NOTE: compared without case and as NFC: a stick's file system may hold two such names to be one. */
function freeName(title: string, taken: Set<string>): SafePath {
  for (let number = 1; ; number += 1) {
    const name = safeName(title, 'story', number === 1 ? '' : ` ${number}`)
    const folded = name.toLowerCase().toUpperCase().normalize('NFKC')
    if (taken.has(folded) || folded === 'ARCHIVE.JSON' || folded === 'LOST-ROWS.JSON') continue
    taken.add(folded)
    return name
  }
}
