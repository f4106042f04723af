// A take while it is made: what is kept of it second by second, paused, forgotten, or kept off the record. It holds no
// secret and nothing that says whose it is. One thing after another, in the order in which it was asked.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { takeStates } from '../../../../shared/contract/recording.ts'
import type { TakeFile } from '../../files/take-file.ts'
import { jsonPayload, soundPayload, type RecordType } from '../../files/take-record.ts'
import type { GapKind } from '../../store/gaps.ts'
import type { NewRecord } from '../../files/take-file.ts'
import { ComingGap } from './coming-gap.ts'
import { KeptSoFar, lastBitMs } from './kept-so-far.ts'
import type { BegunTake, Clocks, LeftAt, Second } from './begun-take.ts'
import { isFullOrFailing, LostSeconds } from './lost-seconds.ts'
import { OffRecordFile } from './off-record-file.ts'
import { frameRate, type GapSaid } from './taken.ts'

export type TakeState = (typeof takeStates)[number]
export type OffRecordChoice = 'destroy' | 'seal'

export class TakeUnderWay {
  readonly take: BegunTake
  readonly #file: TakeFile
  readonly #clocks: Clocks
  readonly #rate: number
  #state: TakeState = 'recording'
  #epoch: number
  readonly #kept: KeptSoFar
  #pausedAt = 0
  #parts: number
  #off: OffRecordFile | null = null
  #offFrames = 0
  readonly #lost = new LostSeconds()
  readonly #coming = new ComingGap()
  #expected = 0
  #lane: Promise<unknown> = Promise.resolve()

  /** `epoch`: one that no take had before it, so that sound of an earlier one is not taken for this. */
  constructor(take: BegunTake, file: TakeFile, left: LeftAt, clocks: Clocks, epoch: number) {
    this.take = take
    this.#file = file
    this.#clocks = clocks
    this.#epoch = epoch
    this.#rate = frameRate(take.shape)
    this.#kept = new KeptSoFar(left.position, file.end, left.sounds, left.gaps)
    this.#parts = left.parts
  }

  get state(): TakeState {
    return this.#state
  }
  get epoch(): number {
    return this.#epoch
  }
  /** Milliseconds of sound on the disk. */
  get keptMs(): number {
    return this.msOf(this.#kept.position)
  }
  get keptBytes(): number {
    return this.#file.end
  }
  get sincePauseMs(): number {
    return this.msOf(this.#kept.position - this.#kept.stretch.position)
  }
  get offRecordMs(): number {
    return this.msOf(this.#offFrames)
  }
  get consentSinceMs(): number | null {
    return this.#kept.consent === null ? null : this.msOf(this.#kept.consent.position)
  }
  get position(): number {
    return this.#kept.position
  }

  /** Milliseconds that so many frames last. */
  msOf(frames: number): number {
    return (frames * 1000) / this.#rate
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#lane.then(work)
    this.#lane = turn.catch(() => undefined)
    return turn
  }

  #record(type: RecordType, payload: Buffer = Buffer.alloc(0), position = this.#kept.position): NewRecord {
    return { type, gaps: this.#kept.gaps, at: this.#clocks.wall(), position, payload }
  }

  /** Sound of another epoch is not taken from here on. */
  #nextEpoch(): void {
    this.#epoch += 1
    this.#expected = 0
    this.#lost.forget()
  }

  /** Resolves when the second is on the disk. Its bytes are zeroed. Throws Failure staleSound, diskFull, diskFailing. */
  append(second: Second): Promise<void> {
    return this.#inTurn(async () => {
      const { epoch, sequence, frames, bytes } = second
      try {
        const goesOn = sequence === this.#expected || (sequence > this.#expected && this.#lost.any)
        if (epoch !== this.#epoch || !goesOn) throw new Failure('staleSound')
        if (this.#state === 'offRecord') await this.#off?.append(frames, bytes, this.#clocks.wall())
        else if (this.#state === 'recording') await this.#keep(second)
        else throw new Failure('staleSound')
        if (this.#state === 'offRecord') this.#offFrames += frames
        this.#expected = sequence + 1
      } catch (error) {
        if (isFullOrFailing(error)) this.#lost.add(sequence, this.msOf(frames))
        throw error
      } finally {
        bytes.fill(0)
      }
    })
  }

  async #keep({ sequence, frames, bytes }: Second): Promise<void> {
    const coming = this.#coming.until(this.#clocks.steady() - this.msOf(frames))
    const gaps = [coming, this.#lost.before(sequence)].filter((gap) => gap !== null)
    const records = gaps.map((gap) => this.#record('gap', jsonPayload(gap)))
    records.push(this.#record('sound', soundPayload(frames, bytes)))
    const starts = await this.#file.append(records.map((one, at) => ({ ...one, gaps: one.gaps + at })))
    const start = starts.at(-1) ?? 0
    for (const [at, gap] of gaps.entries())
      this.#kept.addGap({ ...gap, start: starts[at] ?? 0, end: starts[at + 1] ?? 0 })
    this.#lost.forget()
    this.#coming.end()
    if (coming !== null) this.#kept.beginStretch(start)
    this.#kept.add(start, frames)
  }

  async #gap(kind: GapKind, lastedMs: number | null, position = this.#kept.position): Promise<void> {
    const said = { kind, lastedMs }
    const [start = 0] = await this.#file.append([this.#record('gap', jsonPayload(said), position)])
    this.#kept.addGap({ ...said, start, end: this.#file.end })
  }

  /** Goes on after a gap, which lasts until sound comes. */
  beginAfter(gap: GapSaid): void {
    this.#coming.begin(gap, this.#clocks.steady())
  }

  /** What is not sound comes after it: it is over. */
  async #endComing(): Promise<void> {
    const coming = this.#coming.until(this.#clocks.steady())
    if (coming === null) return
    await this.#gap(coming.kind, coming.lastedMs)
    this.#kept.beginStretch(this.#file.end)
    this.#coming.end()
  }

  /** Marks that sound is missing, at a position of the take. Throws Failure diskFull, diskFailing. */
  markGap(kind: GapKind, lastedMs: number | null, position: number): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state === 'recording') await this.#gap(kind, lastedMs, Math.min(position, this.#kept.position))
    })
  }

