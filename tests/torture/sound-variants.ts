// Sound files that were cut, flipped, spliced and lied in, each the same for the same seed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fragmentedMp4, liveWebm, tabledMp4 } from './made-sounds.ts'
import { soundFolder } from './sound-folder.ts'
import { diceFrom } from '../support/dice.ts'

export interface Variant {
  readonly name: string
  readonly bytes: Buffer
}

export function soundsThere(): readonly Variant[] {
  const made = [
    { name: 'live.webm', bytes: liveWebm(3) },
    { name: 'fragments.m4a', bytes: fragmentedMp4(3) },
    { name: 'shifted.m4a', bytes: tabledMp4([[43, 1_024]], [[43, 0]], 43) },
  ]
  const there = ['formats', 'silence', 'speech'].flatMap((folder) =>
    readdirSync(join(soundFolder, folder))
      .toSorted()
      .map((file) => ({ name: file, bytes: readFileSync(join(soundFolder, folder, file)) }))
      .filter(({ bytes }) => bytes.length > 0),
  )
  return [...there, ...made]
}

/** Lengths and counts that readers trust too easily. */
const lies = [0, 1, 0x7f, 0xff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff]
/** Where most of what is read lies. */
const headLength = 512

const ways: readonly ((bytes: Buffer, chance: (below: number) => number, other: Buffer) => Buffer)[] = [
  (bytes, chance) => bytes.subarray(0, chance(bytes.length)),
  (bytes, chance) => {
    for (let flips = 1 + chance(64); flips > 0; flips--) {
      const at = chance(chance(2) === 0 ? Math.min(headLength, bytes.length) : bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance(8))
    }
    return bytes
  },
  (bytes, chance, other) =>
    Buffer.concat([bytes.subarray(0, chance(bytes.length)), other.subarray(chance(other.length))]),
  (bytes, chance) => {
    for (let many = 1 + chance(4); many > 0; many--) {
      const at = chance(Math.max(1, Math.min(headLength * (1 + chance(4)), bytes.length) - 4))
      const lie = lies[chance(lies.length)] ?? 0
      const isLittle = chance(2) === 0
      if (bytes.length >= at + 4) new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, lie, isLittle)
    }
    return bytes
  },
  (bytes, chance) => {
    const from = chance(bytes.length)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + chance(64))])
  },
]

/** The `at`-th variant. */
export function variant(sounds: readonly Variant[], at: number): Variant {
  const chance = diceFrom(at + 1)
  const base = sounds[at % sounds.length]
  const other = sounds[chance(sounds.length)]
  const way = chance(ways.length)
  const bytes = ways[way]?.(Buffer.from(base?.bytes ?? []), chance, other?.bytes ?? Buffer.alloc(0))
  return { name: base?.name ?? '', bytes: bytes ?? Buffer.alloc(0) }
}
