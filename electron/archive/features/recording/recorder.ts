// The recorder: it goes on while the archive is locked, and holds nothing but a public key, a file and numbers. Who may
// send it sound, what is not well, and how much more there is room for.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { levels, recorder as contract } from '../../../../shared/contract/recording.ts'
import type { TakeFile } from '../../files/take-file.ts'
import { Told } from '../told.ts'
import { Attending, type RecorderWindow } from './attending.ts'
import type { BegunTake, LeftAt } from './begun-take.ts'
import { SteadyClock } from './clock.ts'
import { gapOf, type Gap, type Trouble } from './gap-of-trouble.ts'
import { Hearing } from './hearing.ts'
import { isFullOrFailing } from './lost-seconds.ts'
import { littleRoomMs } from './room.ts'
import { RoomLeft } from './room-left.ts'
import { framesIn } from './sound-frames.ts'
import type { GapSaid } from './taken.ts'
import { TakeUnderWay } from './take-under-way.ts'

type Calls = Handlers<typeof contract>
type State = ReturnType<Calls['state']> extends AsyncIterable<infer S> ? S : never

const lookEveryMs = 500

export interface AroundRecorder {
  readonly isOpen: () => boolean
  readonly now: () => Date
  /** Milliseconds of a clock that only goes on. */
  readonly steady: () => number
}

export class Recorder {
  readonly #around: AroundRecorder
  readonly #clock: SteadyClock
  readonly #told = new Told()
  readonly #attending: Attending
  #take: TakeUnderWay | null = null
  #nextEpoch = 0
  #hearing: Hearing<Gap>
  #level: (typeof levels)[number] = 'none'
  #microphone = ''
  /** What the window says, what the disk says, and what is seen here. */
  #said: Trouble | null = null
  #disk: 'diskFull' | 'diskFailing' | null = null
  #seen: 'windowGone' | 'asleep' | null = null
  readonly #room = new RoomLeft()
  #looking: NodeJS.Timeout | null = null

  constructor(around: AroundRecorder) {
    this.#around = around
    this.#clock = new SteadyClock(() => around.now().getTime(), around.steady)
    this.#hearing = new Hearing(this.#clock.now(), true)
    this.#attending = new Attending((isThere) => this.#attended(isThere))
  }

  /** The take that is recorded, paused or off the record; null where none is. */
  get underWay(): string | null {
    return this.#take === null || this.#take.state === 'stopped' ? null : this.#take.take.id
  }

  /** Less than ten minutes of sound can still come, so that nothing else is to be begun. */
  get isShortOfRoom(): boolean {
    return this.underWay !== null && this.#room.ms < littleRoomMs
  }

  /** The archive was opened or locked. */
  doorChanged(): void {
    this.#told.change()
  }

  /** Throws Failure alreadyRecording. */
  requireFree(): void {
    if (this.underWay !== null) throw new Failure('alreadyRecording')
  }

