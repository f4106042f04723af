// One transcription under way: samples come in, silence is cut out, what is spoken goes to the transcriber piece by piece,
// and passages with their times in the recording come back. Nothing of it is anywhere but in memory.
import { Failure } from '../../../../shared/contract/failure.ts'
import { heardPassages, wholePieces, type HeardPassage } from '../../../../shared/domain/sound/heard-words.ts'
import type { Stretch } from '../../../../shared/domain/sound/silences.ts'
import { sampleCount } from '../../../../shared/domain/sound/sound-plan.ts'
import { SpeechFinder, type SpokenStretch } from '../../../../shared/domain/sound/speech.ts'
import type { Transcriber } from './transcriber.ts'

export const hearingRate = 16_000
const samplesAMs = hearingRate / 1000
/** So many pieces may wait; whoever sends more waits too. */
const mostWaiting = 2

interface Piece {
  readonly startMs: number
  readonly samples: Int16Array
}

interface Listening {
  readonly stretch: Stretch
  readonly wanted: number
  readonly finder: SpeechFinder
  taken: number
  /** Samples from `heldFrom` on that may yet be wanted. */
  held: Int16Array
  heldFrom: number
}

export class Run {
  readonly #transcriber: Transcriber
  readonly #stretches: readonly Stretch[]
  readonly #language: string
  readonly #totalMs: number
  readonly #pieces: Piece[] = []
  readonly #passages: HeardPassage[] = []
  #listening: Listening | null = null
  #stretch = -1
  #heardMs = 0
  #hearing = false
  #allCame = false
  #failure: Failure | null = null
  #changed: (() => void)[] = []

  constructor(transcriber: Transcriber, stretches: readonly Stretch[], language: string) {
    this.#transcriber = transcriber
    this.#stretches = stretches
    this.#language = language
    this.#totalMs = stretches.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  }

  /** 0 to 1. */
  get done(): number {
    return Math.min(1, this.#heardMs / Math.max(1, this.#totalMs))
  }

  get isOver(): boolean {
    return this.#failure !== null || (this.#allCame && this.#pieces.length === 0 && !this.#hearing)
  }

  /** What was heard, in order. Throws what ended it. */
  get passages(): readonly HeardPassage[] {
    if (this.#failure !== null) throw this.#failure
    return this.#passages
  }

  /** Resolves at the next step. */
  step(): Promise<void> {
    return this.isOver ? Promise.resolve() : new Promise((resolve) => void this.#changed.push(resolve))
  }

  /** Samples of the stretch `index`, in order. Throws Failure badInput where they are not those that were asked for. */
  async append(index: number, bytes: Uint8Array): Promise<void> {
    if (this.#failure !== null) throw this.#failure
    if (this.#allCame || bytes.length % 2 !== 0) throw new Failure('badInput')
    if (index !== this.#stretch) this.#begin(index)
    const listening = this.#listening
    const samples = new Int16Array(new Uint8Array(bytes).buffer)
    if (listening === null || listening.taken + samples.length > listening.wanted) throw new Failure('badInput')
    listening.taken += samples.length
    const held = new Int16Array(listening.held.length + samples.length)
    held.set(listening.held)
    held.set(samples, listening.held.length)
    listening.held = held
    this.#spoken(listening, listening.finder.push(samples))
    await this.#room()
  }

  finish(): void {
    if (this.#failure !== null) throw this.#failure
    this.#endStretch()
    if (this.#stretch !== this.#stretches.length - 1) throw new Failure('badInput')
    this.#allCame = true
    this.#pump()
    this.#tell()
  }

  /** Whatever ended it; the transcriber is killed, and what was heard is forgotten. */
  fail(failure: Failure): void {
    if (this.#failure !== null || (this.isOver && this.#allCame)) return
    this.#failure = failure
    this.#transcriber.end(failure.code)
    this.#pieces.length = 0
    this.#passages.length = 0
    this.#listening = null
    this.#tell()
  }

  #begin(index: number): void {
    this.#endStretch()
    const stretch = this.#stretches[index]
    if (stretch === undefined || index !== this.#stretch + 1) throw new Failure('badInput')
    this.#stretch = index
    const wanted = sampleCount(stretch.startMs, stretch.endMs, hearingRate)
    const finder = new SpeechFinder(hearingRate)
    this.#listening = { stretch, wanted, finder, taken: 0, held: new Int16Array(0), heldFrom: 0 }
  }

  #endStretch(): void {
    const listening = this.#listening
    this.#listening = null
    if (listening === null) return
    if (listening.taken !== listening.wanted) throw new Failure('badInput')
    this.#spoken(listening, listening.finder.finish())
  }

  #spoken(listening: Listening, found: readonly SpokenStretch[]): void {
    const { held, heldFrom, stretch, finder } = listening
    for (const { start, end } of found) {
      const samples = held.slice(start - heldFrom, end - heldFrom)
      this.#pieces.push({ startMs: stretch.startMs + start / samplesAMs, samples })
    }
    const settled = Math.min(finder.settledUntil, heldFrom + held.length)
    listening.held = held.slice(settled - heldFrom)
    listening.heldFrom = settled
    this.#pump()
  }

  async #room(): Promise<void> {
    while (this.#pieces.length > mostWaiting && this.#failure === null) await this.step()
    if (this.#failure !== null) throw this.#failure
  }

  #pump(): void {
    const piece = this.#pieces[0]
    if (this.#hearing || this.#failure !== null) return
    if (piece === undefined) return void (this.#heardMs = this.#allCame ? this.#totalMs : this.#settledMs())
    this.#hearing = true
    this.#pieces.shift()
    this.#heardMs = this.#beforeMs(piece.startMs)
    this.#hear(piece).then(
      () => {
        this.#hearing = false
        this.#pump()
        this.#tell()
      },
      (error: unknown) => this.fail(error instanceof Failure ? error : new Failure('transcriberEnded')),
    )
  }

  async #hear({ samples, startMs }: Piece): Promise<void> {
    const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
    const { whole, pieces } = await this.#transcriber.hear(bytes, this.#language)
    // NOTE: what came while it was being ended is nobody's.
    if (this.#failure !== null) return
    this.#passages.push(...heardPassages(wholePieces(whole, pieces), startMs, samples.length / samplesAMs))
  }

  #settledMs(): number {
    const listening = this.#listening
    return listening === null
      ? this.#heardMs
      : this.#beforeMs(listening.stretch.startMs + listening.finder.settledUntil / samplesAMs)
  }

  /** How much of what is to be listened to lies before a place in the recording. */
  #beforeMs(placeMs: number): number {
    return this.#stretches.reduce((sum, { startMs, endMs }) => sum + Math.max(0, Math.min(placeMs, endMs) - startMs), 0)
  }

  #tell(): void {
    for (const resolve of this.#changed.splice(0)) resolve()
  }
}
