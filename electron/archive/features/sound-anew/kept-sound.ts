// A recording, as whatever would write it anew finds it.
import type { Session } from '../../session.ts'
import { recordingFile } from '../../store/recordings.ts'
import { soundIn } from './plain-samples.ts'

export interface KeptSound {
  readonly media: string
  readonly durationMs: number
  readonly kind: Awaited<ReturnType<typeof soundIn>>
}

/**
 * Null where there is no such recording. NOTE: of a damaged recording, what was saved from it says the same, and it cannot
 * be written anew itself; so both count as damaged.
 */
export async function keptSound(session: Session, recording: string): Promise<KeptSound | null> {
  const file = recordingFile(session.database, recording)
  if (file === null) return null
  const { media, durationMs, isSaved } = file
  return { media, durationMs, kind: isSaved ? 'damaged' : await soundIn(session, media) }
}
