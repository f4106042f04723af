// The archive's hold on the transcriber: a model loaded, one piece of sound after another, each within a time, and an end.
import { availableParallelism } from 'node:os'
import { Failure, type FailureCode } from '../../../../shared/contract/failure.ts'
import {
  fromTranscriber,
  type FromTranscriber,
  type StartTranscriber,
  type TranscriberProcess,
} from '../../../../shared/contract/transcriber-messages.ts'
import { mostMemory, type ModelFile } from './model-file.ts'

type Heard = Extract<FromTranscriber, { kind: 'heard' }>

const loadingMs = 5 * 60_000
/** For a piece: so long, and so many times its length. Half a minute of sound may take a quarter of an hour. */
const hearingMs = 2 * 60_000
const timesItsLength = 30
const bytesAMs = 32

const failureOf: Readonly<Record<Extract<FromTranscriber, { kind: 'failed' }>['why'], FailureCode>> = {
  engine: 'transcriberMissing',
  model: 'notAModel',
  memory: 'modelTooLarge',
  sound: 'transcriberEnded',
}

export class Transcriber {
  readonly #process: TranscriberProcess
  #next = 0
  #over: Failure | null = null
  #waiting: { resolve(message: FromTranscriber): void; reject(failure: Failure): void } | null = null

  private constructor(process: TranscriberProcess) {
    this.#process = process
    process.onMessage((message) => this.#came(message))
    process.onEnd(() => this.end('transcriberEnded'))
  }

  /** `gone` ends it at any time. Throws Failure transcriberMissing, notAModel, modelTooLarge, transcriberEnded, transcriberSlow. */
  static async begin(start: StartTranscriber, model: ModelFile, gone: AbortSignal): Promise<Transcriber> {
    const begun = new Transcriber(start())
    gone.addEventListener('abort', () => begun.end('cancelled'), { once: true })
    // NOTE: one core stays for whoever works at this machine; more than eight make it no faster.
    const threads = Math.max(1, Math.min(8, availableParallelism() - 1))
    const load = { kind: 'load', model: model.path, mostBytes: mostMemory(model.size), threads } as const
    const answer = await begun.#ask(() => begun.#process.post(load), loadingMs)
    if (answer.kind !== 'ready') throw begun.end('transcriberEnded')
    return begun
  }

  /** @param samples signed 16-bit, 16 kHz, one channel. One at a time. */
  async hear(samples: Uint8Array, language: string): Promise<Heard> {
    const number = (this.#next += 1)
    const limit = hearingMs + (timesItsLength * samples.length) / bytesAMs
    const answer = await this.#ask(
      () => this.#process.post({ kind: 'hear', number, samples: new Uint8Array(samples), language }),
      limit,
    )
    if (answer.kind !== 'heard' || answer.number !== number) throw this.end('transcriberEnded')
    return answer
  }

  /** Killed, whatever it is doing. Gives the failure that everything after it has. */
  end(because: FailureCode): Failure {
    const failure = this.#over ?? new Failure(because)
    if (this.#over === null) {
      this.#over = failure
      this.#process.kill()
    }
    this.#waiting?.reject(failure)
    this.#waiting = null
    return failure
  }

  async #ask(post: () => void, limitMs: number): Promise<FromTranscriber> {
    if (this.#over !== null) throw this.#over
    if (this.#waiting !== null) throw new Error('one at a time')
    const limit = setTimeout(() => this.end('transcriberSlow'), limitMs)
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting = { resolve, reject }
        post()
      })
    } finally {
      clearTimeout(limit)
    }
  }

  #came(message: unknown): void {
    const read = fromTranscriber.safeParse(message)
    if (!read.success) return void this.end('transcriberEnded')
    if (read.data.kind === 'failed') return void this.end(failureOf[read.data.why])
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.resolve(read.data)
  }
}
