// A take while it is made: what is kept of it second by second, paused, forgotten, or kept off the record. It holds no
// secret and nothing that says whose it is. One thing after another, in the order in which it was asked.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { takeStates } from '../../../../shared/contract/recording.ts'
import type { TakeFile } from '../../files/take-file.ts'
import { jsonPayload, soundPayload, type RecordType } from '../../files/take-record.ts'
import type { GapKind } from '../../store/gaps.ts'
import type { SoundShape } from '../../store/takes.ts'
import type { NewRecord } from '../../files/take-file.ts'
import { isFullOrFailing, LostSeconds } from './lost-seconds.ts'
import { OffRecordFile, type HerSeal } from './off-record-file.ts'
import { frameRate, type GapSaid, type PlacedGap } from './taken.ts'

export type TakeState = (typeof takeStates)[number]
export type OffRecordChoice = 'destroy' | 'seal'

/** What `forget` takes of the last bit, in milliseconds of sound. */
export const lastBitMs = 30_000

export interface BegunTake {
  readonly id: string
  readonly folder: string
  /** The name of its files. */
  readonly name: string
  readonly shape: SoundShape
  readonly publicKey: Buffer
  readonly her: HerSeal | null
}

/** Where a take was left that is taken up again. */
export interface LeftAt {
  readonly position: number
  readonly sounds: readonly { readonly start: number; readonly position: number }[]
  readonly gaps: readonly PlacedGap[]
  readonly parts: number
}

export interface Second {
  readonly epoch: number
  readonly sequence: number
  readonly frames: number
  readonly bytes: Uint8Array
}

interface Clocks {
  /** Milliseconds since 1970. */
  readonly wall: () => number
  /** Milliseconds that only go on. */
  readonly steady: () => number
}

export class TakeUnderWay {
  readonly take: BegunTake
  readonly #file: TakeFile
  readonly #clocks: Clocks
  readonly #rate: number
  #state: TakeState = 'recording'
  #epoch: number
  #position: number
  /** Of each second: where its record begins and its position, for what is to be forgotten. */
  readonly #sounds: { start: number; position: number }[]
  readonly #gaps: PlacedGap[]
  /** Where the stretch since the last pause begins. */
  #stretch: { start: number; position: number }
  #pausedAt = 0
  #consent: { readonly start: number; readonly position: number } | null = null
  #parts: number
  #off: OffRecordFile | null = null
  #offFrames = 0
  readonly #lost = new LostSeconds()
  #expected = 0
  #lane: Promise<unknown> = Promise.resolve()

  /** `epoch`: one that no take had before it, so that sound of an earlier one is not taken for this. */
  constructor(take: BegunTake, file: TakeFile, left: LeftAt, clocks: Clocks, epoch: number) {
    this.take = take
    this.#file = file
    this.#clocks = clocks
    this.#epoch = epoch
    this.#rate = frameRate(take.shape)
    this.#position = left.position
    this.#sounds = [...left.sounds]
    this.#gaps = [...left.gaps]
    this.#parts = left.parts
    this.#stretch = { start: file.end, position: left.position }
  }

