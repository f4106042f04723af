// Sticks with backups that somebody made to do harm: links, pipes, lying lengths, pieces of another size. Nothing outside
// may change, what is refused leaves nothing, and nothing is held up.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { startProcess } from '../support/archive.ts'
import { backUp, restoreTo } from '../support/backup.ts'
import { diceFrom } from '../support/dice.ts'
import type { Begin } from './hostile-child.ts'
import { entriesUnder, layOutside } from './hostile-folder.ts'
import { bringStoryIn, makeHere } from './journey.ts'

interface Stick {
  readonly root: string
  readonly generation: string
  readonly outside: string
  /** Where it is to be restored to. */
  readonly into: string
}

type Attack = readonly [name: string, lay: (stick: Stick) => void]

const generationOf = ({ root, generation }: Stick): string => path.join(root, 'generations', generation)

function firstPiece({ root }: Stick): string {
  const pair = readdirSync(path.join(root, 'pieces')).toSorted()[0] ?? ''
  return path.join(root, 'pieces', pair, readdirSync(path.join(root, 'pieces', pair))[0] ?? '')
}

const kinds: readonly (readonly [string, (at: string, outside: string) => void])[] = [
  ['a link out', (at, outside) => symlinkSync(path.join(outside, 'letters.txt'), at)],
  ['a link to a folder', (at, outside) => symlinkSync(outside, at)],
  ['a link to nothing', (at, outside) => symlinkSync(path.join(outside, 'nothing'), at)],
  ['a link to itself', (at) => symlinkSync(at, at)],
  ['a pipe', (at) => execFileSync('mkfifo', [at])],
  ['a link to a device', (at) => symlinkSync('/dev/zero', at)],
  ['a folder', (at) => mkdirSync(at)],
  ['nothing', () => undefined],
]

const places: readonly (readonly [string, (stick: Stick) => string])[] = [
  ['the backup', generationOf],
  ['a piece', firstPiece],
  ['a folder of pieces', (stick) => path.dirname(firstPiece(stick))],
  ['all pieces', ({ root }) => path.join(root, 'pieces')],
  ['all backups', ({ root }) => path.join(root, 'generations')],
  ['where it is restored', ({ into }) => into],
]

const strange = places.flatMap(([where, at]) =>
  kinds.map(([kind, lay]): Attack => [
    `${where} is ${kind}`,
    (stick) => {
      const place = at(stick)
      rmSync(place, { recursive: true, force: true })
      lay(place, stick.outside)
    },
  ]),
)

/** Numbers of the head that lie, with a right sum over all of it. */
const heads = [8, 12, 16, 20, 24, 28, 32].flatMap((at) =>
  [0, 1, 0x7fff_ffff, 0xffff_ffff].map((number): Attack => [
    `its head says ${number} at ${at}`,
    (stick) => {
      const bytes = readFileSync(generationOf(stick))
      bytes.writeUInt32BE(number, at)
      writeFileSync(generationOf(stick), summed(bytes))
    },
  ]),
)

const flips = Array.from({ length: 24 }, (_, at): Attack => [
  `a byte is another, ${at}`,
  (stick) => {
    const file = at % 2 === 0 ? generationOf(stick) : firstPiece(stick)
    const bytes = readFileSync(file)
    const where = diceFrom(at + 1)(bytes.length)
    bytes[where] = (bytes[where] ?? 0) ^ 0x21
    writeFileSync(file, at % 4 === 0 ? summed(bytes) : bytes)
  },
])

