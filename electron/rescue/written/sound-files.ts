// Sound and papers on their way into the new folder: each compared with the hash that the archive kept of it, and what
// cannot be read of it noted.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { endingOf } from '../../archive/files/media-types.ts'
import { safeName, type SafePath } from '../../archive/files/safe-path.ts'
import type { Row } from '../database/tables.ts'
import type { Bytes } from '../from/bytes.ts'
import type { OpenedSource } from '../from/source.ts'
import { openSound } from '../sound.ts'
import { textOf } from '../row-values.ts'
import { bytesOfRecords, soundOfRecords } from '../takes.ts'
import type { NewFolder } from './new-folder.ts'
import type { Note } from './story-files.ts'

/** A file that was written, with what the archive said of it. */
interface KeptFile {
  readonly file: string
  readonly media: string
  readonly sha256: string
  readonly asItCame: boolean
}

interface BoxKey {
  readonly publicKey: Buffer
  readonly secretKey: Buffer
}

export class SoundKeeper {
  readonly #source: OpenedSource
  readonly #target: NewFolder
  readonly #identity: string
  readonly #media: ReadonlyMap<string, Row>
  readonly #note: (note: Note) => void
  readonly #progress: (path: string) => void
  readonly #kept = new Map<string, KeptFile[]>()

  constructor(around: {
    readonly source: OpenedSource
    readonly target: NewFolder
    /** The archive's age identity. */
    readonly identity: string
    readonly media: readonly Row[]
    readonly note: (note: Note) => void
    readonly progress: (path: string) => void
  }) {
    this.#source = around.source
    this.#target = around.target
    this.#identity = around.identity
    this.#media = new Map(around.media.map((row) => [textOf(row, 'name'), row]))
    this.#note = around.note
    this.#progress = around.progress
  }

  /** Files of what was said off the record in a sitting that is not in its story yet, and was to be kept for her. */
  partsOf(take: string): string[] {
    const isPart = (name: string): boolean => name.startsWith(`${take}-`) && name.endsWith('.hers')
    return this.#source.mediaNames.filter(isPart).toSorted()
  }

  filesOf(story: string): readonly KeptFile[] {
    return this.#kept.get(story) ?? []
  }

  /** Gives the path below `data/`; null where there is nothing of it. `stem` is without its ending. */
  async keep(story: string, media: string, stem: SafePath): Promise<string | null> {
    const row = this.#media.get(media)
    const name = `${stem}${endingOf(textOf(row, 'type'))}`
    const bytes = row === undefined ? null : await this.#source.media(media)
    if (row === undefined || bytes === null) return this.#gone('mediaGone', name)
    const sound = await openSound(bytes, row, this.#identity)
    if (sound === null) {
      await bytes.close()
      return this.#gone('mediaPart', name)
    }
    try {
      this.#progress(name)
      const written = await this.#target.write(name, sound.pieces())
      const lost = sound.lostBytes()
      const asItCame = lost === 0 && written.sha256 === sound.sha256
      if (lost > 0) this.#note({ kind: 'media', values: { path: `data/${name}`, count: lost } })
      else if (!asItCame) this.#note({ kind: 'mediaOther', values: { path: `data/${name}` } })
      this.#add(story, { file: name, media, sha256: sound.sha256, asItCame })
      return name
    } finally {
      await sound.close()
    }
  }

  /** The sound in a file of records, such as a take, with the first of the keys that opens some of it; as `keep`. */
  async keepRecords(
    story: string,
    file: string,
    row: Row,
    keys: readonly BoxKey[],
    name: SafePath,
  ): Promise<string | null> {
    return this.#keepOpened(story, file, name, async (scratch) => {
      let sound: AsyncGenerator<Uint8Array> | null = null
      for (const key of keys) sound ??= await soundOfRecords(scratch, row, key)
      return sound
    })
  }

  /** What she said aloud about a sealed passage: so many bytes of a file of records; as `keep`. */
  async keepAnswer(
    story: string,
    file: string,
    { size, sha256 }: { readonly size: number; readonly sha256: string },
    key: BoxKey,
    name: SafePath,
  ): Promise<string | null> {
    return this.#keepOpened(story, file, name, (scratch) => bytesOfRecords(scratch, size, key), sha256)
  }

  /** @param sha256 of what it was; left out where nobody said */
  async #keepOpened(
    story: string,
    file: string,
    name: SafePath,
    open: (scratch: string) => Promise<AsyncGenerator<Uint8Array> | null>,
    sha256?: string,
  ): Promise<string | null> {
    const bytes = await this.#source.media(file)
    if (bytes === null) return this.#gone('mediaGone', name)
    // NOTE: what goes into the scratch is still encrypted, as it lies in the archive.
    const scratch = path.join(this.#target.scratch, safeName(file, 'file', ''))
    try {
      await copied(bytes, this.#target.scratch, scratch)
      const sound = await open(scratch)
      if (sound === null) return this.#gone('mediaPart', name)
      this.#progress(name)
      const written = await this.#target.write(name, sound)
      const asItCame = sha256 === undefined || sha256 === written.sha256
      if (!asItCame) this.#note({ kind: 'mediaOther', values: { path: `data/${name}` } })
      this.#add(story, { file: name, media: file, sha256: sha256 ?? written.sha256, asItCame })
      return name
    } finally {
      await bytes.close()
      await rm(scratch, { force: true })
    }
  }

  #gone(kind: 'mediaGone' | 'mediaPart', name: string): null {
    this.#note({ kind, values: { path: `data/${name}` } })
    return null
  }

  #add(story: string, file: KeptFile): void {
    this.#kept.set(story, [...this.filesOf(story), file])
  }
}

async function copied(bytes: Bytes, folder: string, place: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(place, pieces(bytes), { mode: 0o600 })
}

async function* pieces(bytes: Bytes): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.size; at += 1024 * 1024) yield bytes.read(at, 1024 * 1024)
}
