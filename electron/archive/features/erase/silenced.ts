// A recording written again without some of its sound: silence stands there, everything else is as it was, to the sample.
import type { Stretch } from '../../../../shared/domain/sound/silences.ts'
import type { StoredMedia } from '../../files/media.ts'
import type { Session } from '../../session.ts'
import { framesOf } from '../sound-anew/frames.ts'
import { samplesIn } from '../sound-anew/plain-samples.ts'
import { writeAgain } from '../sound-anew/write-again.ts'

/**
 * No row names it yet. Null where it holds no plain samples. Throws Failure diskFull, mediaDamaged, mediaMissing,
 * checkFailed, cancelled; then nothing of it is left.
 */
export async function writeSilenced(
  session: Session,
  media: string,
  stretches: readonly Stretch[],
  tell: (bytes: number) => void,
  signal: AbortSignal,
): Promise<StoredMedia | null> {
  const reader = await session.reader(media)
  const samples = await samplesIn(reader)
  if (samples === null) return null
  const { start, end, frame, rate } = samples
  // A frame that is cut off at the end of the file is silenced like any other.
  const count = Math.ceil((end - start) / frame)
  const changes = stretches.map((stretch) => ({ frames: framesOf(stretch, rate, count), with: null }))
  return writeAgain(session, reader, samples, changes, tell, signal)
}
