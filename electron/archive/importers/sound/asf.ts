// Windows Media (ASF): the length and the shape of its sound, from the objects of its head.
import { Failure } from '../../../../shared/contract/failure.ts'
import { bytesAt, type Bytes } from './bytes.ts'
import { described } from './described.ts'
import type { RandomAccess } from './index.ts'

const fileProperties = 'a1dcab8c47a9cf118ee400c00c205365'
const streamProperties = '9107dcb7b7a9cf118ee600c00c205365'
const soundStream = '409e69f84d5bcf11a8fd00805f5c442b'
export const contentDescription = '3326b2758e66cf11a6d900aa0062ce6c'
export const extendedDescription = '40a4d0d207e3d21197f000a0c95ea850'

const mostHead = 1024 * 1024
const mostObjects = 200

export interface AsfObject {
  readonly guid: string
  /** From its own beginning; its content begins at 24. */
  readonly object: Bytes
}

/** The objects of the head, one after another. */
export async function* asfObjects(access: RandomAccess): AsyncGenerator<AsfObject> {
  const head = await bytesAt(access, 0, 30)
  if (head.bytes.length < 30) return
  const end = Math.min(Number(head.view.getBigUint64(16, true)), access.size, mostHead)
  let at = 30
  for (let count = 0; count < mostObjects && at + 24 <= end; count++) {
    const { view } = await bytesAt(access, at, 24)
    const length = Number(view.getBigUint64(16, true))
    if (length < 24) return
    const object = await bytesAt(access, at, Math.min(length, end - at))
    yield { guid: Buffer.from(object.bytes.subarray(0, 16)).toString('hex'), object }
    at += length
  }
}

/** @throws Failure `nothingInside` where no stream is sound, `soundUnreadable` where its head has no streams at all. */
export async function readAsf(access: RandomAccess) {
  let seconds = 0
  let streams = 0
  let sound: Bytes | null = null
  for await (const { guid, object } of asfObjects(access)) {
    const { bytes, view } = object
    if (guid === fileProperties && bytes.length >= 88) {
      // In units of 100 ns, with the milliseconds that are buffered before it plays.
      seconds = Number(view.getBigUint64(64, true)) / 1e7 - Number(view.getBigUint64(80, true)) / 1e3
    }
    if (guid !== streamProperties) continue
    streams += 1
    const type = Buffer.from(bytes.subarray(24, 40)).toString('hex')
    if (type === soundStream && bytes.length >= 86) sound ??= object
  }
  if (sound === null) throw new Failure(streams > 0 ? 'nothingInside' : 'soundUnreadable')
  return described('wma', 'wma', seconds, sound.view.getUint16(80, true), sound.view.getUint32(82, true))
}
