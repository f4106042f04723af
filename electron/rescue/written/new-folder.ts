// The folder that is written: under a name that says it is not finished, then under its own, or not at all. It is a bag
// (RFC 8493): what was written lies under `data/`, and manifests say the SHA-256 of each file.
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../shared/contract/failure.ts'
import { knownFailure } from '../../archive/as-failure.ts'
import { destroyFile } from '../../archive/files/destroy-file.ts'
import { syncFolder, writeSynced, type FileContent } from '../../archive/files/write-durably.ts'

export interface WrittenFile {
  /** From the top of the folder, with `/`. */
  readonly path: string
  readonly size: number
  readonly sha256: string
}

export const unfinishedName = (target: string): string => `${target} (unfinished)`

/**
 * Whether a folder may be made there. Throws Failure: folderTaken (something has that name, or an attempt before it was
 * left unfinished), folderMissing (its parent), badInput (it would lie in what is opened).
 */
export function requireNewFolder(target: string, opened: string): void {
  for (const place of [target, unfinishedName(target)])
    if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) throw new Failure('folderTaken', { path: place })
  const parent = path.dirname(target)
  if (!existsSync(parent)) throw new Failure('folderMissing')
  const within = path.relative(realpathSync(opened), realpathSync(parent))
  if (!within.startsWith('..') && !path.isAbsolute(within)) throw new Failure('badInput')
}

export class NewFolder {
  readonly target: string
  readonly #folder: string
  readonly #files: WrittenFile[] = []
  readonly #signal: AbortSignal

  private constructor(target: string, signal: AbortSignal) {
    this.target = target
    this.#folder = unfinishedName(target)
    this.#signal = signal
  }

  /** Throws Failure folderReadOnly, diskFull. */
  static async begin(target: string, signal: AbortSignal): Promise<NewFolder> {
    const folder = new NewFolder(target, signal)
    await told(() => mkdir(folder.#folder, { mode: 0o700 }))
    return folder
  }

  /** What was written below `data/`, in its order. */
  get files(): readonly WrittenFile[] {
    return this.#files
  }

  /** A place inside for bytes that are still encrypted, until they are read. */
  get scratch(): string {
    return path.join(this.#folder, 'scratch')
  }

  /**
   * Writes one file below `data/`; `name` is made of safe names joined by `/`. Throws Failure: diskFull, folderReadOnly,
   * cancelled.
   */
  async write(name: string, content: FileContent): Promise<WrittenFile> {
    const written = await this.#put(`data/${name}`, content)
    this.#files.push(written)
    return written
  }

  async #put(name: string, content: FileContent): Promise<WrittenFile> {
    const place = path.resolve(this.#folder, ...name.split('/'))
    if (!place.startsWith(this.#folder + path.sep)) throw new Failure('broken')
    const hash = createHash('sha256')
    const signal = this.#signal
    let size = 0
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of content instanceof Uint8Array ? [content] : content) {
        if (signal.aborted) throw new Failure('cancelled')
        hash.update(piece)
        size += piece.length
        yield piece
      }
    }
    await told(async () => {
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      await writeSynced(place, counted())
    })
    return { path: name, size, sha256: hash.digest('hex') }
  }

  /** Writes the bag's own files and those beside `data/`, and gives the folder its name. Throws Failure folderTaken too. */
  async finish(beside: readonly { readonly path: string; readonly text: string }[], date: string): Promise<void> {
    const size = this.#files.reduce((sum, file) => sum + file.size, 0)
    const tags = [
      { path: 'bagit.txt', text: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
      {
        path: 'bag-info.txt',
        text: `Bagging-Date: ${date}\nPayload-Oxum: ${size}.${this.#files.length}\nBag-Software-Agent: Firsthand rescue\n`,
      },
      { path: 'manifest-sha256.txt', text: manifest(this.#files) },
      ...beside,
    ]
    const written: WrittenFile[] = []
    for (const tag of tags) written.push(await this.#put(tag.path, Buffer.from(tag.text, 'utf8')))
    await this.#put('tagmanifest-sha256.txt', Buffer.from(manifest(written), 'utf8'))
    await told(async () => {
      await rm(this.scratch, { recursive: true, force: true })
      for (const folder of await foldersIn(this.#folder)) await syncFolder(folder)
      if (this.#signal.aborted) throw new Failure('cancelled')
      // NOTE: a rename would silently take the place of an empty folder.
      if (lstatSync(this.target, { throwIfNoEntry: false }) !== undefined)
        throw new Failure('folderTaken', { path: this.target })
      await rename(this.#folder, this.target)
      await syncFolder(path.dirname(this.target))
    })
  }

  /** Writes over everything and removes it: it is not encrypted. */
  async discard(): Promise<void> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries)
      if (entry.isFile()) await destroyFile(path.join(entry.parentPath, entry.name)).catch(() => undefined)
    await rm(this.#folder, { recursive: true, force: true })
  }
}

/** Paths as RFC 8493, section 2.1.3, wants them. */
function manifest(files: readonly WrittenFile[]): string {
  const escaped = (name: string): string => name.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  return files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path: name, sha256 }) => `${sha256}  ${escaped(name)}\n`)
    .join('')
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return [
    ...entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name)),
    folder,
  ]
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw knownFailure(error) ?? error
  }
}