  /** Records from here on, after a gap where there was sound before. Throws Failure alreadyRecording, diskFull. */
  async begin(take: BegunTake, file: TakeFile, left: LeftAt, gap: GapSaid | null = null): Promise<void> {
    this.requireFree()
    const clocks = { wall: () => this.#around.now().getTime(), steady: () => this.#clock.now() }
    if (this.#take !== null) this.#nextEpoch = this.#take.epoch + 1
    const begun = new TakeUnderWay(take, file, left, clocks, this.#nextEpoch)
    if (gap !== null) begun.beginAfter(gap)
    this.#take = begun
    this.#hearing = new Hearing(this.#clock.now(), true)
    this.#level = 'none'
    this.#microphone = ''
    this.#said = this.#disk = this.#seen = null
    this.#room.begin()
    // NOTE: before anything is awaited, because it may be stopped meanwhile, and nothing must look after it then.
    this.#looking = setInterval(() => void this.#look(), lookEveryMs)
    this.#looking.unref()
    await this.#lookAtRoom()
    this.#told.change()
  }

  /** It is in its story, or destroyed. */
  forgetTake(id: string): void {
    if (this.#take?.take.id !== id || this.underWay === id) return
    this.#nextEpoch = this.#take.epoch + 1
    this.#take = null
    this.#told.change()
  }

  /** Everything ends; what is under way can be taken up again. */
  async close(): Promise<void> {
    this.#stopLooking()
    await this.#take?.close()
  }

  async #attended(isThere: boolean): Promise<void> {
    // NOTE: a window that is closed may still say that its microphone is gone; what it said goes with it.
    this.#said = null
    // NOTE: what comes from another window comes from a microphone that was opened anew, however soon that was.
    this.#suspectWindow()
    if (isThere && this.underWay !== null) await this.#take?.fromAnotherWindow()
    this.#told.change()
  }

  #suspectWindow(): void {
    const { isThere } = this.#attending
    if (this.underWay !== null) this.#hearing.suspect('closed', isThere, isThere)
  }

  #stopLooking(): void {
    if (this.#looking !== null) clearInterval(this.#looking)
    this.#looking = null
  }

  get #trouble(): Trouble | null {
    return this.#disk ?? this.#said ?? this.#seen
  }

  #state(): State {
    const take = this.#take
    const shape = take?.take.shape ?? { codec: 'pcm', sampleRate: 48_000, channels: 1 }
    const recording = take?.state === 'recording'
    const { codec, sampleRate, channels } = shape
    return {
      take: take?.take.id ?? null,
      state: take?.state ?? 'waiting',
      keptMs: take?.keptMs ?? 0,
      codec,
      sampleRate,
      channels,
      epoch: take?.epoch ?? 0,
      level: this.#level,
      microphone: this.#microphone,
      trouble: recording ? this.#trouble : this.#disk,
      roomMs: this.#room.ms,
      sincePauseMs: take?.sincePauseMs ?? 0,
      offRecordMs: take?.offRecordMs ?? 0,
      canSeal: take !== null && take.take.her !== null,
      consentSinceMs: take?.consentSinceMs ?? null,
      open: this.#around.isOpen(),
      heard: this.#attending.isThere && !(recording && this.#hearing.isSilent(this.#clock.now())),
    }
  }

