// Whether what is brought as another voice is her own: a file of hers as it is, or its samples in another file.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { MediaReader, StoredMedia } from '../../files/media.ts'
import { readSound } from '../../importers/sound/index.ts'
import { wavData } from '../../importers/sound/wav.ts'
import type { Session } from '../../session.ts'
import { soundOfHers } from '../../store/readings.ts'

/** Bytes compared at once. */
const pieceBytes = 1024 * 1024

interface Samples {
  readonly from: MediaReader
  /** Of its samples: what they are, and where they lie. */
  readonly shape: string
  readonly start: number
  readonly end: number
}

/** Null for what is no WAV, or a broken one. */
async function samplesIn(from: MediaReader): Promise<Samples | null> {
  try {
    const { format, codec, sampleRate, channels } = await readSound(from)
    const data = format === 'wav' ? await wavData(from) : null
    if (data === null) return null
    return { from, shape: `${codec} ${sampleRate} ${channels}`, start: data.start, end: data.end }
  } catch (error) {
    if (error instanceof Failure && error.code !== 'locked') return null
    throw error
  }
}

async function areTheSame(a: Samples, b: Samples): Promise<boolean> {
  const length = a.end - a.start
  if (a.shape !== b.shape || length !== b.end - b.start) return false
  for (let at = 0; at < length; at += pieceBytes) {
    const end = Math.min(length, at + pieceBytes)
    const [one, other] = [
      await a.from.read(a.start + at, a.start + end),
      await b.from.read(b.start + at, b.start + end),
    ]
    if (!Buffer.from(one).equals(other)) return false
  }
  return true
}

/**
 * Her recordings, what she said in them, and what was rendered of them, in any story of hers. NOTE: the same samples are
 * told in WAV alone; what was written anew in another format is not decoded here.
 * @throws Failure herOwnVoice; mediaDamaged where the file that came cannot be read again; locked.
 */
export async function requireAnotherVoice(
  session: Session,
  testimony: string,
  { sha256 }: Pick<StoredMedia, 'sha256'>,
  reader: MediaReader,
): Promise<void> {
  const hers = soundOfHers(session.database, testimony)
  if (hers.some((one) => one.sha256 === sha256)) throw new Failure('herOwnVoice')
  const brought = await samplesIn(reader)
  if (brought === null) return
  for (const { name, type, size } of hers) {
    if (type !== 'audio/wav' || size < brought.end - brought.start) continue
    // What of hers is missing or damaged can be compared with nothing.
    const own = await session.reader(name).then(samplesIn, ignoreDamage)
    if (own !== null && (await areTheSame(brought, own).catch(ignoreDamage)) === true) throw new Failure('herOwnVoice')
  }
}

function ignoreDamage(error: unknown): null {
  if (error instanceof Failure && (error.code === 'mediaMissing' || error.code === 'mediaDamaged')) return null
  throw error
}
