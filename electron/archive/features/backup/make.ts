// Makes a backup: copies what is not there yet, reads every byte of it back from the medium, and only then lets it count.
// Stopped at any point, the backups from before are as they were.
import { createHash } from 'node:crypto'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { isNoFile, knownFailure } from '../../as-failure.ts'
import { mediaFolder } from '../../files/media.ts'
import type { Session } from '../../session.ts'
import { insertBackup, readPlan } from '../../store/backups.ts'
import { readKeyringFile } from '../../vault/keyring-file.ts'
import { newId } from '../../vault/random.ts'
import { writeGeneration, type BackedUpFile } from '../../files/backup/generation-file.ts'
import {
  addGeneration,
  hasPiece,
  listGenerations,
  makeRoot,
  PieceReader,
  PieceWriter,
  pieceLength,
  prune,
  sweepUnfinished,
} from '../../files/backup/medium.ts'
import { knownFiles, requireRoot, roomFor } from './room.ts'
import { holdSource, piecesOf, type Source, type SourceFile } from './source.ts'

export interface MadeBackup {
  readonly root: string
  readonly id: string
  readonly madeAt: string
  /** Of the whole backup, and of what had to be copied for it. */
  readonly bytes: number
  readonly copied: number
  /** How many backups lie there now. */
  readonly there: number
  /** Whether all of it was read back from the medium itself. */
  readonly fromMedium: boolean
  /** Recordings that were not here to be copied. */
  readonly missing: number
  /** What the database had had when it was copied; see `ArchiveDatabase.transactions`. */
  readonly transactions: number
}

export type MakeStep = { kind: 'working'; part: 'copying' | 'readingBack'; done: number; total: number }

/** A piece of a file by the SHA-256 of its bytes, and where it lies in the archive. */
interface Piece {
  readonly sha256: string
  readonly size: number
}
type Copied = Map<SourceFile, Piece[]>

/** Changed while it was copied: a recording was erased, or the log had to be emptied. Then it begins anew. */
const mostTries = 5

/**
 * Throws Failure pathNotWhole, notAFolder, folderMissing, folderReadOnly, folderNotEmpty, backupInside, otherArchive,
 * diskFull, diskFailing, backupDamaged (the medium does not give back what was written), cancelled, locked.
 */
export async function* makeBackup(
  session: Session,
  folder: string,
  signal: AbortSignal,
): AsyncGenerator<MakeStep, MadeBackup> {
  const root = requireRoot(session, folder)
  try {
    await makeRoot(root)
    await sweepUnfinished(root)
    for (let tries = 1; ; tries += 1) {
      const source = await holdSource(session)
      try {
        return yield* makeOf(session, root, source, signal)
      } catch (error) {
        const changed = source.pages.broken || isGone(error, mediaFolder(session.folder))
        if (!changed || tries === mostTries || signal.aborted) throw error
        session.backupKey() // locked meanwhile: it ends here
      } finally {
        source.pages.release()
      }
    }
  } catch (error) {
    if (signal.aborted) throw new Failure('cancelled')
    throw knownFailure(error) ?? error
  }
}

/** A recording that was there a moment ago: it was erased, or a sitting ended. */
function isGone(error: unknown, media: string): boolean {
  if (error instanceof Failure) return error.code === 'changedMeanwhile'
  return isNoFile(error) && 'path' in error && typeof error.path === 'string' && path.dirname(error.path) === media
}

async function* makeOf(
  session: Session,
  root: string,
  source: Source,
  signal: AbortSignal,
): AsyncGenerator<MakeStep, MadeBackup> {
  const { archive } = readKeyringFile(source.keyring)
  const generations = await listGenerations(root)
  for (const { file } of generations)
    if (file !== null && !readKeyringFile(file.keyring).archive.equals(archive)) throw new Failure('otherArchive')
  const { needed, free } = await roomFor(root, session.backupKey(), source.files)
  const sure = needed - source.files.reduce((sum, { size, neverChanges }) => sum + (neverChanges ? 0 : size), 0)
  // NOTE: of the database and of what is being recorded only what changed is written, and nobody knows yet how much.
  if (sure > free) throw new Failure('diskFull')

  const known = knownFiles(generations, session.backupKey())
  const writer = new PieceWriter(root)
  const total = source.files.reduce((sum, { size }) => sum + size, 0)
  const copied: Copied = new Map()
  let [done, written] = [0, 0]
  for (const file of source.files) {
    const pieces: Piece[] = []
    copied.set(file, pieces)
    const before = file.neverChanges ? known.get(file.name) : undefined
    if (before?.size === file.size && (await allThere(root, before.pieces, file.size))) {
      for (const [at, sha256] of before.pieces.entries()) pieces.push({ sha256, size: sizeAt(file.size, at) })
      done += file.size
      yield { kind: 'working', part: 'copying', done, total }
      continue
    }
    for await (const bytes of piecesOf(session, source, file)) {
      requireOn(source, signal)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (!(await hasPiece(root, sha256, bytes.length))) {
        await writer.write(sha256, bytes)
        written += bytes.length
      }
      pieces.push({ sha256, size: bytes.length })
      done += bytes.length
      yield { kind: 'working', part: 'copying', done, total }
    }
  }
  await writer.settle()
  const fromMedium = yield* readBack(session, root, source, copied, signal)
  const made = await letCount(session, root, source, copied, fromMedium)
  return { ...made, copied: written }
}

