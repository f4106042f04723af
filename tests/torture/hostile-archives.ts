// Zips, tars and documents made of them, under names that lead elsewhere; and plain words under each such name. None is
// unpacked, none is taken for a story but the plain words, and no name reaches the disk.
import type { Begin } from './hostile-child.ts'
import { containers, hostileNames, manyEntries } from './hostile-containers.ts'
import { handedOver, type HostileFile } from './hostile-handed.ts'

const story = Buffer.from('Mina: I sold bread at the station.\n\nAna: Where was that?\n\nMina: At home.\n')

/** A container says that it is text by its name only where the text of it is. */
const plainOnes: readonly HostileFile[] = hostileNames.map((name, at) => ({
  name,
  bytes: Buffer.concat([story, Buffer.from(`\nAna: And ${at}?\n`)]),
}))

/** Under names of their own, of a transcript, and with the head of a sound before them. */
const disguises: readonly ((file: HostileFile) => HostileFile)[] = [
  (file) => file,
  ({ bytes }) => ({ name: 'story.txt', bytes }),
  ({ name, bytes }) => ({ name: `${name}.vtt`, bytes }),
]

export const archiveAttacks = containers.length * disguises.length + plainOnes.length + 1

export const begin: Begin = (_, fault) => {
  const plain = new Set<HostileFile>()
  const fileAt = (at: number): HostileFile => {
    if (at === archiveAttacks - 1) return { name: 'million.zip', bytes: manyEntries(1_000_000) }
    const place = at % archiveAttacks
    const own = plainOnes[place - containers.length * disguises.length]
    if (own !== undefined) {
      plain.add(own)
      return own
    }
    const [name, make] = containers[place % containers.length] ?? ['none', () => Buffer.alloc(1)]
    const disguised = disguises[Math.floor(place / containers.length)]
    return disguised?.({ name, bytes: make() }) ?? { name, bytes: make() }
  }
  return handedOver(fault, fileAt, (file) => plain.has(file))
}
