// Records the take that is under way: follows what the archive says of it, and sends what the microphone gives.
// NOTE: it knows nothing of whose story it is, and goes on while the archive is locked.
import { Failure } from '../../shared/contract/failure.ts'
import type { RecorderGone } from './connect.ts'
import { notYet, type Recording } from './recording-now.ts'
import { startCapture, type Capture } from './sound/capture.ts'
import { levelOf, loudnessOf, noSound, together } from './sound/loudness.ts'
import { opusSeconds } from './sound/opus-seconds.ts'
import { plainSeconds, type Block, type Gathering } from './sound/seconds.ts'
import { Sending } from './sound/sending.ts'
import { watchCapture, type SoundTrouble, type Watch } from './sound/watch-capture.ts'
import { watchMachine } from './sound/watch-machine.ts'
import {
  takeDoing,
  underWay,
  type OffRecordEnd,
  type RecorderClient,
  type TakeDoing,
  type TakeState,
} from './take-shapes.ts'

/** How long what was heard may take to be kept before something is done with it. */
const settleMs = 2_000
/** Blocks that the level is drawn from: a tenth of a second. */
const blocksDrawn = 5

export class TakeRecorder {
  readonly #client: RecorderClient
  readonly #leaving = new AbortController()
  readonly #listeners = new Set<() => void>()
  #now: Recording = notYet
  #capture: Capture | null = null
  #gathering: Gathering | null = null
  #watch: Watch | null = null
  #endMachine: (() => void) | null = null
  #sending: Sending
  /** Sound is thrown away while something is being done that ends an epoch. */
  #isHeld = false
  #drawn = noSound
  #blocks = 0
  /** Another start of the microphone is of another turn. */
  #turn = 0

  constructor(client: RecorderClient) {
    this.#client = client
    this.#sending = this.#freshSending()
  }

  now = (): Recording => this.#now
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Follows the archive until this window ends or the archive is gone. */
  begin(): void {
    // NOTE: a stream that breaks says nothing of why; whoever reached the recorder tells it with `lose`.
    void this.#follow().catch(() => {})
    void this.#attend().catch(() => {})
  }

  end(): void {
    this.#leaving.abort()
    this.#sending.end()
    this.#stopCapture()
  }