function requireOn(source: Source, signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled')
  if (source.pages.broken) throw new Failure('changedMeanwhile')
}

function sizeAt(size: number, at: number): number {
  return Math.min(pieceLength, size - at * pieceLength)
}

async function allThere(root: string, pieces: readonly string[], size: number): Promise<boolean> {
  for (const [at, sha256] of pieces.entries()) if (!(await hasPiece(root, sha256, sizeAt(size, at)))) return false
  return true
}

/** Reads every piece back. One that is not as it should be is written once more from here. */
async function* readBack(
  session: Session,
  root: string,
  source: Source,
  copied: Copied,
  signal: AbortSignal,
): AsyncGenerator<MakeStep, boolean> {
  const distinct = new Map([...copied.values()].flat().map(({ sha256, size }) => [sha256, size]))
  const total = [...distinct.values()].reduce((sum, size) => sum + size, 0)
  const reader = new PieceReader(root)
  const wrong = new Set<string>()
  let done = 0
  for (const [sha256, size] of distinct) {
    requireOn(source, signal)
    if (!(await reader.isWhole(sha256))) wrong.add(sha256)
    done += size
    yield { kind: 'working', part: 'readingBack', done, total }
  }
  if (wrong.size === 0) return reader.direct
  const writer = new PieceWriter(root)
  for (const [file, pieces] of copied) {
    if (!pieces.some(({ sha256 }) => wrong.has(sha256))) continue
    for await (const bytes of piecesOf(session, source, file)) {
      requireOn(source, signal)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (wrong.has(sha256)) await writer.write(sha256, bytes)
    }
  }
  await writer.settle()
  for (const sha256 of wrong) if (!(await reader.isWhole(sha256))) throw new Failure('backupDamaged')
  return reader.direct
}

/** From here on it is a backup; the oldest ones go only now. */
async function letCount(
  session: Session,
  root: string,
  source: Source,
  copied: Copied,
  wasDirect: boolean,
): Promise<Omit<MadeBackup, 'copied'>> {
  const pieces = [...new Set([...copied.values()].flat().map(({ sha256 }) => sha256))].toSorted()
  const places = new Map(pieces.map((sha256, at) => [sha256, at]))
  const files: BackedUpFile[] = [...copied].map(([{ name, size }, own]) => ({
    name,
    size,
    pieces: own.map(({ sha256 }) => places.get(sha256) ?? 0),
  }))
  const { random } = session.surroundings
  const [id, madeAt] = [newId(random), session.moment()]
  const bytes = writeGeneration(
    { madeAt, keyring: source.keyring, previousKeyring: source.previousKeyring, pieces },
    {
      version: 1,
      archive: session.about.id,
      files,
      missing: [...source.missing],
      tombstones: source.tombstones.map((stone) => ({ ...stone })),
    },
    session.backupKey(),
    random,
  )
  if (source.pages.broken) throw new Failure('changedMeanwhile')
  const fromMedium = (await addGeneration(root, id, bytes)) && wasDirect
  const size = files.reduce((sum, one) => sum + one.size, 0)
  session.save(['backup'], (archive) =>
    insertBackup(archive, {
      id,
      root,
      madeAt,
      bytes: size,
      fromMedium: fromMedium ? 1 : 0,
      checkedAt: null,
      checkedFromMedium: null,
    }),
  )
  // NOTE: it counts already; what cannot be removed now is removed after the next one.
  const there = await prune(root, readPlan(session.database).keep, id).catch(
    async () => (await listGenerations(root).catch(() => [id])).length,
  )
  const { transactions, missing } = source
  return { root, id, madeAt, bytes: size, there, fromMedium, missing: missing.length, transactions }
}
