// The player behind the story: one recording at a time, everything in milliseconds from its start.

export interface PlayerState {
  /** What is loaded: the recording's id and the address it is heard from; null when nothing is. */
  readonly recording: string | null
  readonly address: string | null
  readonly playing: boolean
  readonly positionMs: number
  readonly durationMs: number
  readonly rate: number
  /** How often somebody has gone back or on by a step, so that it can be said where that led. */
  readonly jumps: number
  /** This machine cannot play it, or it could not be read. */
  readonly unplayable: boolean
  /** Where it broke off while it was played, in milliseconds; what is before it can still be heard. */
  readonly brokenAtMs: number | null
}

const slowest = 0.5
const fastest = 2
/** So far before a place where sound breaks off the player waits. */
const beforeBreakMs = 5_000
const nothing: PlayerState = {
  recording: null,
  address: null,
  playing: false,
  positionMs: 0,
  durationMs: 0,
  rate: 1,
  jumps: 0,
  unplayable: false,
  brokenAtMs: null,
}

/** What is wanted of a recording that is not loaded yet; with `untilMs` it is then played to there. */
interface Wish {
  readonly recording: string
  readonly ms: number
  readonly untilMs: number | null
}

export class SoundPlayer {
  private element: HTMLAudioElement | null = null
  private state: PlayerState = nothing
  private stepBackMs = 1_500
  private stopAtMs: number | null = null
  private wantedMs: number | null = null
  private wish: Wish | null = null
  /** Since it was loaded it could be read at least as far as its head. */
  private isReady = false
  /** Where it was last heard. */
  private heardMs = 0
  private ticking: ReturnType<typeof setInterval> | undefined
  private readonly listeners = new Set<() => void>()

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  current = (): PlayerState => this.state

  /** Takes the element that sounds; gives what lets go of it again. */
  attach = (element: HTMLAudioElement | null): (() => void) => {
    this.element = element
    if (element === null) return () => {}
    element.preservesPitch = true
    const heard: readonly [string, () => void][] = [
      ['play', () => this.set({ playing: true })],
      ['pause', () => this.set({ playing: false })],
      ['ended', () => this.set({ playing: false })],
      ['seeked', () => this.tick()],
      ['timeupdate', () => this.tick()],
      ['durationchange', () => this.readDuration()],
      ['loadedmetadata', () => this.ready()],
      ['error', () => element.hasAttribute('src') && this.broke()],
    ]
    for (const [name, listener] of heard) element.addEventListener(name, listener)
    this.ticking = setInterval(() => this.state.playing && this.tick(), 100)
    return () => {
      clearInterval(this.ticking)
      this.empty()
      for (const [name, listener] of heard) element.removeEventListener(name, listener)
      this.element = null
    }
  }

  /** Makes ready to play `address`; the same one again changes nothing. `atMs` is where to be. */
  load(recording: string, address: string, durationMs: number, atMs: number): void {
    if (this.element === null || (this.state.address === address && this.state.recording === recording)) return
    const wish = this.wish?.recording === recording ? this.wish : null
    const from = wish?.ms ?? atMs
    this.stopAtMs = null
    this.wantedMs = from
    this.set({ recording, address, durationMs, positionMs: from, playing: false, unplayable: false, brokenAtMs: null })
    this.isReady = false
    this.heardMs = 0
    this.element.src = address
    this.element.load()
    this.wish = null
    if (wish !== null && wish.untilMs !== null) this.playStretch(wish.ms, wish.untilMs)
  }

  /** Goes to a place in `recording`, now or once that is loaded. */
  goTo(recording: string, ms: number): void {
    if (this.state.recording === recording) this.seek(ms)
    else this.wish = { recording, ms, untilMs: null }
  }

  /** Plays a stretch of `recording`, now or once that is loaded. */
  hear(recording: string, startMs: number, endMs: number): void {
    if (this.state.recording === recording) this.playStretch(startMs, endMs)
    else this.wish = { recording, ms: startMs, untilMs: endMs }
  }

