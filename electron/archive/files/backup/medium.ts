// The folder of backups on a stick: pieces under the SHA-256 of their bytes, and one file for each backup that counts.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { readPlain } from '../own-files.ts'
import { syncFolder, writeSynced } from '../write-durably.ts'
import { MediumReader, type FromMedium } from './from-medium.ts'
import { mostGenerationBytes, readGeneration, type GenerationFile } from './generation-file.ts'

/** Of a piece, in bytes; the last of a file may be shorter. */
export const pieceLength = 1024 * 1024
const generationName = /^[0-9a-hjkmnp-tv-z]{26}$/
const pieceName = /^[0-9a-f]{62}$/
const unfinished = /\.new$/

export interface FoundGeneration {
  readonly id: string
  readonly root: string
  /** Null where its file is damaged, or of a newer program. */
  readonly file: GenerationFile | null
}

export function piecePlace(root: string, sha256: string): string {
  return path.join(root, 'pieces', sha256.slice(0, 2), sha256.slice(2))
}

function generationsFolder(root: string): string {
  return path.join(root, 'generations')
}

export function isBackupRoot(folder: string): boolean {
  return existsSync(generationsFolder(folder)) && existsSync(path.join(folder, 'pieces'))
}

/** Where backups are, or are to be, when somebody chooses `folder`. */
export function rootIn(folder: string): string {
  return isBackupRoot(folder) ? folder : path.join(folder, 'Backup')
}

/** The roots that somebody may have meant who chose `folder`: itself, or those inside it. */
export async function rootsIn(folder: string): Promise<string[]> {
  for (const at of [folder, path.dirname(folder)]) if (isBackupRoot(at)) return [at]
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name))
    .filter(isBackupRoot)
}

/** Makes the folders, durable. Throws Failure folderNotEmpty where something else lies there. */
export async function makeRoot(root: string): Promise<void> {
  if (!isBackupRoot(root)) {
    const there = await readdir(root).catch(() => [])
    // NOTE: one of the two alone is a making that was interrupted.
    if (there.some((name) => !['pieces', 'generations'].includes(name))) throw new Failure('folderNotEmpty')
  }
  for (const folder of [root, path.join(root, 'pieces'), generationsFolder(root)])
    await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const folder of [root, path.dirname(root)]) await syncFolder(folder)
}

/** The newest first. Those that cannot be read come last. Throws what listing the folder throws, but where there is none. */
export async function listGenerations(root: string): Promise<FoundGeneration[]> {
  const names = await readdir(generationsFolder(root)).catch((error: unknown) => {
    if (isMissing(error)) return []
    // NOTE: a folder that cannot be listed is not an empty one: pieces would be taken for pieces that nobody needs.
    throw error
  })
  const found = await Promise.all(
    names.filter((name) => generationName.test(name)).map((id) => readGenerationFile(root, id)),
  )
  return found.toSorted((a, b) => (b.file?.madeAt ?? '').localeCompare(a.file?.madeAt ?? ''))
}

async function readGenerationFile(root: string, id: string): Promise<FoundGeneration> {
  const place = path.join(generationsFolder(root), id)
  try {
    const bytes = await readPlain(place, mostGenerationBytes)
    return { id, root, file: bytes === null ? null : readGeneration(bytes) }
  } catch (error) {
    if (isDamage(error) || (error instanceof Failure && error.code === 'newerVersion')) return { id, root, file: null }
    throw error
  }
}

export async function hasPiece(root: string, sha256: string, size: number): Promise<boolean> {
  const found = await stat(piecePlace(root, sha256)).catch(() => null)
  return found?.size === size
}

export class PieceWriter {
  readonly #root: string
  readonly #touched = new Set<string>()

  constructor(root: string) {
    this.#root = root
  }

