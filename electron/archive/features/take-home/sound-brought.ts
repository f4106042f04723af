// The sound of passages that she sealed in her copy: sealed here to her key, of which the public half is enough, and out of
// the recording. It is written before her decisions are taken, and counts with them, all at once.
import { Failure, type FailureCode } from '../../../../shared/contract/failure.ts'
import { canonical } from '../../../../shared/domain/canonical.ts'
import type { SoundOfPassage } from '../../../../shared/domain/take-home/sealed-sound.ts'
import type { Merged } from '../../../../shared/domain/take-home/take-home.ts'
import type { Session } from '../../session.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import type { Gone } from '../../store/erase/gone.ts'
import type { NarratorKey } from '../../vault/narrator-key.ts'
import type { HandedOver } from '../erase/handed-over.ts'
import { discardWritten, keepWritten, sealAway, type Written } from '../sealed-sound/seal-away.ts'
import { areKept } from '../sealed-sound/unseal.ts'
import { keptSound } from '../sound-anew/kept-sound.ts'

interface SoundHere extends SoundOfPassage {
  readonly testimony: string
}

export interface SoundToClose {
  readonly passages: number
  /** What the window decodes before, and hands over whole. */
  readonly toDecode: {
    readonly testimony: string
    readonly passages: string[]
    readonly recording: string
    readonly media: string
    readonly durationMs: number
  }[]
}

type Stories = ReadonlyMap<string, Merged>

/** What is sealed here once her decisions are taken. */
export function soundWanted(merged: Stories): SoundHere[] {
  return [...merged].flatMap(([testimony, { sound }]) => sound.toSeal.map((one) => ({ testimony, ...one })))
}

const byRecording = (wanted: readonly SoundHere[]) => [
  ...Map.groupBy(wanted, ({ testimony, recording }) => canonical([testimony, recording])).values(),
]

export async function soundToClose(session: Session, merged: Stories): Promise<SoundToClose> {
  const wanted = soundWanted(merged)
  const toDecode: SoundToClose['toDecode'] = []
  for (const own of byRecording(wanted)) {
    const [first] = own
    const kept = first === undefined ? null : await keptSound(session, first.recording)
    if (first === undefined || kept?.kind !== 'encoded') continue
    const { testimony, recording } = first
    const { media, durationMs } = kept
    toDecode.push({ testimony, passages: own.map(({ passage }) => passage), recording, media, durationMs })
  }
  return { passages: wanted.length, toDecode }
}

/** Their sound stays where it is then, and whoever brings it home is told. */
const unclosable: readonly FailureCode[] = ['soundUnreadable', 'mediaDamaged', 'mediaMissing']

export class SoundBroughtHome {
  readonly #written: readonly Written[]
  /** Passages whose sound could not be sealed. */
  readonly left: readonly string[]
  readonly #wanted: readonly SoundHere[]
  readonly #key: NarratorKey

  private constructor(wanted: readonly SoundHere[], key: NarratorKey, written: readonly Written[], left: string[]) {
    this.#wanted = wanted
    this.#key = key
    this.#written = written
    this.left = left
  }

  /** Throws Failure diskFull, checkFailed, cancelled; then nothing of it is left. */
  static async write(
    session: Session,
    wanted: readonly SoundHere[],
    key: NarratorKey,
    handedOver: HandedOver,
    signal: AbortSignal,
  ): Promise<SoundBroughtHome> {
    const written: Written[] = []
    const left: string[] = []
    try {
      for (const own of byRecording(wanted)) {
        const places = own.map(({ passage, recording, startMs, endMs }) => {
          return { passage, recording, stretch: { startMs, endMs } }
        })
        try {
          const { testimony } = own[0] ?? { testimony: '' }
          written.push(...(await sealAway(session, testimony, places, key, handedOver, () => undefined, signal)))
        } catch (error) {
          if (!(error instanceof Failure) || !unclosable.includes(error.code)) throw error
          left.push(...places.map(({ passage }) => passage))
        }
      }
      return new SoundBroughtHome(wanted, key, written, left)
    } catch (error) {
      await discardWritten(session, written)
      throw error
    }
  }

  /** What was written for nothing. */
  async discard(session: Session): Promise<void> {
    if (!areKept(session, this.#written)) await discardWritten(session, this.#written)
  }

  /** Throws Failure changedMeanwhile where other sound is to be sealed by now, or a recording is another one. */
  keep(archive: WritableArchive, merged: Stories, at: string, gone: Gone): void {
    if (canonical(soundWanted(merged)) !== canonical(this.#wanted)) throw new Failure('changedMeanwhile')
    const left = new Set(this.left)
    const stretches = this.#wanted
      .filter(({ passage }) => !left.has(passage))
      .map((one) => ({ ...one, key: this.#key.id, at }))
    for (const one of this.#written) keepWritten(archive, one, stretches, at, gone)
  }
}
