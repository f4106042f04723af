// Records what she says and hands it on piece by piece: nothing is gathered here, so nothing is lost with the page.
import { levelOf, type Level } from './level.ts'

export type NoVoice = 'noMicrophone' | 'refused' | 'cannotRecord'

export interface RecorderHandlers {
  /** In order; at most 1 MiB. */
  readonly onBytes: (bytes: Uint8Array) => void
  readonly onLevel: (level: Level) => void
  readonly onEnd: () => void
}

const type = 'audio/webm;codecs=opus'
/** A second's worth at a time: this much can be lost when everything dies at once. */
const sliceMs = 1_000
const levelMs = 300
/** 48 kbit/s: clear speech, six megabytes in a quarter of an hour. */
const bitsPerSecond = 48_000

export class VoiceRecorder {
  readonly #stream: MediaStream
  readonly #recorder: MediaRecorder
  readonly #sound: AudioContext
  readonly #looking: ReturnType<typeof setInterval>
  #handing: Promise<void> = Promise.resolve()

  private constructor(stream: MediaStream, handlers: RecorderHandlers) {
    this.#stream = stream
    this.#recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: bitsPerSecond })
    this.#sound = new AudioContext()
    const analyser = this.#sound.createAnalyser()
    analyser.fftSize = 2_048
    this.#sound.createMediaStreamSource(stream).connect(analyser)
    const samples = new Uint8Array(analyser.fftSize)
    this.#looking = setInterval(() => {
      if (this.#recorder.state !== 'recording') return
      analyser.getByteTimeDomainData(samples)
      handlers.onLevel(levelOf(samples))
    }, levelMs)
    this.#recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size === 0) return
      // NOTE: a Blob's bytes come later than the Blob; one after the other keeps them in order.
      this.#handing = this.#handing.then(async () => handlers.onBytes(new Uint8Array(await data.arrayBuffer())))
    })
    this.#recorder.addEventListener('stop', () => {
      this.#letGo()
      void this.#handing.then(handlers.onEnd)
    })
    this.#recorder.start(sliceMs)
  }

  /** Asks for the microphone; gives why there is none instead of failing. */
  static async begin(handlers: RecorderHandlers): Promise<VoiceRecorder | NoVoice> {
    if (typeof MediaRecorder === 'undefined' || !MediaRecorder.isTypeSupported(type)) return 'cannotRecord'
    let stream: MediaStream
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } })
    } catch (reason) {
      const name = reason instanceof DOMException ? reason.name : ''
      return name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'noMicrophone'
    }
    try {
      return new VoiceRecorder(stream, handlers)
    } catch {
      for (const track of stream.getTracks()) track.stop()
      return 'cannotRecord'
    }
  }

  pause(): void {
    if (this.#recorder.state === 'recording') this.#recorder.pause()
  }

  goOn(): void {
    if (this.#recorder.state === 'paused') this.#recorder.resume()
  }

  stop(): void {
    if (this.#recorder.state !== 'inactive') this.#recorder.stop()
  }

  #letGo(): void {
    clearInterval(this.#looking)
    for (const track of this.#stream.getTracks()) track.stop()
    void this.#sound.close()
  }
}