  /** Nothing is loaded and nothing sounds any more. */
  empty(): void {
    this.stopAtMs = null
    this.wish = null
    if (this.element !== null && this.element.hasAttribute('src')) {
      this.element.pause()
      this.element.removeAttribute('src')
      this.element.load()
    }
    this.set({ ...nothing, rate: this.state.rate, jumps: this.state.jumps })
  }

  /** How far every Play goes back, so that the first words are heard; in milliseconds. */
  stepBackBy(ms: number): void {
    this.stepBackMs = ms
  }

  play = (): void => {
    this.stopAtMs = null
    const { positionMs, durationMs } = this.state
    this.seek(positionMs >= durationMs - 50 ? 0 : positionMs - this.stepBackMs)
    this.begin()
  }

  pause = (): void => this.element?.pause()

  toggle = (): void => (this.state.playing ? this.pause() : this.play())

  /** Plays one stretch and stops at its end. */
  playStretch(startMs: number, endMs: number): void {
    this.seek(startMs)
    this.stopAtMs = endMs
    this.begin()
  }

  seek(ms: number): void {
    if (this.element === null || this.state.address === null) return
    this.stopAtMs = null
    const to = Math.max(0, Math.min(ms, this.state.durationMs || ms))
    if (this.element.readyState === 0) this.wantedMs = to
    else this.element.currentTime = to / 1000
    this.set({ positionMs: to })
  }

  nudge = (ms: number): void => {
    if (this.state.address === null) return
    this.seek(this.state.positionMs + ms)
    this.set({ jumps: this.state.jumps + 1 })
  }

  /** Slower or faster by a tenth, between half and double, the pitch kept. */
  changeRate = (tenths: number): void => {
    const rate = Math.max(slowest, Math.min(fastest, Math.round(this.state.rate * 10 + tenths) / 10))
    if (this.element !== null) this.element.playbackRate = rate
    this.set({ rate })
  }

  private begin(): void {
    if (this.element === null || this.state.address === null) return
    this.element.playbackRate = this.state.rate
    this.element.play().catch((reason: unknown) => {
      // NOTE: leaving or loading something else interrupts a play that had not begun; that is no failure.
      if (reason instanceof DOMException && reason.name === 'NotSupportedError') this.set({ unplayable: true })
    })
  }

  /** It was being heard, and cannot be read on: it is made ready again, to be heard up to there. */
  private broke(): void {
    if (!this.isReady || this.element === null) return this.set({ unplayable: true, playing: false })
    const { positionMs, brokenAtMs } = this.state
    // NOTE: what breaks again before anything was heard must not be tried for ever.
    this.isReady = false
    this.stopAtMs = null
    this.wantedMs = Math.max(0, this.heardMs - beforeBreakMs)
    this.heardMs = this.wantedMs
    this.set({ playing: false, brokenAtMs: Math.min(positionMs, brokenAtMs ?? positionMs), positionMs: this.wantedMs })
    this.element.load()
  }

  private ready(): void {
    this.isReady = true
    if (this.element === null) return
    this.element.playbackRate = this.state.rate
    if (this.wantedMs !== null && this.wantedMs > 0) this.element.currentTime = this.wantedMs / 1000
    this.wantedMs = null
    this.readDuration()
  }

  private readDuration(): void {
    const seconds = this.element?.duration ?? Number.NaN
    if (Number.isFinite(seconds) && seconds > 0) this.set({ durationMs: seconds * 1000 })
  }

  private tick(): void {
    if (this.element === null || this.wantedMs !== null || this.state.address === null) return
    const positionMs = this.element.currentTime * 1000
    if (!this.element.seeking && !this.element.paused) this.heardMs = positionMs
    if (this.stopAtMs !== null && positionMs >= this.stopAtMs) {
      this.stopAtMs = null
      this.element.pause()
    }
    this.set({ positionMs })
  }

  private set(change: Partial<PlayerState>): void {
    const next = { ...this.state, ...change }
    if ((Object.keys(next) as (keyof PlayerState)[]).every((key) => next[key] === this.state[key])) return
    this.state = next
    for (const listener of this.listeners) listener()
  }
}
