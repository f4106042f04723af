// Tries a backup as a restore would: opens it with what somebody types, reads every byte from the medium, and opens its
// database, in a copy that is encrypted and goes again.
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpensWith } from '../../../../shared/contract/opens-with.ts'
import { asFailure } from '../../as-failure.ts'
import type { Session } from '../../session.ts'
import { ArchiveDatabase } from '../../store/archive-database.ts'
import { openDatabase } from '../../store/connection.ts'
import { damagedPages, testimonyCount } from '../../store/invariants.ts'
import { mediaNames } from '../../store/media-rows.ts'
import { assemble } from './assemble.ts'
import { describeMedia, type DamagedFile } from './damaged.ts'
import { PieceReader } from '../../files/backup/medium.ts'
import { openBackup } from './opened.ts'
import { databaseName } from './source.ts'

/** Inside the archive's folder, for as long as a backup is tried. */
export const tryingName = '.trying'

export interface TriedBackup {
  readonly madeAt: string
  readonly damaged: readonly DamagedFile[]
  readonly stories: number
  readonly recordings: number
  readonly fromMedium: boolean
}

type Step = { kind: 'working'; part: 'reading' | 'opening'; done: number; total: number }

/** What an interrupted trying left: it may hold what has been erased since. */
export async function sweepTrying(folder: string): Promise<void> {
  await rm(path.join(folder, tryingName), { recursive: true, force: true })
}

export async function* tryBackup(
  session: Session,
  asked: { readonly root: string; readonly generation: string; readonly opensWith: OpensWith },
  signal: AbortSignal,
): AsyncGenerator<Step, TriedBackup> {
  const beside = path.join(session.folder, tryingName)
  let key: Buffer | null = null
  try {
    await sweepTrying(session.folder)
    await mkdir(beside, { mode: 0o700 })
    const opened = await openBackup(asked.root, asked.generation, asked.opensWith, beside)
    key = opened.key
    const { list, file } = opened
    if (list.archive !== session.about.id) throw new Failure('otherArchive')
    const reader = new PieceReader(asked.root)
    const total = list.files.reduce((sum, { size }) => sum + size, 0)
    const damaged: string[] = []
    let done = 0
    for (const one of list.files) {
      const target = one.name === databaseName ? path.join(beside, databaseName) : null
      const reading = assemble(one, file.pieces, reader, target, signal)
      for (let next = await reading.next(); ; next = await reading.next()) {
        if (next.done === true) {
          if (!next.value) damaged.push(one.name)
          break
        }
        done += next.value
        yield { kind: 'working', part: 'reading', done, total }
      }
    }
    yield { kind: 'working', part: 'opening', done: total, total }
    const found = readTried(path.join(beside, databaseName), key, damaged, list.missing, list.files)
    return { madeAt: file.madeAt, fromMedium: reader.direct, ...found }
  } catch (error) {
    throw asFailure(error)
  } finally {
    key?.fill(0)
    await sweepTrying(session.folder).catch(() => undefined) // the next opening does
  }
}

function readTried(
  place: string,
  key: Buffer,
  damaged: readonly string[],
  missing: readonly string[],
  files: readonly { readonly name: string }[],
): { damaged: DamagedFile[]; stories: number; recordings: number } {
  const isDatabaseDamaged = damaged.includes(databaseName)
  const database: DamagedFile = { kind: 'database', title: null, sitting: null, missing: false }
  let connection
  try {
    connection = openDatabase(place, key, 'open')
  } catch {
    return { damaged: [database], stories: 0, recordings: 0 }
  }
  const archive = new ArchiveDatabase(connection)
  try {
    const names = mediaNames(archive)
    const there = new Set(files.map(({ name }) => name))
    const gone = [...names].filter((name) => !there.has(`media/${name}`) && !missing.includes(name))
    const wrong = damaged
      .filter((name) => name !== databaseName)
      .map((name) => describeMedia(archive, name.slice(6), false))
    return {
      damaged: [
        ...(isDatabaseDamaged || damagedPages(archive) > 0 ? [database] : []),
        ...wrong,
        ...gone.map((name) => describeMedia(archive, name, true)),
      ],
      stories: testimonyCount(archive),
      recordings: names.size,
    }
  } finally {
    archive.close()
  }
}
