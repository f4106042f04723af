// A recording's waveform, computed once: the archive keeps it, sealed like everything else.
import { askWorker, mediaAddress } from './ask-worker.ts'
import { columnsOfARecording } from './peak-columns.ts'

export interface PeaksOptions {
  /** 0 to 1. */
  readonly onProgress?: (done: number) => void
  readonly signal?: AbortSignal
}

/** One byte a column, 1,200 columns. Rejects with `soundUnreadable` or `cancelled`. */
export async function computePeaks(media: string, options: PeaksOptions): Promise<Uint8Array> {
  let peaks = new Uint8Array(0)
  await askWorker(
    { kind: 'peaks', address: mediaAddress(media), columns: columnsOfARecording },
    async (bytes) => {
      peaks = new Uint8Array(bytes)
    },
    options.onProgress ?? (() => {}),
    options.signal,
  )
  return peaks
}
