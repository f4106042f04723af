// Recordings that the window decodes, on their way: begun, handed over in pieces, looked at, and waiting to be taken when
// everything goes at once. What is not taken is destroyed: when it is given up, at lock, and when somebody else comes.
import type { erase as contract } from '../../../../shared/contract/erase.ts'
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { peaksFrom } from '../../../../shared/domain/sound/peaks.ts'
import type { DecodedShape } from '../../../../shared/domain/sound/sample-kinds.ts'
import type { Stretch } from '../../../../shared/domain/sound/silences.ts'
import type { OpenSession, Session } from '../../session.ts'
import { Anew, isTooLong } from '../sound-anew/anew.ts'
import { LikeWaveform } from '../sound-anew/like-waveform.ts'
import { soundIn } from '../sound-anew/plain-samples.ts'
import { placesOf, stretchesOf } from './stones.ts'
import { meantBy } from './what.ts'

type Calls = 'beginSound' | 'appendSound' | 'finishSound' | 'abandonSound'

/** The decoded sound may be longer than the file said by so much: encoders fill their last block. */
const mostLongerMs = 500

interface Row {
  readonly media: string
  readonly durationMs: number
  readonly peaks: Uint8Array | null
}

export class HandedOver {
  // NOTE: by session, so that nothing outlives its lock.
  readonly #ofSession = new WeakMap<Session, Map<string, Anew>>()

  /** What is to stand for `media`, silent in exactly these stretches; null where nothing like it was finished. */
  take(session: Session, recording: string, media: string, stretches: readonly Stretch[]): ReturnType<Anew['taken']> {
    const anew = this.#of(session).get(recording)
    if (anew === undefined || anew.media !== media || !areSame(anew.stretches, stretches)) return null
    return anew.taken()
  }

  /** What is there of these and was not taken. */
  async discard(session: Session, recordings: Iterable<{ readonly recording: string }>): Promise<void> {
    for (const { recording } of recordings) {
      const anew = this.#of(session).get(recording)
      this.#of(session).delete(recording)
      await anew?.discard()
    }
  }

  #of(session: Session): Map<string, Anew> {
    const kept = this.#ofSession.get(session)
    if (kept !== undefined) return kept
    const begun = new Map<string, Anew>()
    this.#ofSession.set(session, begun)
    session.onClose(async () => {
      for (const anew of begun.values()) await anew.discard()
    })
    return begun
  }

  handlers(open: OpenSession): Pick<Handlers<typeof contract>, Calls> {
    const find = ({ recording }: { recording: string }): Anew => {
      const anew = this.#of(open()).get(recording)
      if (anew === undefined) throw new Failure('notFound')
      return anew
    }
    return {
      beginSound: async ({ testimony, passages, recording, isWhole = false, ...shape }) => {
        const session = open()
        const { atWindow } = session
        const row = session.database.get<Row>(
          'SELECT media, duration_ms AS durationMs, peaks FROM recordings WHERE id = ? AND testimony = ?',
          [recording, testimony],
        )
        if (row === undefined) throw new Failure('notFound')
        const stretches = isWhole ? [] : silentIn(session, testimony, recording, passages)
        if ((stretches.length === 0 && !isWhole) || isTooLong(shape) || !isAsLong(row, shape))
          throw new Failure('badInput')
        if ((await soundIn(session, row.media)) !== 'encoded') throw new Failure('badInput')
        await this.discard(session, [{ recording }])
        const like = likeOf(row, shape)
        const anew = await Anew.begin(session, row.media, { shape, stretches, like })
        // NOTE: somebody else may have come to the window meanwhile, or a lock.
        if (atWindow.aborted) {
          await anew.discard()
          throw new Failure('cancelled')
        }
        await this.discard(session, [{ recording }])
        this.#of(session).set(recording, anew)
        atWindow.addEventListener('abort', () => void anew.discard(), { once: true })
        return {}
      },
      appendSound: async ({ bytes, ...of }) => {
        await find(of).append(bytes)
        return {}
      },
      finishSound: async (of) => {
        await find(of).finish()
        return {}
      },
      abandonSound: async ({ recording }) => {
        await this.discard(open(), [{ recording }])
        return {}
      },
    }
  }
}

function silentIn(session: Session, testimony: string, recording: string, passages: readonly string[]): Stretch[] {
  const meant = meantBy(session, { kind: 'passages', testimony, passages: [...passages] })
  return placesOf(session.database, meant.passages ?? [])
    .filter((place) => place.recording === recording)
    .flatMap(stretchesOf)
}

function isAsLong({ durationMs }: Row, { frames, sampleRate }: DecodedShape): boolean {
  const longer = frames - Math.round((durationMs * sampleRate) / 1000)
  return longer >= 0 && longer <= Math.ceil((mostLongerMs * sampleRate) / 1000)
}

function likeOf({ peaks }: Row, { sampleRate, channels, samples }: DecodedShape): LikeWaveform | null {
  const kept = peaks === null ? null : peaksFrom(peaks)
  return kept === null ? null : new LikeWaveform(kept, sampleRate, channels, samples)
}

/** As a set: in which order the passages were named says nothing. */
function areSame(one: readonly Stretch[], other: readonly Stretch[]): boolean {
  const named = (stretches: readonly Stretch[]) =>
    stretches
      .map(({ startMs, endMs }) => `${startMs} ${endMs}`)
      .toSorted()
      .join()
  return named(one) === named(other)
}
