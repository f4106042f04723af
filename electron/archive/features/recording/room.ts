// How much more can be recorded: what the disk has, less what putting it into its story will need once more.
import { statfs } from 'node:fs/promises'
import type { SoundShape } from '../../store/takes.ts'

/** Under so much sound nothing else is begun, and it is said. */
export const littleRoomMs = 10 * 60_000
/** For the database and its log, and what the file system keeps for itself. */
const reserve = 16 * 1024 * 1024
/** Of opus, which is told by what came as soon as there is a minute of it. */
const opusBytesPerMs = 8
const minute = 60_000

/** Bytes a millisecond of sound takes, sealing not counted: that is one in a thousand. */
export function bytesPerMs(shape: SoundShape, keptBytes: number, keptMs: number): number {
  if (shape.codec === 'pcm') return (shape.sampleRate * shape.channels * 2) / 1000
  return keptMs > minute ? keptBytes / keptMs : opusBytesPerMs
}

/** Bytes that this program may still write on the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Milliseconds, of sound that can still come and can be put into its story with what is kept already. */
export function roomFor(free: number, keptBytes: number, perMs: number): number {
  return Math.max(0, (free - reserve - keptBytes) / (2 * perMs))
}

/** What finishing so many bytes of sound needs and the disk has not. */
export function bytesMissing(free: number, bytes: number): number {
  return Math.max(0, bytes + reserve - free)
}
