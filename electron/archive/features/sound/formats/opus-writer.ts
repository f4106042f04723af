// Opus in Ogg (RFC 6716, RFC 7845) of one channel at 48 kHz. What was redacted stays nothing: the encoder begins anew inside
// every silence, so that it carries nothing from before into it.
import { Application, createEncoder, type OpusEncoderHandle } from 'libopus-wasm'
import { Blocks, type Put, type SoundWriter } from './sound-writer.ts'
import { oggPage, segmentsOf } from './ogg-pages.ts'

export const opusRate = 48_000
/** Of 20 ms. */
const frameLength = 960
/** Clear for speech, also where two speak and where there is music behind. */
const bitrate = 64_000
/** 1 s; then a page is full. */
const packetsInPage = 50

/** Its maker is always called the same, and no tag follows. */
const maker = 'Firsthand'

function opusHead(preSkip: number): Buffer {
  const head = Buffer.alloc(19)
  head.write('OpusHead', 0, 'latin1')
  head[8] = 1
  head[9] = 1
  head.writeUInt16LE(preSkip, 10)
  head.writeUInt32LE(opusRate, 12)
  return head
}

function opusTags(): Buffer {
  const tags = Buffer.alloc(8 + 4 + maker.length + 4)
  tags.write('OpusTags', 0, 'latin1')
  tags.writeUInt32LE(maker.length, 8)
  tags.write(maker, 12, 'latin1')
  return tags
}

/** An encoder for it. NOTE: without the half of Opus that predicts speech from speech long before. */
async function encoderOf(): Promise<OpusEncoderHandle> {
  return createEncoder({
    channels: 1,
    sampleRate: opusRate,
    application: Application.RestrictedLowDelay,
    bitrate,
    complexity: 10,
    frameSize: frameLength,
    vbr: true,
  })
}

export class OpusWriter implements SoundWriter {
  readonly #put: Put
  #encoder: OpusEncoderHandle
  readonly #preSkip: number
  readonly #blocks = new Blocks(frameLength)
  #packets: Uint8Array[] = []
  #segments = 0
  #sequence = 0
  #taken = 0
  #encoded = 0
  /** Frames of nothing, one after another; at the first the encoder begins anew. */
  #silent = 0

  private constructor(put: Put, encoder: OpusEncoderHandle) {
    this.#put = put
    this.#encoder = encoder
    this.#preSkip = encoder.getLookahead()
  }

  static async begin(put: Put): Promise<OpusWriter> {
    const writer = new OpusWriter(put, await encoderOf())
    await writer.#page([opusHead(writer.#preSkip)], 2, 0)
    await writer.#page([opusTags()], 0, 0)
    return writer
  }

  async take(samples: Int16Array): Promise<void> {
    this.#taken += samples.length
    await this.#blocks.take(samples, (frame) => this.#encode(frame))
  }

  async finish(): Promise<void> {
    const rest = this.#blocks.rest().slice()
    let last = new Int16Array(frameLength)
    last.set(rest)
    // NOTE: what the encoder still holds back comes out with what follows.
    while (this.#encoded < this.#taken + this.#preSkip) {
      await this.#encode(last)
      last = new Int16Array(frameLength)
    }
    await this.#flush(4, this.#preSkip + this.#taken)
  }

  free(): void {
    this.#encoder.free()
  }

  async #encode(frame: Int16Array): Promise<void> {
    const full = this.#packets.length === packetsInPage || this.#segments > 200
    if (full) await this.#flush(0, this.#encoded)
    const isNothing = frame.every((sample) => sample === 0)
    this.#silent = isNothing ? this.#silent + 1 : 0
    if (this.#silent === 1) await this.#beginAnew()
    const packet = this.#encoder.encode(frame)
    this.#packets.push(packet)
    this.#segments += segmentsOf(packet)
    this.#encoded += frameLength
  }

  async #beginAnew(): Promise<void> {
    this.#encoder.free()
    this.#encoder = await encoderOf()
  }

  async #flush(flags: number, granule: number): Promise<void> {
    const packets = this.#packets
    this.#packets = []
    this.#segments = 0
    await this.#page(packets, flags, granule)
  }

  async #page(packets: readonly Uint8Array[], flags: number, granule: number): Promise<void> {
    const page = oggPage(packets, this.#sequence, flags, granule)
    this.#sequence += 1
    await this.#put(page)
  }
}