const others: readonly Attack[] = [
  ['it has a hundred thousand pieces of nothing', (stick) => writeFileSync(generationOf(stick), longList())],
  ['it is longer than any', (stick) => truncateSync(generationOf(stick), 2 ** 34)],
  ['it is empty', (stick) => writeFileSync(generationOf(stick), '')],
  ['it is text', (stick) => writeFileSync(generationOf(stick), '../../x')],
  ['a piece is a terabyte', (stick) => truncateSync(firstPiece(stick), 2 ** 40)],
  ['a piece is shorter', (stick) => truncateSync(firstPiece(stick), 10)],
  [
    'a piece is longer by one',
    (stick) => writeFileSync(firstPiece(stick), Buffer.concat([readFileSync(firstPiece(stick)), Buffer.alloc(1)])),
  ],
  [
    'there are two thousand that are none',
    ({ root }) => {
      for (let at = 0; at < 2_000; at += 1)
        writeFileSync(path.join(root, 'generations', String(at).padStart(26, '0')), 'x')
    },
  ],
  [
    'there are names that climb',
    ({ root }) => {
      for (const name of ['..x', 'CON', 'a\nb', '%2e%2e', '-rf', '.new', `${'0'.repeat(26)}.new`])
        writeFileSync(path.join(root, 'generations', name), 'x')
    },
  ],
  [
    'there is something where it is restored',
    ({ into }) => {
      mkdirSync(path.join(into, '.making'), { recursive: true })
      writeFileSync(path.join(into, 'mine.txt'), 'mine')
    },
  ],
]

function listed(place: string): string {
  return lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(place).join() : ''
}

function summed(bytes: Buffer): Buffer {
  const body = bytes.subarray(0, -32)
  return Buffer.concat([body, createHash('sha256').update(body).digest()])
}

function longList(): Buffer {
  const head = Buffer.alloc(60)
  Buffer.from('89464852424b500a', 'hex').copy(head)
  head.writeUInt32BE(1, 8)
  head.writeUInt32BE(100_000, 28)
  return summed(Buffer.concat([head, Buffer.alloc(32 * 100_000 + 32)]))
}

export const sticks: readonly Attack[] = [...strange, ...heads, ...flips, ...others]

const allowed: ReadonlySet<string> = new Set(
  'noBackupHere archiveHere backupDamaged newerVersion folderMissing notAFolder folderNotEmpty folderReadOnly keyringDamaged keyringMissing keyringRefused wrongPaperKey diskFull'.split(
    ' ',
  ),
)

export const begin: Begin = async (scratch, fault) => {
  const [base, outside, home] = ['stick', 'outside', 'made'].map((name) => path.join(scratch, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(base)
  const made = await startProcess(home)
  const { paperKey } = await makeHere(made.client, path.join(scratch, 'archive'))
  const testimony = await bringStoryIn(made.client)
  const { root, generation } = await backUp(made.client, base)
  await made.client.door.lock({})
  const opens = { kind: 'paper', words: paperKey.join(' ') } as const

  return {
    async take(at, faultNow = fault) {
      const [name, lay] = sticks[at % sticks.length] ?? ['none', () => undefined]
      const stick = path.join(scratch, 'tried')
      const into = path.join(scratch, 'into')
      for (const place of [stick, into]) rmSync(place, { recursive: true, force: true })
      cpSync(base, stick, { recursive: true })
      layOutside(outside)
      const there = { root: path.join(stick, path.relative(base, root)), generation, outside, into }
      lay(there)
      const before = entriesUnder(outside)
      const mine = listed(into)
      const wrong: string[] = []
      let restored = false
      try {
        const { generations } = await made.client.backup.look({ folder: there.root })
        if (generations.length > 3_000) wrong.push('too many')
        await restoreTo(made.client, there, into, opens)
        restored = true
        await made.client.door.openWithPaperKey({ folder: into, words: paperKey.join(' ') })
        await made.client.story.read({ testimony })
      } catch (error) {
        const code = error instanceof Failure ? error.code : String(error)
        if (!allowed.has(code)) wrong.push(`it ended with ${code}`)
      }
      await made.client.door.lock({})
      const left = listed(into)
      if (!restored && left !== mine && left !== '') wrong.push(`something is half restored: ${left}`)
      if (faultNow === 'stray') rmSync(path.join(outside, 'letters.txt'))
      if (entriesUnder(outside) !== before) wrong.push('something outside is another')
      if (made.broken.length > 0) wrong.push(`an unforeseen error: ${String(made.broken.splice(0)[0]).slice(0, 300)}`)
      return { name, wrong, kept: restored }
    },
    async end() {
      await made.close()
      return []
    },
  }
}
