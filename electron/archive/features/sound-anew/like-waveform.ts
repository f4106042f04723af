// Whether sound that was handed over is the recording's: as loud where it is loud as the waveform that was kept of it.
import { columnOf, type Peaks } from '../../../../shared/domain/sound/peaks.ts'
import { bytesOfKind, type SampleKind } from '../../../../shared/domain/sound/sample-kinds.ts'

/** Of 255; where neither reaches it there is nothing to be like. */
const quiet = 8
/** By how much a column may be higher or lower: another decoder, another rounding. */
const nearly = (higher: number): number => 6 + higher / 4
/** How many of the columns in which anything is heard must be alike. */
const leastAlike = 0.8

export class LikeWaveform {
  readonly #kept: Uint8Array
  readonly #framesAColumn: number
  readonly #channels: number
  readonly #samples: SampleKind
  #frame = 0
  #loudest = 0
  #column = 0
  #compared = 0
  #alike = 0

  constructor(kept: Peaks, sampleRate: number, channels: number, samples: SampleKind) {
    this.#kept = kept.columns
    this.#framesAColumn = (kept.columnMs * sampleRate) / 1000
    this.#channels = channels
    this.#samples = samples
  }

  /** Whole frames, one piece after another. */
  take(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const read = readers[this.#samples]
    const step = bytesOfKind[this.#samples]
    for (let at = 0; at < bytes.length; this.#frame += 1) {
      const column = Math.floor(this.#frame / this.#framesAColumn)
      if (column !== this.#column) this.#endColumn(column)
      let sum = 0
      for (let channel = 0; channel < this.#channels; channel += 1, at += step) sum += read(view, at)
      const loudness = Math.abs(sum / this.#channels)
      if (loudness > this.#loudest) this.#loudest = loudness
    }
  }

  #endColumn(next: number): void {
    const kept = this.#kept[this.#column]
    const came = columnOf(this.#loudest)
    if (kept !== undefined && Math.max(kept, came) > quiet) {
      this.#compared += 1
      if (Math.abs(kept - came) <= nearly(Math.max(kept, came))) this.#alike += 1
    }
    this.#column = next
    this.#loudest = 0
  }

  /** Of all that has come. */
  get isLike(): boolean {
    return this.#alike >= this.#compared * leastAlike
  }
}

const readers: Readonly<Record<SampleKind, (view: DataView, at: number) => number>> = {
  s16: (view, at) => view.getInt16(at, true) / 32_768,
  s24: (view, at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65_536) / 8_388_608,
  f32: (view, at) => view.getFloat32(at, true),
}