  /** The piece is on the medium under its name, or not at all. */
  async write(sha256: string, bytes: Uint8Array): Promise<void> {
    const place = piecePlace(this.#root, sha256)
    const folder = path.dirname(place)
    if (!this.#touched.has(folder)) await mkdir(folder, { recursive: true, mode: 0o700 })
    this.#touched.add(folder)
    await rm(`${place}.new`, { force: true })
    await writeSynced(`${place}.new`, bytes)
    await rename(`${place}.new`, place)
  }

  async settle(): Promise<void> {
    for (const folder of this.#touched) await syncFolder(folder)
    await syncFolder(path.join(this.#root, 'pieces'))
    this.#touched.clear()
  }
}

export class PieceReader {
  readonly #root: string
  readonly #reader = new MediumReader(pieceLength)
  /** Whether every piece so far came from the medium itself. */
  direct = true

  constructor(root: string) {
    this.#root = root
  }

  /**
   * The piece, good until the next call. `whole` is false where it is another than it was, and null is given where nothing
   * of it can be read. Throws Failure folderMissing where the medium is gone.
   */
  async read(sha256: string): Promise<{ readonly bytes: Buffer; readonly whole: boolean } | null> {
    let found: FromMedium
    try {
      found = await this.#reader.read(piecePlace(this.#root, sha256))
    } catch (error) {
      if (!existsSync(this.#root)) throw new Failure('folderMissing')
      if (isDamage(error)) return null
      throw error
    }
    this.direct &&= found.direct
    return { bytes: found.bytes, whole: createHash('sha256').update(found.bytes).digest('hex') === sha256 }
  }

  /** Whether it is there as it was written. */
  async isWhole(sha256: string): Promise<boolean> {
    return (await this.read(sha256))?.whole === true
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code))
}

function isDamage(error: unknown): boolean {
  if (error instanceof Failure) return error.code === 'backupDamaged'
  return (
    error instanceof Error &&
    'code' in error &&
    ['ENOENT', 'ENOTDIR', 'ELOOP', 'EIO', 'EUCLEAN', 'EBADMSG'].includes(String(error.code))
  )
}

/** Writes the file of a backup and reads it back from the medium; only then it counts. Throws Failure backupDamaged. */
export async function addGeneration(root: string, id: string, bytes: Buffer): Promise<boolean> {
  const place = path.join(generationsFolder(root), id)
  await writeSynced(`${place}.new`, bytes)
  const written = await new MediumReader(bytes.length).read(`${place}.new`)
  if (!written.bytes.equals(bytes)) {
    await rm(`${place}.new`, { force: true })
    throw new Failure('backupDamaged')
  }
  await rename(`${place}.new`, place)
  await syncFolder(generationsFolder(root))
  return written.direct
}

/** Removes backups beyond the newest `keep`, and then every piece that none of the others needs. Gives how many are left. */
export async function prune(root: string, keep: number, newest: string): Promise<number> {
  const generations = await listGenerations(root)
  // NOTE: the one just made comes first, whatever the clock of another machine said.
  const readable = generations
    .filter(({ file }) => file !== null)
    .toSorted((a, b) => Number(b.id === newest) - Number(a.id === newest))
  if (readable[0]?.id !== newest) return generations.length
  const left = readable.slice(0, Math.max(1, keep))
  for (const { id } of readable.slice(left.length)) await rm(path.join(generationsFolder(root), id), { force: true })
  await syncFolder(generationsFolder(root))
  // NOTE: what one that cannot be read needs is not known; it may be read again on another machine.
  if (readable.length === generations.length) await removeUnneeded(root, left)
  return generations.length - (readable.length - left.length)
}

async function removeUnneeded(root: string, left: readonly FoundGeneration[]): Promise<void> {
  const needed = new Set(left.flatMap(({ file }) => file?.pieces ?? []))
  for (const pair of await readdir(path.join(root, 'pieces'))) {
    if (!/^[0-9a-f]{2}$/.test(pair)) continue
    const folder = path.join(root, 'pieces', pair)
    for (const name of await readdir(folder)) {
      const isOurs = unfinished.test(name) || pieceName.test(name)
      if (isOurs && !needed.has(pair + name)) await rm(path.join(folder, name), { force: true })
    }
  }
}

/** What an interrupted backup left under a name that does not count. */
export async function sweepUnfinished(root: string): Promise<void> {
  const folder = generationsFolder(root)
  for (const name of await readdir(folder))
    if (unfinished.test(name)) await rm(path.join(folder, name), { force: true })
}
