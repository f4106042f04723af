// A waveform as it is kept: how loud each short stretch of a recording is at its loudest, one byte a stretch.

/** What every column of a short recording covers. */
export const finestColumnMs = 20
/** Four hours of them; of a longer recording each column covers more, so that what is kept stays this small. */
export const mostColumns = 720_000

const headLength = 8
/** Of a waveform as it is kept. */
export const mostPeakBytes = headLength + mostColumns
const version = 2

export interface Peaks {
  readonly columnMs: number
  /** 0 is silence, 255 the loudest that can be recorded; the square root between, so that quiet words can be seen. */
  readonly columns: Uint8Array
}

/** How loud (0 to 1) a column of this height is. */
export const loudnessOf = (column: number): number => (column / 255) ** 2

/** The column's byte for a loudness of 0 to 1. */
export const columnOf = (loudness: number): number =>
  Math.min(255, Math.ceil(Math.sqrt(Math.max(0, Math.min(1, loudness))) * 255))

/** A head of eight bytes (its version, three of nothing, how many microseconds a column covers) and the columns. */
export function peaksAsBytes({ columnMs, columns }: Peaks): Uint8Array {
  const bytes = new Uint8Array(headLength + columns.length)
  bytes[0] = version
  new DataView(bytes.buffer).setUint32(4, Math.round(columnMs * 1000), true)
  bytes.set(columns, headLength)
  return bytes
}

/** Null where these are no peaks, or none of this version. */
export function peaksFrom(bytes: Uint8Array): Peaks | null {
  if (bytes.length < headLength || bytes[0] !== version) return null
  const columnMs = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) / 1000
  return columnMs > 0 ? { columnMs, columns: bytes.subarray(headLength) } : null
}
