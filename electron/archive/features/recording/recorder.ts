// The recorder: it goes on while the archive is locked, and holds nothing but a public key, a file and numbers.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { recorder as contract } from '../../../../shared/contract/recording.ts'
import type { RecordingUnderWay } from '../her-session/recording-under-way.ts'
import { Told } from './told.ts'

type Calls = Handlers<typeof contract>
type State = ReturnType<Calls['state']> extends AsyncIterable<infer S> ? S : never

/** A window, told apart from any other by being itself. */
export type RecorderWindow = object

interface Around {
  readonly isOpen: () => boolean
  readonly underWay: RecordingUnderWay
}

export class Recorder {
  readonly #around: Around
  readonly #told = new Told()
  #attending: { readonly window: RecorderWindow; readonly end: () => void } | null = null

  constructor(around: Around) {
    this.#around = around
  }

  #state(): State {
    return {
      take: null,
      state: 'waiting',
      keptMs: 0,
      codec: 'pcm',
      sampleRate: 48_000,
      channels: 1,
      epoch: 0,
      level: 'none',
      trouble: null,
      roomMs: 0,
      sincePauseMs: 0,
      offRecordMs: 0,
      canSeal: false,
      consentSinceMs: null,
      open: this.#around.isOpen(),
      heard: this.#attending !== null,
    }
  }

  async *#attend(window: RecorderWindow, signal: AbortSignal): AsyncGenerator<{ attending: true }> {
    this.#attending?.end()
    const ended = Promise.withResolvers<void>()
    const mine = { window, end: () => ended.resolve() }
    this.#attending = mine
    signal.addEventListener('abort', mine.end)
    try {
      await this.#around.underWay.ofRecorder(true)
      this.#told.change()
      yield { attending: true }
      if (!signal.aborted) await ended.promise
    } finally {
      signal.removeEventListener('abort', mine.end)
      if (this.#attending === mine) {
        this.#attending = null
        await this.#around.underWay.ofRecorder(false)
      }
      this.#told.change()
    }
  }

  /** The calls as one window makes them. */
  handlersOf(window: RecorderWindow): Calls {
    const absent = () => {
      throw new Failure('notFound')
    }
    return {
      state: (_input, signal) => this.#told.follow(() => this.#state(), signal),
      attend: (_input, signal) => this.#attend(window, signal),
      append: absent,
      trouble: absent,
      pause: absent,
      goOn: absent,
      forget: absent,
      goOffRecord: absent,
      backOnRecord: absent,
      ask: absent,
      consentBegins: absent,
      consentEnds: absent,
      stop: absent,
    }
  }
}
