// A recording drawn as columns: each the loudest sample of its stretch, one byte a column.

export const columnsOfARecording = 1_200

/** `frames` is how many there are in the whole recording; samples beyond are counted in the last column. */
export class PeakColumns {
  private readonly loudest: Float32Array
  private readonly framesAColumn: number

  constructor(frames: number, columns: number) {
    this.loudest = new Float32Array(columns)
    this.framesAColumn = Math.max(1, frames / columns)
  }

  /** `frame` is the number of the first of `samples`, counted from the recording's start. */
  push(frame: number, samples: Float32Array): void {
    for (let index = 0; index < samples.length; index += 1) {
      const column = Math.min(this.loudest.length - 1, Math.max(0, Math.floor((frame + index) / this.framesAColumn)))
      const loudness = Math.abs(samples[index] ?? 0)
      if (loudness > (this.loudest[column] ?? 0)) this.loudest[column] = loudness
    }
  }

  /** 0 is silence, 255 the loudest that can be recorded. */
  bytes(): Uint8Array {
    return Uint8Array.from(this.loudest, (value) => Math.min(255, Math.round(value * 255)))
  }
}
