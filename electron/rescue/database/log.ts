// The write-ahead log that a crash left beside a database: which pages of it count (sqlite.org/walformat.html). Their
// checksums are over the pages as they lie there, enciphered.
import type { Bytes } from '../from/bytes.ts'

const headLength = 32
const frameHead = 24
const frameLength = frameHead + 4096
const magics = [0x377f0682, 0x377f0683]

export interface LoggedPages {
  /** Of the database, by the last transaction that is whole; null where there is none. */
  readonly pageCount: number | null
  /** The newest of each page, enciphered. */
  readonly pages: ReadonlyMap<number, () => Promise<Buffer>>
  /** Frames behind one that is damaged that look like finished transactions. */
  readonly afterDamage: number
}

type Sum = readonly [number, number]

export async function pagesInLog(log: Bytes): Promise<LoggedPages> {
  const head = await log.read(0, headLength)
  const nothing = { pageCount: null, pages: new Map(), afterDamage: Math.floor((log.size - headLength) / frameLength) }
  if (head.length < headLength) return { ...nothing, afterDamage: 0 }
  if (!magics.includes(head.readUInt32BE(0))) return nothing
  const isBig = head.readUInt32BE(0) === magics[1]
  let sum = sumOf(head.subarray(0, 24), [0, 0], isBig)
  if (!isSum(sum, head, 24)) return nothing
  const salts = head.subarray(16, 24)
  let pending = new Map<number, () => Promise<Buffer>>()
  const pages = new Map<number, () => Promise<Buffer>>()
  let pageCount: number | null = null
  let at = headLength
  for (; at + frameLength <= log.size; at += frameLength) {
    const frame = await log.read(at, frameLength)
    sum = sumOf(frame.subarray(frameHead), sumOf(frame.subarray(0, 8), sum, isBig), isBig)
    if (!frame.subarray(8, 16).equals(salts) || !isSum(sum, frame, 16)) break
    const begins = at + frameHead
    pending.set(frame.readUInt32BE(0), () => log.read(begins, 4096))
    if (frame.readUInt32BE(4) === 0) continue
    pageCount = frame.readUInt32BE(4)
    for (const [number, page] of pending) pages.set(number, page)
    pending = new Map()
  }
  const afterDamage = await finishedAfter(log, at + frameLength, salts)
  return { pageCount, pages, afterDamage }
}

/** Frames up to the last end of a transaction, of the same log, behind a damaged one. */
async function finishedAfter(log: Bytes, from: number, salts: Buffer): Promise<number> {
  let [seen, finished] = [0, 0]
  for (let at = from; at + frameLength <= log.size; at += frameLength) {
    const frame = await log.read(at, frameHead)
    if (!frame.subarray(8, 16).equals(salts)) break
    seen += 1
    if (frame.readUInt32BE(4) !== 0) finished = seen
  }
  return finished
}

const isSum = ([first, second]: Sum, bytes: Buffer, at: number): boolean =>
  bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second

function sumOf(bytes: Buffer, before: Sum, isBig: boolean): Sum {
  let [first, second] = before
  for (let at = 0; at < bytes.length; at += 8) {
    const [one, other] = isBig
      ? [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
      : [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)]
    first = (first + one + second) >>> 0
    second = (second + other + first) >>> 0
  }
  return [first, second]
}
