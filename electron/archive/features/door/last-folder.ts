// Which archive was open last, so that the door of the next start is its door: one line beside the archives, nothing of a story.
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { defaultFolder } from '../../files/places.ts'
import { writeDurably } from '../../files/write-durably.ts'

const fileName = 'last-folder'

export class LastFolder {
  readonly #dataFolder: string
  #folder: string | null = null

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder
  }

  /** Where an archive would be made, where none was open yet. */
  async read(): Promise<string> {
    if (this.#folder !== null) return this.#folder
    const kept = await readFile(path.join(this.#dataFolder, fileName), 'utf8').catch(() => '')
    this.#folder = kept.trim() === '' ? defaultFolder(this.#dataFolder) : kept.trim()
    return this.#folder
  }

  /** Known from here on, even where it could not be written. */
  async keep(folder: string): Promise<void> {
    this.#folder = folder
    await mkdir(this.#dataFolder, { recursive: true, mode: 0o700 })
    await writeDurably(path.join(this.#dataFolder, fileName), Buffer.from(folder, 'utf8'))
  }

  async forget(): Promise<void> {
    this.#folder = null
    await rm(path.join(this.#dataFolder, fileName), { force: true })
  }
}
