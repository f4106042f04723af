// What a backup is made of: every file of the archive as it was at one moment, encrypted as it lies here.
import { open, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { mediaFolder } from '../../files/media.ts'
import { isNamedTakeFile } from '../../files/take-names.ts'
import type { Session } from '../../session.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import type { HeldPages } from '../../store/held-pages.ts'
import { mediaNames } from '../../store/media-rows.ts'
import { filesForHerAlone } from '../../store/sealed-sound.ts'
import { takeFiles } from '../../store/takes.ts'
import { keyringName, previousName } from '../../vault/keyring.ts'
import { pieceLength } from '../../files/backup/medium.ts'
import { readTombstones, type Tombstone } from './tombstones.ts'

export const databaseName = 'archive.db'

export interface SourceFile {
  /** `archive.db` or `media/<name>`. */
  readonly name: string
  readonly size: number
  /** A recording never changes once it has its name. */
  readonly neverChanges: boolean
}

export interface Source {
  readonly files: readonly SourceFile[]
  /** Rows whose file is not there. */
  readonly missing: readonly string[]
  readonly tombstones: readonly Tombstone[]
  /** How many transactions the database had had. */
  readonly transactions: number
  readonly keyring: Buffer
  readonly previousKeyring: Buffer
  readonly pages: HeldPages
}

/** Holds the database still; whoever asks calls `pages.release()`. */
export async function holdSource(session: Session): Promise<Source> {
  const keyring = await readFile(path.join(session.folder, keyringName))
  const previousKeyring = await readFile(path.join(session.folder, previousName)).catch(() => Buffer.alloc(0))
  const held = await heldStill(session)
  try {
    return { ...(await filesOf(session.folder, held.pages.size, held)), keyring, previousKeyring, ...held }
  } catch (error) {
    held.pages.release()
    throw error
  }
}

/** What there is to be copied, about; nothing is held still. */
export function filesNow({ folder, database }: Session): Promise<Pick<Source, 'files' | 'missing'>> {
  const pages = database.get<{ bytes: number }>(
    'SELECT c.page_count * s.page_size AS bytes FROM pragma_page_count() c, pragma_page_size() s',
  )
  return filesOf(folder, pages?.bytes ?? 0, rowsOf(database))
}

async function filesOf(folder: string, size: number, rows: Rows): Promise<Pick<Source, 'files' | 'missing'>> {
  const media = mediaFolder(folder)
  const there = await readdir(media).catch((): string[] => [])
  const files: SourceFile[] = [{ name: databaseName, size, neverChanges: false }]
  for (const name of there.toSorted()) {
    const isTake = isNamedTakeFile(name, rows.takes, rows.offRecord)
    if (!rows.media.has(name) && !isTake) continue
    const found = await stat(path.join(media, name)).catch(() => null)
    if (found !== null) files.push({ name: `media/${name}`, size: found.size, neverChanges: !isTake })
  }
  return { files, missing: [...rows.media].filter((name) => !there.includes(name)) }
}

interface Rows {
  readonly media: ReadonlySet<string>
  readonly takes: ReadonlySet<string>
  readonly offRecord: ReadonlySet<string>
}

function rowsOf(database: ReadableArchive): Rows {
  return { media: mediaNames(database), takes: takeFiles(database), offRecord: filesForHerAlone(database) }
}

const patience = 20

interface Held extends Rows {
  readonly pages: HeldPages
  readonly transactions: number
  readonly tombstones: readonly Tombstone[]
}

/** Pages and rows of one moment. Somebody may be reading row by row: that is over soon. */
async function heldStill({ database }: Session): Promise<Held> {
  for (let tries = 1; ; tries += 1) {
    try {
      // NOTE: nothing is waited for in here, or the rows could be of another moment than the pages.
      const pages = database.holdPages()
      try {
        return {
          pages,
          transactions: database.transactions,
          ...rowsOf(database),
          tombstones: readTombstones(database),
        }
      } catch (error) {
        pages.release()
        throw error
      }
    } catch (error) {
      const isBusy = error instanceof Failure && error.code === 'alreadyOpenElsewhere'
      if (!isBusy || tries === patience) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** The file's pieces in order, each good until the next. One that is gone meanwhile ends early. */
export async function* piecesOf(session: Session, source: Source, file: SourceFile): AsyncGenerator<Buffer> {
  if (file.name === databaseName) {
    for (let at = 0; at < file.size; at += pieceLength) {
      yield source.pages.read(at, pieceLength)
      await new Promise((resolve) => setImmediate(resolve))
    }
    return
  }
  const handle = await open(path.join(session.folder, file.name), 'r')
  try {
    const buffer = Buffer.alloc(pieceLength)
    for (let at = 0; at < file.size;) {
      const wanted = Math.min(pieceLength, file.size - at)
      let filled = 0
      while (filled < wanted) {
        const { bytesRead } = await handle.read(buffer, filled, wanted - filled, at + filled)
        if (bytesRead === 0) throw new Failure('changedMeanwhile')
        filled += bytesRead
      }
      yield buffer.subarray(0, filled)
      at += filled
    }
  } finally {
    await handle.close()
  }
}
