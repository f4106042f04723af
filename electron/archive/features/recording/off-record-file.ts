// What is said off the record, where she has a key: sealed to it from the first byte on, so that nobody here can read it.
// Without a key none of it is kept at all.
import { rename } from 'node:fs/promises'
import path from 'node:path'
import { mediaFolder } from '../../files/media-writer.ts'
import { TakeFile } from '../../files/take-file.ts'
import { partName } from '../../files/take-names.ts'
import { jsonPayload, soundPayload } from '../../files/take-record.ts'
import { syncFolder } from '../../files/write-durably.ts'

/** Her key, as far as anybody may know it. */
export interface HerSeal {
  readonly key: string
  readonly sealingPublic: Buffer
}

export class OffRecordFile {
  readonly #folder: string
  readonly #take: string
  readonly #part: number
  readonly #file: TakeFile
  readonly #her: HerSeal
  #frames = 0

  private constructor(folder: string, take: string, part: number, file: TakeFile, her: HerSeal) {
    this.#folder = folder
    this.#take = take
    this.#part = part
    this.#file = file
    this.#her = her
  }

  /** Its first record says, to the archive alone, which key opens the rest. Throws Failure diskFull, diskFailing. */
  static async begin(
    folder: string,
    take: string,
    part: number,
    archiveKey: Buffer,
    her: HerSeal,
    at: number,
  ): Promise<OffRecordFile> {
    const file = await TakeFile.create(path.join(mediaFolder(folder), partName(take, part, 'off')), archiveKey)
    const began = new OffRecordFile(folder, take, part, file, her)
    try {
      await file.append([{ type: 'part', gaps: 0, at, position: 0, payload: jsonPayload({ key: her.key }) }])
      return began
    } catch (error) {
      await file.destroy().catch(() => undefined) // or the next opening does
      throw error
    }
  }

  async append(frames: number, bytes: Uint8Array, at: number): Promise<void> {
    const payload = soundPayload(frames, bytes)
    await this.#file.append([{ type: 'sound', gaps: 0, at, position: this.#frames, payload }], this.#her.sealingPublic)
    this.#frames += frames
  }

  destroy(): Promise<void> {
    return this.#file.destroy()
  }

  /** From here on it is hers, and stays. */
  async seal(): Promise<void> {
    await this.#file.close()
    const folder = mediaFolder(this.#folder)
    await rename(
      path.join(folder, partName(this.#take, this.#part, 'off')),
      path.join(folder, partName(this.#take, this.#part, 'hers')),
    )
    await syncFolder(folder)
  }

  /** Left undecided, as when everything ends. */
  close(): Promise<void> {
    return this.#file.close()
  }
}