  /** Another window sends from here on: it counts from 0, and what an older one still sends is not taken. */
  fromAnotherWindow(): Promise<void> {
    return this.#inTurn(() => Promise.resolve(this.#nextEpoch()))
  }

  pause(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state !== 'recording') return
      await this.#endComing().catch(() => undefined)
      this.#state = 'paused'
      this.#pausedAt = this.#clocks.steady()
      this.#nextEpoch()
    })
  }

  goOn(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state === 'paused') await this.#recordAgain()
    })
  }

  async #recordAgain(): Promise<void> {
    await this.#gap('pause', Math.max(0, this.#clocks.steady() - this.#pausedAt))
    this.#kept.beginStretch(this.#file.end)
    this.#state = 'recording'
    this.#nextEpoch()
  }

  /** No byte of it is in the file afterwards, nor can any of it still come. Throws Failure diskFull, diskFailing. */
  forget(what: 'lastBit' | 'sincePause'): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state === 'stopped') throw new Failure('notFound')
      this.#nextEpoch()
      const cut = what === 'sincePause' ? this.#kept.stretch : this.#kept.last((lastBitMs * this.#rate) / 1000)
      if (cut.start >= this.#file.end) return
      const forgottenMs = this.msOf(this.#kept.position - cut.position)
      const joined = this.#kept.cutGaps(cut.start)
      try {
        await this.#file.cut(joined?.start ?? cut.start)
      } finally {
        // A disk that fails may have cut it off all the same.
        if (this.#file.end <= cut.start) this.#kept.forgetAfter(cut)
      }
      const coming = this.#coming.until(this.#clocks.steady())
      this.#coming.end()
      const lastedMs = forgottenMs + (joined?.lastedMs ?? 0) + (coming?.lastedMs ?? 0)
      // NOTE: two gaps in one place would say that something was forgotten.
      // What is forgotten is forgotten, whether the disk takes a gap or not.
      if (this.#state === 'recording') await this.#gap('pause', lastedMs).catch(() => undefined)
      else this.#pausedAt -= lastedMs
      this.#kept.beginStretch(this.#file.end)
    })
  }

  goOffRecord(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state !== 'recording' && this.#state !== 'paused') return
      await this.#endComing().catch(() => undefined)
      const wasRecording = this.#state === 'recording'
      // NOTE: nothing more goes into the recording, whatever becomes of the other file.
      this.#state = 'offRecord'
      if (wasRecording) this.#pausedAt = this.#clocks.steady()
      this.#nextEpoch()
      this.#offFrames = 0
      const { folder, name, publicKey, her } = this.take
      if (her === null) return
      this.#parts += 1
      this.#off = await OffRecordFile.begin(folder, name, this.#parts, publicKey, her, this.#clocks.wall())
    })
  }

  /** Throws Failure noPassphrase where there is no key of hers to seal it to. */
  backOnRecord(then: OffRecordChoice): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state !== 'offRecord') return
      await this.#settleOff(then)
      await this.#recordAgain()
    })
  }

  async #settleOff(then: OffRecordChoice): Promise<void> {
    if (then === 'seal' && this.take.her === null) throw new Failure('noPassphrase')
    const off = this.#off
    // Its file could not be begun, so that there is nothing to be sealed.
    if (then === 'seal' && off === null) throw new Failure('diskFull')
    this.#nextEpoch()
    if (then === 'seal' && this.#offFrames > 0) await off?.seal()
    else await off?.destroy()
    this.#off = null
    this.#offFrames = 0
  }

  ask(words: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state !== 'recording' && this.#state !== 'paused') return
      await this.#endComing()
      await this.#file.append([this.#record('question', jsonPayload({ words }))])
    })
  }

  consentBegins(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state !== 'recording' || this.#kept.consent !== null) return
      await this.#endComing()
      const [start = 0] = await this.#file.append([this.#record('consentBegins')])
      this.#kept.consent = { start, position: this.#kept.position }
    })
  }

  consentEnds(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#kept.consent === null) return
      await this.#file.append([this.#record('consentEnds')])
      this.#kept.consent = null
    })
  }

  /** Throws Failure noPassphrase. On a disk that is full it is stopped all the same. */
  stop(then: OffRecordChoice): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state === 'stopped') return
      if (this.#state === 'offRecord') await this.#settleOff(then)
      this.#nextEpoch()
      await this.#file.append([this.#record('stopped')]).catch(() => undefined)
      await this.#file.close()
      // NOTE: last, because from here on somebody else may write in its file.
      this.#state = 'stopped'
    })
  }

  /** Everything ends, with what is undecided left so; it can be taken up again. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state === 'stopped') return
      this.#state = 'stopped'
      await this.#off?.close()
      await this.#file.close()
    })
  }
}
