// What a shim wrote down of a disk, played back up to any moment, with only what was synced by then on the disk for
// certain: what was written and not synced may be there, in part or not at all.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const [opened, wrote, cut, synced, closed, renamed, removed, made] = [1, 2, 3, 4, 5, 6, 7, 8]
const headLength = 32
const sector = 512

export interface DiskStep {
  readonly what: number
  readonly file: number
  readonly place: number
  readonly one: Buffer
  readonly other: string
}

/** The steps of a log, in order; a last one that is half written is left out. */
export function readDiskLog(log: string): DiskStep[] {
  const bytes = readFileSync(log)
  const steps: DiskStep[] = []
  for (let at = 0; at + headLength <= bytes.length;) {
    const [oneLength, otherLength] = [bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)]
    const end = at + headLength + oneLength + otherLength
    if (end > bytes.length) break
    steps.push({
      what: bytes.readUInt32LE(at),
      file: Number(bytes.readBigInt64LE(at + 16)),
      place: Number(bytes.readBigInt64LE(at + 24)),
      one: bytes.subarray(at + headLength, at + headLength + oneLength),
      other: bytes.toString('utf8', at + headLength + oneLength, end),
    })
    at = end
  }
  return steps
}

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly size: number }

/** A file's bytes for certain, and what has been done to it since it was synced. */
class Inode {
  certain: Buffer = Buffer.alloc(0)
  pending: Change[] = []

  sync(): void {
    this.certain = this.with(() => true)
    this.pending = []
  }

  /** With those pending changes, or those sectors of one, that `stays` says yes to. */
  with(stays: () => boolean): Buffer {
    if (this.pending.length === 0) return this.certain
    // As long as it may become, once: a sector at a time it would be copied as often.
    const bytes = Buffer.alloc(this.pending.reduce((most, one) => Math.max(most, endOf(one)), this.certain.length))
    let length = this.certain.copy(bytes)
    for (const change of this.pending) {
      if ('size' in change) {
        if (!stays()) continue
        bytes.fill(0, change.size) // which is what it reads as where it grows again
        length = change.size
        continue
      }
      for (let from = 0; from < change.bytes.length; from += sector) {
        if (!stays()) continue
        const piece = change.bytes.subarray(from, from + sector)
        piece.copy(bytes, change.at + from)
        length = Math.max(length, change.at + from + piece.length)
      }
    }
    return bytes.subarray(0, length)
  }
}

const endOf = (change: Change): number => ('size' in change ? change.size : change.at + change.bytes.length)

/** A name that stands for a file, or for a folder (`null`). */
type Names = Map<string, Inode | null>
type NameChange = (names: Names) => void

/** A disk below one folder, as it would be found after a power cut. */
export class PowerCutDisk {
  readonly #root: string
  /** What a program that goes on running sees. */
  readonly #seen: Names = new Map()
  readonly #certain: Names = new Map()
  readonly #pending: { readonly folders: readonly string[]; readonly change: NameChange }[] = []
  readonly #open = new Map<number, { readonly place: string; readonly inode: Inode | null }>()

  /** Begins with what lies below `root` now, all of it for certain. */
  constructor(root: string, from: string) {
    this.#root = root
    for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
      const inode = statSync(path.join(from, name)).isDirectory() ? null : new Inode()
      if (inode !== null) inode.certain = readFileSync(path.join(from, name))
      for (const names of [this.#seen, this.#certain]) names.set(name, inode)
    }
  }

  /** NOTE: a sync of a folder is what makes the names in it certain; that of a file says nothing of its name. */
  step({ what, file, place, one, other }: DiskStep): void {
    if (what === opened) {
      const name = this.#name(one.toString('utf8'))
      if ((place & 1) === 1) {
        const inode = new Inode()
        this.#rename([name], (names) => names.set(name, inode))
      }
      const inode = this.#seen.get(name) ?? null
      if ((place & 2) === 2) inode?.pending.push({ size: 0 })
      this.#open.set(file, { place: name, inode })
    } else if (what === wrote) this.#open.get(file)?.inode?.pending.push({ at: place, bytes: one })
    else if (what === cut) this.#open.get(file)?.inode?.pending.push({ size: place })
    else if (what === closed) this.#open.delete(file)
    else if (what === synced) {
      const handle = this.#open.get(file)
      if (handle?.inode != null) handle.inode.sync()
      else if (handle !== undefined) this.#syncFolder(handle.place)
    } else if (what === made) {
      const name = this.#name(one.toString('utf8'))
      this.#rename([name], (names) => names.set(name, null))
    } else if (what === removed) {
      const name = this.#name(one.toString('utf8'))
      this.#rename([name], (names) => names.delete(name))
    } else if (what === renamed) {
      const [from, to] = [this.#name(one.toString('utf8')), this.#name(other)]
      const moved = this.#seen.get(from) ?? null
      this.#rename([from, to], (names) => move(names, from, to, moved))
    }
  }

  /**
   * Lays it down in `folder` as a power cut may leave it. `chance`: how much of what was not synced is there all the same,
   * sector by sector; names come in the order in which they were given.
   */
  layDown(folder: string, chance: number, dice: (below: number) => number): void {
    const names = new Map(this.#certain)
    const many = chance === 0 ? 0 : dice(this.#pending.length + 1)
    for (const { change } of this.#pending.slice(0, many)) change(names)
    const isThere = (name: string): boolean => name === '.' || (names.get(name) === null && isThere(path.dirname(name)))
    for (const [name, inode] of [...names].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
      const place = path.join(folder, name)
      // What lies in a folder that is not there is not there either.
      if (!isThere(path.dirname(name))) continue
      if (inode === null) mkdirSync(place, { recursive: true })
      else
        writeFileSync(
          place,
          inode.with(() => chance > 0 && dice(1_000) < chance * 1_000),
        )
    }
  }

  #name(place: string): string {
    return path.relative(this.#root, place)
  }

  #rename(places: readonly string[], change: NameChange): void {
    change(this.#seen)
    this.#pending.push({ folders: places.map((place) => path.dirname(place)), change })
  }

  /** What was done to names in this folder, and what had to come before it. */
  #syncFolder(folder: string): void {
    const name = folder === '' ? '.' : folder
    for (let at = 0; at < this.#pending.length;) {
      const { folders, change } = this.#pending[at] ?? { folders: [], change: () => undefined }
      if (!folders.includes(name)) at += 1
      else {
        change(this.#certain)
        this.#pending.splice(at, 1)
      }
    }
  }
}

/** NOTE: a synced new name stands for the file, whether the old one was ever certain or not; what lies in a folder is not. */
function move(names: Names, from: string, to: string, moved: Inode | null): void {
  const before = [...names]
  for (const [name, inode] of before) {
    if (name !== from && !name.startsWith(`${from}/`)) continue
    names.delete(name)
    names.set(`${to}${name.slice(from.length)}`, inode)
  }
  names.set(to, moved)
}