  /** The microphone is on from here; nothing is recorded by it alone. Gives whether it could be had. */
  async listen(device: string): Promise<boolean> {
    const { take } = this.#now
    if (take === null) return false
    const turn = (this.#turn += 1)
    const isChange = this.#capture !== null && this.#now.trouble === null && this.#isRecorded()
    if (isChange) {
      await this.#handOn()
      this.#tell('changed')
    }
    this.#stopCapture()
    this.#put({ capture: 'asking', why: null })
    const capture = await startCapture(device, take.channels, (block) => this.#hear(block))
    if (turn !== this.#turn || this.#leaving.signal.aborted) {
      if (typeof capture !== 'string') capture.stop()
      return false
    }
    if (typeof capture === 'string') {
      this.#put({ capture: 'off', why: capture })
      return false
    }
    this.#capture = capture
    this.#gathering = this.#freshGathering(take)
    this.#watch = watchCapture(
      capture,
      (trouble) => this.#trouble(trouble),
      () => void this.#gathering?.flush(),
    )
    this.#watchMachine(capture)
    this.#put({ capture: 'on', why: null, trouble: null, microphone: { id: device, name: capture.name } })
    const microphone = underWay(this.#now.take)
    if (microphone !== null) void this.#client.microphone({ take: microphone, microphone: device }).catch(() => {})
    if (isChange || (take.trouble !== null && this.#isRecorded())) this.#tell(null)
    return true
  }

  /** The microphone to go on with: this window's own, or the one that another window had. Empty for the machine's own. */
  wanted(): string {
    const { microphone, take } = this.#now
    return microphone.id === '' && microphone.name === '' ? (take?.microphone ?? '') : microphone.id
  }

  /** The calls of the take under way, each after what was heard before it; null where there is none. */
  doing(): TakeDoing | null {
    const take = underWay(this.#now.take)
    if (take === null) return null
    const does = takeDoing(this.#client, take, {
      handOn: () => this.#handOn(),
      throwAway: () => {
        this.#gathering?.forget()
        this.#sending.forget()
      },
    })
    return {
      ...does,
      goOn: async () => {
        const isHeard = this.#capture !== null && this.#now.trouble !== 'unplugged'
        if (isHeard || (await this.listen(this.wanted()))) await does.goOn()
      },
      pause: () => this.#holding(() => does.pause()),
      forget: (what) => this.#holding(() => does.forget(what), false),
      goOffRecord: () => this.#holding(() => does.goOffRecord()),
      backOnRecord: (then) => this.#holding(() => does.backOnRecord(then)),
      stop: (then: OffRecordEnd) => this.#holding(() => does.stop(then)),
    }
  }

  #watchMachine({ track }: Capture): void {
    const devices = navigator.mediaDevices
    this.#endMachine = watchMachine(
      { track, devices },
      {
        onOther: (isAnotherOwn) => this.#put({ isAnotherOwn }),
        onChanged: (name) => {
          this.#tell('changed')
          this.#tell(this.#now.trouble)
          this.#put({ microphone: { ...this.#now.microphone, name } })
        },
      },
    )
  }

  /** What was heard until now is kept when it resolves, as far as it can be. */
  async handOn(): Promise<void> {
    await this.#handOn()
  }

  async #follow(): Promise<void> {
    for await (const state of this.#client.state({}, this.#leaving.signal)) this.#told(state)
    if (!this.#leaving.signal.aborted) this.lose('lost')
  }

  async #attend(): Promise<void> {
    for await (const _ of this.#client.attend({}, this.#leaving.signal)) this.#put({ failure: null })
    if (!this.#leaving.signal.aborted) this.lose('elsewhere')
  }

  #told(state: TakeState): void {
    const before = this.#now.take
    const [was, is] = [underWay(before), underWay(state)]
    if (was !== null && was !== is) this.#ended(state.take === was ? state.keptMs : (before?.keptMs ?? 0))
    if (is !== null && was !== is) {
      this.#sending.end()
      this.#sending = this.#freshSending()
      this.#put({ stoppedAtMs: null, failure: null, trouble: null })
      this.#gathering?.close()
      this.#gathering = this.#capture === null ? null : this.#freshGathering(state)
    }
    if (was !== is || before?.epoch !== state.epoch) {
      // NOTE: what was heard before the press belongs to no epoch after it, not even the 20 ms that are not handed over yet.
      this.#capture?.forget()
      this.#gathering?.forget()
      this.#sending.begin(state.epoch)
    }
    this.#put({ take: state, keptMs: state.keptMs })
  }

  #ended(keptMs: number): void {
    this.#sending.end()
    this.#stopCapture()
    this.#put({ stoppedAtMs: keptMs, trouble: null, level: 'none', peak: 0 })
  }

  /** The archive cannot be reached any more, or another window records. */
  lose(gone: RecorderGone): void {
    if (this.#leaving.signal.aborted) return
    this.#leaving.abort()
    this.#sending.end()
    this.#stopCapture()
    // NOTE: what the archive ended with its last word has stopped, and is not lost.
    const isStopped = underWay(this.#now.take) === null
    if (!isStopped || gone === 'elsewhere') this.#put({ gone })
  }

  /** NOTE: off the record, where there is nobody to seal it to, nothing is even handed over. */
  #isRecorded(): boolean {
    const { take } = this.#now
    return take?.state === 'recording' || (take?.state === 'offRecord' && take.canSeal)
  }

  #hear(block: Block): void {
    const loudness = loudnessOf(block)
    this.#watch?.block(loudness.peak === 0)
    this.#drawn = together(this.#drawn, loudness)
    this.#blocks += 1
    if (this.#blocks >= blocksDrawn) {
      this.#put({ level: levelOf(this.#drawn), peak: this.#drawn.peak })
      this.#drawn = noSound
      this.#blocks = 0
    }
    // NOTE: a microphone that is gone or muted still gives silence, which would hide that sound is missing.
    const { trouble } = this.#now
    const isSound = trouble !== 'unplugged' && trouble !== 'muted'
    if (isSound && this.#isRecorded() && !this.#isHeld && this.#sending.isOpen) this.#gathering?.push(block)
  }

  async #handOn(): Promise<void> {
    await this.#gathering?.flush()
    await this.#sending.settle(settleMs)
  }

  /** NOTE: what is heard from the press on belongs to what comes after it, however long the press takes to arrive. */
  async #holding(work: () => Promise<void>, keeps = true): Promise<void> {
    this.#isHeld = true
    try {
      if (keeps) await this.#gathering?.flush()
      await work()
    } finally {
      this.#isHeld = false
    }
  }

  #trouble(trouble: SoundTrouble | null): void {
    if (trouble === this.#now.trouble) return
    this.#put({ trouble })
    this.#tell(trouble)
  }

  /** NOTE: in its turn, so that a gap stands between the sound before it and the sound after it. */
  #tell(trouble: Recording['trouble'] | 'changed'): void {
    const take = underWay(this.#now.take)
    if (take === null || !this.#isRecorded()) return
    if (trouble !== null && trouble !== 'silent') void this.#gathering?.flush()
    this.#sending.inTurn(async () => void (await this.#client.trouble({ take, trouble })))
  }

  #freshGathering({ codec, channels }: TakeState): Gathering {
    const put = (second: Parameters<Sending['put']>[0]): void => this.#sending.put(second)
    return codec === 'opus'
      ? opusSeconds(channels, put, () => this.#put({ why: 'cannotRecord' }))
      : plainSeconds(channels, put)
  }

  #freshSending(): Sending {
    return new Sending({
      append: ({ frames, bytes, level }, epoch, sequence) => {
        const take = underWay(this.#now.take)
        if (take === null) return Promise.reject(new Failure('notFound'))
        return this.#client.append({ take, epoch, sequence, frames, bytes, level })
      },
      onKept: (keptMs) => this.#put({ keptMs, failure: null }),
      onFailure: (failure) => this.#put({ failure }),
      onTooMuch: (tooMuch) => {
        this.#put({ trouble: tooMuch ? 'diskFailing' : null })
        this.#tell(tooMuch ? 'diskFailing' : null)
      },
    })
  }

  #stopCapture(): void {
    this.#watch?.end()
    this.#watch = null
    this.#endMachine?.()
    this.#endMachine = null
    this.#gathering?.close()
    this.#gathering = null
    this.#capture?.stop()
    this.#capture = null
    this.#put({ capture: 'off', level: 'none', peak: 0, isAnotherOwn: false })
  }

  /** The microphone is on for a take. */
  isRecording = (): boolean => this.#now.capture === 'on' && underWay(this.#now.take) !== null

  #put(some: Partial<Recording>): void {
    this.#now = { ...this.#now, ...some }
    for (const listener of this.#listeners) listener()
  }
}