  get state(): TakeState {
    return this.#state
  }
  get epoch(): number {
    return this.#epoch
  }
  /** Milliseconds of sound on the disk. */
  get keptMs(): number {
    return this.msOf(this.#position)
  }
  get keptBytes(): number {
    return this.#file.end
  }
  get sincePauseMs(): number {
    return this.msOf(this.#position - this.#stretch.position)
  }
  get offRecordMs(): number {
    return this.msOf(this.#offFrames)
  }
  get consentSinceMs(): number | null {
    return this.#consent === null ? null : this.msOf(this.#consent.position)
  }
  get position(): number {
    return this.#position
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

  #record(type: RecordType, payload: Buffer = Buffer.alloc(0), position = this.#position): NewRecord {
    return { type, gaps: this.#gaps.length, at: this.#clocks.wall(), position, payload }
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
    const lost = this.#lost.before(sequence)
    const records: NewRecord[] = []
    if (lost !== null) records.push(this.#record('gap', jsonPayload(lost)))
    records.push(this.#record('sound', soundPayload(frames, bytes)))
    const starts = await this.#file.append(records)
    const start = starts.at(-1) ?? 0
    if (lost !== null) this.#gaps.push({ ...lost, start: starts[0] ?? 0, end: start })
    this.#lost.forget()
    this.#sounds.push({ start, position: this.#position })
    this.#position += frames
  }

  async #gap(kind: GapKind, lastedMs: number | null, position = this.#position): Promise<void> {
    const said = { kind, lastedMs }
    const [start = 0] = await this.#file.append([this.#record('gap', jsonPayload(said), position)])
    this.#gaps.push({ ...said, start, end: this.#file.end })
  }

  /** Goes on after a gap. Throws Failure diskFull, diskFailing. */
  beginAfter({ kind, lastedMs }: GapSaid): Promise<void> {
    return this.#inTurn(async () => {
      await this.#gap(kind, lastedMs)
      this.#stretch = { start: this.#file.end, position: this.#position }
    })
  }

  /** Marks that sound is missing, at a position of the take. Throws Failure diskFull, diskFailing. */
  markGap(kind: GapKind, lastedMs: number | null, position: number): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state === 'recording') await this.#gap(kind, lastedMs, Math.min(position, this.#position))
    })
  }

  /** Another window sends from here on: it counts from 0, and what an older one still sends is not taken. */
  fromAnotherWindow(): Promise<void> {
    return this.#inTurn(() => Promise.resolve(this.#nextEpoch()))
  }

  pause(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state !== 'recording') return
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
    this.#stretch = { start: this.#file.end, position: this.#position }
    this.#state = 'recording'
    this.#nextEpoch()
  }

  /** No byte of it is in the file afterwards, nor can any of it still come. Throws Failure diskFull, diskFailing. */
  forget(what: 'lastBit' | 'sincePause'): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state === 'stopped') throw new Failure('notFound')
      this.#nextEpoch()
      const cut = what === 'sincePause' ? this.#stretch : this.#lastBit()
      if (cut.start >= this.#file.end) return
      const forgottenMs = this.msOf(this.#position - cut.position)
      const joined = this.#cutGaps(cut.start)
      try {
        await this.#file.cut(joined?.start ?? cut.start)
      } finally {
        // A disk that fails may have cut it off all the same.
        if (this.#file.end <= cut.start) this.#forgetAfter(cut)
      }
      const lastedMs = forgottenMs + (joined?.lastedMs ?? 0)
      // NOTE: two gaps in one place would say that something was forgotten.
      if (this.#state === 'recording') await this.#gap('pause', lastedMs)
      else this.#pausedAt -= lastedMs
      this.#stretch = { start: this.#file.end, position: this.#position }
    })
  }

  #forgetAfter({ start: cut, position }: { start: number; position: number }): void {
    this.#sounds.length = this.#sounds.findLastIndex(({ start }) => start < cut) + 1
    this.#position = position
    if (this.#consent !== null && this.#consent.start >= cut) this.#consent = null
  }

  /** Whole records, so that no less goes than was asked. */
  #lastBit(): { start: number; position: number } {
    const from = this.#position - (lastBitMs * this.#rate) / 1000
    return this.#sounds.findLast(({ position }) => position <= from) ?? this.#sounds[0] ?? this.#stretch
  }

  /** Forgets gaps behind `start`; gives the pause right before it, which becomes one with what follows. */
  #cutGaps(start: number): PlacedGap | null {
    while ((this.#gaps.at(-1)?.start ?? -1) >= start) this.#gaps.pop()
    const before = this.#gaps.at(-1)
    if (before?.end !== start || before.kind !== 'pause') return null
    this.#gaps.pop()
    return before
  }

  goOffRecord(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state !== 'recording' && this.#state !== 'paused') return
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
    this.#nextEpoch()
    if (then === 'seal' && this.#offFrames > 0) await off?.seal()
    else await off?.destroy()
    this.#off = null
    this.#offFrames = 0
  }

  ask(words: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state === 'recording' || this.#state === 'paused')
        await this.#file.append([this.#record('question', jsonPayload({ words }))])
    })
  }

  consentBegins(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state !== 'recording' || this.#consent !== null) return
      const [start = 0] = await this.#file.append([this.#record('consentBegins')])
      this.#consent = { start, position: this.#position }
    })
  }

  consentEnds(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#consent === null) return
      await this.#file.append([this.#record('consentEnds')])
      this.#consent = null
    })
  }

  /** Throws Failure noPassphrase. On a disk that is full it is stopped all the same. */
  stop(then: OffRecordChoice): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state === 'stopped') return
      if (this.#state === 'offRecord') await this.#settleOff(then)
      this.#state = 'stopped'
      this.#nextEpoch()
      await this.#file.append([this.#record('stopped')]).catch(() => undefined)
      await this.#file.close()
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
