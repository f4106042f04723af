// Whether a file is a whisper model that can be run here. It is walked through from its first byte to its last before the
// engine sees it, because the engine trusts what it reads.
import { open, type FileHandle } from 'node:fs/promises'
import { totalmem } from 'node:os'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'

/** Bytes of a block and elements in it, by whisper.cpp's number of the kind. */
const kinds: Readonly<Record<number, readonly [bytes: number, elements: number]>> = {
  0: [4, 1],
  1: [2, 1],
  2: [18, 32],
  3: [20, 32],
  6: [22, 32],
  7: [24, 32],
  8: [34, 32],
  10: [84, 256],
  11: [110, 256],
  12: [144, 256],
  13: [176, 256],
  14: [210, 256],
  30: [2, 1],
}

const magic = 0x67676d6c
const englishVocabulary = 51_864
const newestVocabulary = 51_866
/** What the engine needs beside the model itself: its working room for half a minute of sound. */
const besideModel = 700 * 1024 * 1024

export interface ModelFile {
  readonly path: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly onlyEnglish: boolean
}

/** The most memory that the transcriber may take with a model of so many bytes. */
export function mostMemory(size: number): number {
  return Math.round(size * 1.6) + besideModel
}

/** Reads forward through a file, a few bytes here and there. */
class Walk {
  readonly #file: FileHandle
  readonly size: number
  at = 0
  #piece = Buffer.alloc(0)
  #pieceAt = 0

  constructor(file: FileHandle, size: number) {
    this.#file = file
    this.size = size
  }

  async take(length: number): Promise<Buffer> {
    if (length < 0 || this.at + length > this.size) throw new Failure('notAModel')
    if (this.at < this.#pieceAt || this.at + length > this.#pieceAt + this.#piece.length) {
      const piece = Buffer.alloc(Math.max(length, 64 * 1024))
      const { bytesRead } = await this.#file.read(piece, 0, piece.length, this.at)
      this.#piece = piece.subarray(0, bytesRead)
      this.#pieceAt = this.at
      if (bytesRead < length) throw new Failure('notAModel')
    }
    const taken = this.#piece.subarray(this.at - this.#pieceAt, this.at - this.#pieceAt + length)
    this.at += length
    return taken
  }

  async integers(count: number): Promise<number[]> {
    const bytes = await this.take(count * 4)
    return Array.from({ length: count }, (_, index) => bytes.readInt32LE(index * 4))
  }

  skip(length: number): void {
    if (length < 0 || this.at + length > this.size) throw new Failure('notAModel')
    this.at += length
  }
}

function must(holds: boolean): void {
  if (!holds) throw new Failure('notAModel')
}

const isWithin = (value: number | undefined, least: number, most: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= least && value <= most

/** The numbers at the head; gives how many words and layers there are. */
async function head(walk: Walk): Promise<{ vocabulary: number; tensors: number }> {
  const [mark, vocabulary = 0, audioContext, state = 0, heads = 0, audioLayers = 0, ...rest] = await walk.integers(12)
  const [textContext, textState, textHeads = 0, textLayers = 0, bands = 0, kind = -1] = rest
  must(mark === magic && isWithin(vocabulary, englishVocabulary, newestVocabulary))
  must(audioContext === 1_500 && textContext === 448 && (bands === 80 || bands === 128))
  must(isWithin(state, 8, 4_096) && textState === state && isWithin(heads, 1, 64) && state % heads === 0)
  must(isWithin(textHeads, 1, 64) && state % textHeads === 0)
  must(isWithin(audioLayers, 1, 64) && isWithin(textLayers, 1, 64) && kinds[kind % 1_000] !== undefined)
  const [filterBands, frequencies] = await walk.integers(2)
  must(filterBands === bands && frequencies === 201)
  walk.skip(bands * 201 * 4)
  return { vocabulary, tensors: 11 + 15 * audioLayers + 24 * textLayers }
}

/** NOTE: the engine ends, or hangs, where there is no token of a single space. */
async function words(walk: Walk, vocabulary: number): Promise<void> {
  const [count = -1] = await walk.integers(1)
  must(isWithin(count, 1, vocabulary))
  let hasSpace = false
  for (let index = 0; index < count; index += 1) {
    const [length = -1] = await walk.integers(1)
    must(isWithin(length, 0, 1_024))
    if ((await walk.take(length)).toString('latin1') === ' ') hasSpace = true
  }
  must(hasSpace)
}

async function tensor(walk: Walk): Promise<string> {
  const [dimensions = -1, nameLength = -1, kind = -1] = await walk.integers(3)
  must(isWithin(dimensions, 1, 4) && isWithin(nameLength, 1, 200))
  const shape = await walk.integers(dimensions)
  const [bytes, elements] = kinds[kind] ?? [0, 0]
  must(bytes > 0 && shape.every((length) => isWithin(length, 1, 200_000)))
  const count = shape.reduce((product, length) => product * length, 1)
  must(count % elements === 0 && (shape[0] ?? 0) % elements === 0)
  const name = (await walk.take(nameLength)).toString('latin1')
  walk.skip((count / elements) * bytes)
  return name
}

/**
 * What is known of the model at `file`. Throws Failure modelMissing, notAModel (it is no whisper model in whisper.cpp's own
 * format, or part of it is missing), modelTooLarge (this machine has not enough memory for it).
 */
export async function lookAtModel(file: string): Promise<ModelFile> {
  if (!path.isAbsolute(file)) throw new Failure('modelMissing')
  let opened: FileHandle
  try {
    opened = await open(file, 'r')
  } catch {
    throw new Failure('modelMissing')
  }
  try {
    const stat = await opened.stat()
    if (!stat.isFile()) throw new Failure('modelMissing')
    const walk = new Walk(opened, stat.size)
    const { vocabulary, tensors } = await head(walk)
    await words(walk, vocabulary)
    const names = new Set<string>()
    for (let count = 1; walk.at < walk.size; count += 1) {
      must(count <= tensors)
      names.add(await tensor(walk))
    }
    must(names.size === tensors)
    if (mostMemory(stat.size) > totalmem()) throw new Failure('modelTooLarge')
    const onlyEnglish = vocabulary === englishVocabulary
    return { path: file, name: path.basename(file), size: stat.size, onlyEnglish }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('modelMissing')
  } finally {
    await opened.close()
  }
}
