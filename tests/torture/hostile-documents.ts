// Testimonies, transcripts and documents that were flipped, cut, spliced, decoded wrongly and made endless: each is a
// transcript or refused, soon, and nothing of it stays.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { diceFrom, type Dice } from '../support/dice.ts'
import type { Begin } from './hostile-child.ts'
import { handedOver, type HostileFile } from './hostile-handed.ts'
import { endlessDocuments } from './hostile-endless.ts'

const data = path.join(import.meta.dirname, '../../../shared/data')
const fixtures = path.join(import.meta.dirname, '../fixtures')

/** Whether the real testimonies and transcripts are there; without them the invented ones are mutated alone. */
export const hasDocuments = existsSync(path.join(data, 'testimonies'))

const longest = 200_000
const endings = /\.(?:vtt|srt|sbv|txt|tsv|json|eaf|xml|csv|md|html)$/

function filesIn(folder: string): HostileFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => ({
      name: entry.name,
      bytes: readFileSync(path.join(entry.parentPath, entry.name)).subarray(0, longest),
    }))
    .filter(({ bytes }) => bytes.length > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

function testimonies(): HostileFile[] {
  if (!hasDocuments) return []
  return readdirSync(path.join(data, 'testimonies'))
    .toSorted()
    .flatMap((file) => {
      const lines = readFileSync(path.join(data, 'testimonies', file), 'utf8')
        .split('\n')
        .slice(0, 400)
      return lines
        .filter((line, at) => line !== '' && at % 10 === 0)
        .map((line, at) => {
          const { text } = JSON.parse(line) as { text: string }
          return { name: `${file}-${at}.txt`, bytes: Buffer.from(text).subarray(0, longest) }
        })
    })
}

function sources(): readonly HostileFile[] {
  const folders = ['captions', 'transcripts', 'ohms', 'pii', 'bagit'].map((name) => path.join(data, name))
  const small = folders.flatMap((folder) => filesIn(folder).slice(0, 60))
  return [
    ...filesIn(path.join(fixtures, 'transcripts')),
    ...filesIn(path.join(fixtures, 'scripts')),
    ...testimonies(),
    ...small,
  ]
}

type Way = (bytes: Buffer, dice: Dice, other: Buffer) => Buffer

const insertions = [
  '\0',
  '\r',
  '\u2028',
  '\ufeff',
  '\u202e',
  '-->',
  '\n\n00:00.000 --> 99:59:59.999\n',
  '<v ',
  '<<<<',
  '&#x110000;',
  '{\\an8}',
  'A: ',
  '[00:00:00]',
  '---\n',
  'WEBVTT\n\n',
  'Q:\nA:\n',
  '\u0301'.repeat(500),
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(50),
]

const ways: readonly Way[] = [
  (bytes, dice) => bytes.subarray(0, dice(bytes.length)),
  (bytes, dice) => {
    for (let flips = 1 + dice(64); flips > 0; flips -= 1) {
      const at = dice(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << dice(8))
    }
    return bytes
  },
  (bytes, dice, other) => Buffer.concat([bytes.subarray(0, dice(bytes.length)), other.subarray(dice(other.length))]),
  (bytes, dice) => {
    const pieces: Buffer[] = []
    let from = 0
    for (let many = 1 + dice(20); many > 0; many -= 1) {
      const at = Math.min(bytes.length, from + dice(2_000))
      pieces.push(bytes.subarray(from, at), Buffer.from(insertions[dice(insertions.length)] ?? ''))
      from = at
    }
    return Buffer.concat([...pieces, bytes.subarray(from)])
  },
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf16le'),
  (bytes) => Buffer.from(bytes.toString('utf16le'), 'utf8'),
  (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]),
  (bytes) => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(bytes.toString('utf8'), 'utf16le').swap16()]),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  (bytes, dice) => {
    const from = dice(bytes.length)
    const stretch = bytes.subarray(from, from + 1 + dice(200))
    return Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: 1 + dice(300) }, () => stretch)])
  },
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll(/\s+/g, ' '), 'latin1'),
  (bytes, dice) => {
    const lines = bytes.toString('latin1').split('\n')
    for (let at = lines.length - 1; at > 0; at -= 1) {
      const to = dice(at + 1)
      ;[lines[at], lines[to]] = [lines[to] ?? '', lines[at] ?? '']
    }
    return Buffer.from(lines.join('\n'), 'latin1')
  },
  (bytes, dice) => {
    const from = dice(bytes.length)
    return Buffer.concat([bytes.subarray(0, from), Buffer.alloc(dice(500)), bytes.subarray(from)])
  },
]

const names = ['', '.txt', '.vtt', '.srt', '.sbv', '.md', '.docx', '.odt', '.rtf', '.xml', '.firsthand-recall']

/** Where the endless ones lie among the others. */
const endlessEach = 50

export const begin: Begin = (_, fault) => {
  const all = sources()
  const fileAt = (at: number): HostileFile => {
    const dice = diceFrom(at + 1)
    if (at % endlessEach === 0) {
      const documents = endlessDocuments()
      const [name, make] = documents[(at / endlessEach) % documents.length] ?? ['none', () => '']
      const bytes = make()
      return { name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }
    }
    const base = all[at % all.length] ?? { name: '', bytes: Buffer.alloc(1) }
    const other = all[dice(all.length)] ?? base
    let bytes = Buffer.from(base.bytes)
    for (let times = 1 + dice(2); times > 0 && bytes.length > 0; times -= 1)
      bytes = Buffer.from(ways[dice(ways.length)]?.(bytes, dice, Buffer.from(other.bytes)) ?? bytes)
    const name = dice(4) === 0 ? `a${names[dice(names.length)] ?? ''}` : base.name
    return { name, bytes }
  }
  return handedOver(fault, fileAt, () => true)
}
