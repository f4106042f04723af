// She says something aloud about a passage, in her own session, as her window sends it.
import { randomFillSync } from 'node:crypto'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { webm } from '../contract/role-world.ts'

export interface SaidAloud {
  readonly answer: string
  /** Null where it was sealed at once. */
  readonly media: string | null
  readonly bytes: Buffer
}

/** Noise of which no piece is like another; it begins as sound does. */
export function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  randomFillSync(bytes)
  bytes.set(webm)
  return bytes
}

export async function sayAloud(
  { herSession }: ArchiveClient,
  testimony: string,
  passage: string | null,
  bytes: Buffer = noise(300_000),
  durationMs = 12_345,
): Promise<SaidAloud> {
  const { answer } = await herSession.beginAnswer({ testimony, passage, type: 'audio/webm' })
  await herSession.appendAnswer({ testimony, answer, bytes: Uint8Array.from(bytes) })
  return { answer, bytes, ...(await herSession.finishAnswer({ testimony, answer, durationMs })) }
}
