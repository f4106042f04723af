// A WebM that says neither how long it is nor where what lies (as a page's own recorder leaves it), heard with a head of
// our own: the length, and an index of its clusters (RFC 9559, Cues). The stored file is never altered.
import { bounded } from './bounds.ts'
import { bytesAt, type Bytes } from './bytes.ts'
import { ebmlNumber } from './ebml.ts'
import { made, type Heard } from './heard-parts.ts'
import { paged } from './paged.ts'
import type { RandomAccess } from './index.ts'

const id = {
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackType: 0x83,
  defaultDuration: 0x23e383,
  cues: 0x1c53bb6b,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  group: 0xa0,
  block: 0xa1,
  simpleBlock: 0xa3,
} as const
const soundType = 2
/** Enough to come within three seconds of anywhere in three hours, and few enough to be read at once. */
const mostCues = 4_000
const mostHead = 1024 * 1024
const unknown = Number.POSITIVE_INFINITY

interface Element {
  readonly id: number
  /** Where it begins, where its content does, and where it ends; Infinity where it does not say. */
  readonly at: number
  readonly start: number
  readonly end: number
}

async function elementAt(access: RandomAccess, at: number): Promise<Element | null> {
  const head = await bytesAt(access, at, 12)
  const name = ebmlNumber(head, 0, false)
  const size = name === null ? null : ebmlNumber(head, name.width, true)
  if (name === null || size === null) return null
  const start = at + name.width + size.width
  return { id: name.value, at, start, end: start + size.value }
}

interface Cluster {
  readonly at: number
  time: number
}

/** NOTE: thinned out while they come, or a file of nothing but clusters would fill the memory. */
class Clusters {
  kept: Cluster[] = []
  /** The one that was begun last, kept or not. */
  now: Cluster | null = null
  #step = 1
  #count = 0

  add(at: number): void {
    this.now = { at, time: -1 }
    if (this.#count % this.#step === 0) this.kept.push(this.now)
    this.#count += 1
    if (this.kept.length <= 4 * mostCues) return
    this.kept = this.kept.filter((_, index) => index % 2 === 0)
    this.#step *= 2
  }
}

interface Found {
  readonly segment: Element
  readonly info: Element
  readonly tracks: Element
  readonly clusters: readonly Cluster[]
  readonly firstCluster: number
  readonly track: number
  /** In ticks of the segment's scale, the last block's own length included. */
  readonly duration: number
  readonly isIndexed: boolean
}

const whole = ({ bytes }: Bytes): number => (bytes.length > 8 ? 0 : bytes.reduce((sum, byte) => sum * 256 + byte, 0))

/** Walks it once, from cluster to cluster, into those that do not say how long they are. */
async function walk(access: RandomAccess): Promise<Found | null> {
  const clusters = new Clusters()
  let segment: Element | null = null
  let info: Element | null = null
  let tracks: Element | null = null
  let [track, type, frameNs, scale, said] = [0, 0, 0, 1_000_000, 0]
  let [last, before] = [0, 0]
  let isIndexed = false
  let own = 0
  for (let at = 0; at < access.size;) {
    const element = await elementAt(access, at)
    if (element === null) break
    const { start, end } = element
    const isInto =
      element.id === id.segment ||
      element.id === id.cluster ||
      element.id === id.group ||
      ([id.info, id.tracks, id.trackEntry] as readonly number[]).includes(element.id)
    if (element.id === id.segment) segment ??= element
    else if (element.id === id.info) info ??= element
    else if (element.id === id.tracks) tracks ??= element
    else if (element.id === id.cluster) clusters.add(at)
    else if (element.id === id.cues) isIndexed = true
    else if (element.id === id.trackEntry) [own, type] = [0, 0]
    if (isInto) {
      at = start
      continue
    }
    if (end === unknown || end > access.size) break
    const value = await bytesAt(access, start, Math.min(end - start, 16))
    if (element.id === id.scale) scale = whole(value) || scale
    else if (element.id === id.duration) said = 1
    else if (element.id === id.trackNumber) own = whole(value)
    else if (element.id === id.trackType) type = whole(value)
    else if (element.id === id.defaultDuration && type === soundType) frameNs = whole(value)
    else if (element.id === id.timestamp) {
      const cluster = clusters.now
      if (cluster !== null && cluster.time < 0) cluster.time = whole(value)
    } else if (element.id === id.simpleBlock || element.id === id.block) {
      const of = ebmlNumber(value, 0, true)
      if (of !== null && of.value === track && value.bytes.length >= of.width + 2) {
        const time = (clusters.now?.time ?? 0) + value.view.getInt16(of.width)
        if (time > last) [before, last] = [last, time]
      }
    }
    if (type === soundType && own !== 0 && track === 0) track = own
    at = end
  }
  const timed = clusters.kept.filter(({ time }) => time >= 0)
  const first = clusters.kept[0]
  if (segment === null || info === null || tracks === null || first === undefined || track === 0) return null
  const frame = frameNs > 0 ? frameNs / scale : Math.min(last - before, 1e9 / scale)
  const isWhole = said === 1 && isIndexed
  const of = { segment, info, tracks, track, firstCluster: first.at, duration: last + frame }
  return { ...of, clusters: timed, isIndexed: isWhole }
}

const sized = (content: Uint8Array, name: number): Buffer => {
  const ids = Buffer.from(name.toString(16).padStart(2, '0'), 'hex')
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(content.length) | (1n << 56n))
  return Buffer.concat([ids, size, content])
}
const number8 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(Math.max(0, Math.round(value))))
  return bytes
}