  async #look(): Promise<void> {
    const slept = this.#clock.look()
    const take = this.#take
    if (take === null || take.state === 'stopped') return
    if (slept && take.state === 'recording') this.#hearing.suspect('asleep', false)
    // NOTE: a look that comes late itself would find what waits to be heard missing.
    else if (take.state === 'recording' && this.#hearing.isSilent(this.#clock.now()) && this.#seen === null) {
      this.#seen = 'windowGone'
      this.#hearing.suspect(this.#said === null ? 'closed' : gapOf[this.#said], false)
      this.#told.change()
    }
    if (slept) {
      this.#seen = 'asleep'
      this.#told.change()
    }
    await this.#lookAtRoom()
  }

  async #lookAtRoom(): Promise<void> {
    if (this.#take !== null && (await this.#room.look(this.#take, this.#clock.now()))) this.#told.change()
  }

  #of(id: string): TakeUnderWay {
    if (this.#take === null || this.underWay !== id) throw new Failure('notFound')
    return this.#take
  }

  /** Does something with the take that is under way, and tells everybody how it is then. */
  async #with(id: string, work: (take: TakeUnderWay) => Promise<void>): Promise<Record<string, never>> {
    const take = this.#of(id)
    const { state } = take
    try {
      await work(take)
    } catch (error) {
      this.#diskSays(error)
      throw error
    } finally {
      if (take.state === 'recording' && state !== 'recording') this.#hearAnew()
      if (take.state === 'stopped') await this.#ended()
      this.#told.change()
    }
    return {}
  }

  /** NOTE: what a window says whose place another took would never be taken back. Throws Failure staleSound. */
  #from(window: RecorderWindow, id: string, work: () => void): Promise<Record<string, never>> {
    return this.#with(id, () => {
      if (!this.#attending.is(window)) throw new Failure('staleSound')
      work()
      return Promise.resolve()
    })
  }

  #hearAnew(): void {
    this.#hearing = new Hearing(this.#clock.now(), false)
    this.#seen = null
  }

  async #ended(): Promise<void> {
    this.#stopLooking()
    this.#said = this.#disk = this.#seen = null
    this.#level = 'none'
  }

  #diskSays(error: unknown): void {
    if (!isFullOrFailing(error)) return
    this.#disk = error.code === 'diskFull' ? 'diskFull' : 'diskFailing'
    if (this.#disk === 'diskFull') this.#room.saidFull()
  }

  async #append(window: RecorderWindow, input: Parameters<Calls['append']>[0]): Promise<{ keptMs: number }> {
    const take = this.#of(input.take)
    if (!this.#attending.is(window)) throw new Failure('staleSound')
    const frames = framesIn(take.take.shape, input.bytes)
    if (frames !== input.frames) throw new Failure('badInput')
    const place = take.position
    try {
      await take.append(input)
      this.#disk = null
    } catch (error) {
      this.#diskSays(error)
      // It came, though it is not kept: that is a gap of the disk's, and the window is well.
      if (isFullOrFailing(error)) await this.#heard(window, take, frames, place, true)
      throw error
    } finally {
      this.#told.change()
    }
    this.#level = input.level
    await this.#heard(window, take, frames, place, false)
    return { keptMs: take.keptMs }
  }

  /** Sound came: what was lost before it is marked once that is known. `isUnkept`: the disk did not take it. */
  async #heard(
    window: RecorderWindow,
    take: TakeUnderWay,
    frames: number,
    place: number,
    isUnkept: boolean,
  ): Promise<void> {
    const [now, ms] = [this.#clock.now(), take.msOf(frames)]
    // NOTE: the last second of a window that went while it was kept: the gap is after it, and not over.
    if (!this.#attending.is(window)) {
      this.#hearing.late(now, ms)
      return this.#suspectWindow()
    }
    const lost = this.#hearing.came(now, ms, place, isUnkept || this.#said !== null)
    if (!isUnkept) this.#seen = null
    if (lost !== null) await take.markGap(lost.cause, lost.lostMs, lost.place).catch(() => undefined)
  }

  #sayTrouble(trouble: Trouble | null): void {
    const cause = trouble ?? this.#said
    if (cause !== null) this.#hearing.suspect(gapOf[cause], true, cause === 'changed' || cause === 'unplugged')
    this.#said = trouble
  }

  /** The calls as one window makes them. */
  handlersOf(window: RecorderWindow): Calls {
    return {
      state: (_input, signal) => this.#told.follow(() => this.#state(), signal),
      attend: (_input, signal) => this.#attending.attend(window, signal),
      append: (input) => this.#append(window, input),
      trouble: ({ take, trouble }) => this.#from(window, take, () => this.#sayTrouble(trouble)),
      microphone: ({ take, microphone }) => this.#from(window, take, () => (this.#microphone = microphone)),
      pause: ({ take }) => this.#with(take, (one) => one.pause()),
      goOn: ({ take }) => this.#with(take, (one) => one.goOn()),
      forget: ({ take, what }) => this.#with(take, (one) => one.forget(what)),
      goOffRecord: ({ take }) => this.#with(take, (one) => one.goOffRecord()),
      backOnRecord: ({ take, offRecord }) => this.#with(take, (one) => one.backOnRecord(offRecord)),
      ask: ({ take, words }) => this.#with(take, (one) => one.ask(words)),
      consentBegins: ({ take }) => this.#with(take, (one) => one.consentBegins()),
      consentEnds: ({ take }) => this.#with(take, (one) => one.consentEnds()),
      stop: ({ take, offRecord }) => this.#with(take, (one) => one.stop(offRecord)),
    }
  }
}
