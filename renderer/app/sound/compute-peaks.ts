// The waveform of sound at an address, worked out from every sample of it.
import { askWorker } from './ask-worker.ts'

export interface PeaksOptions {
  /** Leaves the machine room for whatever somebody is doing. */
  readonly isGentle?: boolean
  /** 0 to 1. */
  readonly onProgress?: (done: number) => void
  readonly signal?: AbortSignal
}

/** Bytes in the shape of `peaksAsBytes`. Rejects with `soundUnreadable` or `cancelled`. */
export async function computePeaks(address: string, options: PeaksOptions): Promise<Uint8Array<ArrayBuffer>> {
  let peaks = new Uint8Array(0)
  await askWorker(
    { kind: 'peaks', address: new URL(address, location.href).href, isGentle: options.isGentle ?? false },
    async (bytes) => {
      peaks = new Uint8Array(bytes)
    },
    options.onProgress ?? (() => {}),
    options.signal,
  )
  return peaks
}
