// The course of it: look, warn, ask, open, write. Nothing is written before the warning was answered and the archive is
// open, and nothing is left where it does not come to its end.
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { asFailure } from '../archive/as-failure.ts'
import { zeroSecrets } from '../archive/vault/narrator-key.ts'
import type { OpenNarratorKey } from '../archive/actor.ts'
import type { Asking } from './asking.ts'
import { askSecret } from './ask-secret.ts'
import { decipheredPages, pageSize } from './database/pages.ts'
import { readTables } from './database/tables.ts'
import { archiveIn, isArchiveFolder } from './from/archive.ts'
import { backupsIn } from './from/backup.ts'
import type { OpenedSource, Source } from './from/source.ts'
import { NewFolder, requireNewFolder } from './written/new-folder.ts'
import { indexPage, notesIn, readmeText } from './written/top-files.ts'
import { openHerKey, sealingNarrators } from './seals.ts'
import { numberOf } from './row-values.ts'
import { sortedArchive, type SortedArchive } from './stories.ts'
import { say, wordOf, type RescueWords } from './words/words.ts'
import { writeEverything } from './write-all.ts'

export interface RescueAsked {
  readonly from: string
  readonly to: string
  /** Which of the backups, the newest being 1. */
  readonly backup: number
  readonly words: RescueWords
  readonly asking: Asking
  readonly signal: AbortSignal
  readonly now: () => Date
}

/** 0 where it came to its end, 1 where not, 130 where it was stopped. It has said by then what there is to say. */
export async function rescue(asked: RescueAsked): Promise<number> {
  const { words, asking } = asked
  try {
    return await course(asked)
  } catch (error) {
    const { code, detail } = asFailure(error)
    if (code === 'cancelled') {
      asking.say(words.stopped)
      return 130
    }
    asking.say(
      say(code in words.failures ? wordOf(words.failures, code) : words.failures.broken, {
        path: String(detail['path'] ?? ''),
      }),
    )
    return 1
  }
}

async function course({ from, to, backup, words, asking, signal, now }: RescueAsked): Promise<number> {
  const [folder, target] = [path.resolve(from), path.resolve(to)]
  const source = await sourceIn(folder, backup)
  requireNewFolder(target, folder)
  asking.say(['', ...words.warning, ''].join('\n'))
  const typed = await asking.ask(say(words.typeToGoOn, { word: words.goOn }), false)
  if (typed?.trim().toLocaleUpperCase() !== words.goOn) {
    asking.say(words.notGoneOn)
    return 1
  }
  if (source.madeAt !== null) asking.say(say(words.backupOf, { date: source.madeAt }))
  const opened = await askSecret(source, words, asking)
  try {
    return await writeOut(source, opened, target, { words, asking, signal, now })
  } finally {
    opened.key.fill(0)
    for (const bytes of [opened.database.pages, opened.database.log]) await bytes?.close()
  }
}

/** Throws Failure noArchiveHere. */
async function sourceIn(folder: string, backup: number): Promise<Source> {
  if (isArchiveFolder(folder)) return archiveIn(folder)
  const chosen = (await backupsIn(folder))[backup - 1]
  if (chosen === undefined) throw new Failure('noArchiveHere')
  return chosen
}

async function writeOut(
  source: Source,
  opened: OpenedSource,
  target: string,
  { words, asking, signal, now }: Pick<RescueAsked, 'words' | 'asking' | 'signal' | 'now'>,
): Promise<number> {
  const pages = await decipheredPages(opened.database, opened.key)
  await opened.settled()
  const database = readTables(pages)
  if (!database.tables.has('testimonies') && !database.tables.has('passages')) throw new Failure('pageDamaged')
  const archive = sortedArchive(database, opened.erased)
  const keys = await askNarrators(archive, words, asking)
  try {
    const room = await roomFor(target, pages.count * pageSize, archive)
    if (room.free < room.needed) {
      asking.say(say(words.room, { needed: megabytes(room.needed), free: megabytes(room.free) }))
      return 1
    }
    if (signal.aborted) throw new Failure('cancelled')
    const folder = await NewFolder.begin(target, signal)
    try {
      const progress = (name: string): void => asking.progress(say(words.writing, { path: name }))
      const written = await writeEverything({ source: opened, pages, database, archive, keys }, folder, progress)
      const facts = { kind: source.kind, madeAt: source.madeAt, writtenAt: now().toISOString(), ...written }
      const beside = [
        { path: 'README.txt', text: readmeText(facts) },
        { path: 'index.html', text: indexPage(facts) },
      ]
      await folder.finish(beside, facts.writtenAt.slice(0, 10))
      const { stories, notes } = written
      asking.say(say(words.done, { stories: stories.length, files: folder.files.length, folder: target }))
      if (notes.length > 0) asking.say([words.problems, ...notesIn(words, notes).map((line) => `  ${line}`)].join('\n'))
      return 0
    } catch (error) {
      await folder.discard()
      throw error
    }
  } finally {
    for (const key of keys) zeroSecrets(key)
  }
}

async function askNarrators(archive: SortedArchive, words: RescueWords, asking: Asking): Promise<OpenNarratorKey[]> {
  const keys: OpenNarratorKey[] = []
  for (const sealing of sealingNarrators(archive)) {
    const name = sealing.name || words.unknown
    for (;;) {
      const typed = (await asking.ask(say(words.hers, { name }), true)) ?? ''
      if (typed.trim() === '') break
      const key = await openHerKey(sealing, typed).catch((error: unknown) => {
        if (error instanceof Failure && error.code === 'wrongPassphrase') return null
        throw error
      })
      if (key !== null) {
        keys.push(key)
        break
      }
      asking.say(say(words.hersWrong, { name }))
    }
  }
  return keys
}

/** In bytes. What is written of the words is a few times what they take in the database. */
async function roomFor(target: string, databaseSize: number, archive: SortedArchive) {
  const sound = archive.rows('media').reduce((sum, row) => sum + (numberOf(row, 'size') ?? 0), 0)
  const disk = await statfs(path.dirname(target)).catch(() => null)
  return {
    needed: sound + 3 * databaseSize,
    free: disk === null ? Infinity : disk.bavail * disk.bsize,
  }
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`