/** Null where it has both, or is not to be read. NOTE: tags and what else stood before the clusters is left out. */
export async function webmWithIndex(stored: RandomAccess): Promise<Heard | null> {
  const access = paged(bounded(stored))
  const found = await walk(access).catch(() => null)
  if (found === null || found.isIndexed || found.clusters.length === 0 || found.duration <= 0) return null
  const { segment, info, tracks, clusters, firstCluster, track, duration } = found
  if (info.end - info.start > mostHead || tracks.end - tracks.start > mostHead) return null
  const kept = await infoWithout(access, info)
  const trackBytes = await access.read(tracks.at, tracks.end)
  const doubled = Buffer.alloc(8)
  doubled.writeDoubleBE(duration)
  const newInfo = sized(Buffer.concat([...kept, sized(doubled, id.duration)]), id.info)
  const step = Math.ceil(clusters.length / mostCues)
  const wanted = clusters.filter((_, at) => at % step === 0)
  const cuesFor = (moved: number): Buffer =>
    sized(
      Buffer.concat(
        wanted.map(({ at, time }) => {
          const place = Buffer.concat([sized(number8(track), 0xf7), sized(number8(at + moved), 0xf1)])
          return sized(Buffer.concat([sized(number8(time), 0xb3), sized(place, 0xb7)]), 0xbb)
        }),
      ),
      id.cues,
    )
  const lengthBefore = newInfo.length + trackBytes.length + cuesFor(0).length
  // Places count from where the segment's content begins.
  const cues = cuesFor(lengthBefore - firstCluster)
  const end = Number.isFinite(segment.end) ? Math.min(segment.end, stored.size) : stored.size
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(lengthBefore + end - firstCluster) | (1n << 56n))
  const head = Buffer.concat([
    await access.read(0, segment.at),
    Buffer.from(id.segment.toString(16), 'hex'),
    size,
    newInfo,
    trackBytes,
    cues,
  ])
  return made('audio/webm', [new Uint8Array(head), { start: firstCluster, end }])
}

/** What stands in the info, but for a length. */
async function infoWithout(access: RandomAccess, info: Element): Promise<Uint8Array[]> {
  const kept: Uint8Array[] = []
  for (let at = info.start; at < info.end;) {
    const element = await elementAt(access, at)
    if (element === null || element.end > info.end) break
    if (element.id === id.scale) kept.push(new Uint8Array(await access.read(element.at, element.end)))
    at = element.end
  }
  return kept
}
