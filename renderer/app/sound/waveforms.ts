// Waveforms of recordings: worked out once and kept in the archive, one at a time; what is looked at comes first.
import { peaksFrom } from '../../../shared/domain/sound/peaks.ts'
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { computePeaks } from './compute-peaks.ts'
import { PeakLevels } from './peak-levels.ts'

export interface ToDraw {
  readonly recording: string
  readonly media: string
}

const heldRenditions = 4

export class Waveforms {
  readonly #archive: ArchiveClient
  /** Recordings that cannot be decoded here; tried again when the program is opened again. */
  readonly #undrawable = new Set<string>()
  readonly #renditions = new Map<string, PeakLevels>()
  /** Ends what goes on in the background; it is begun again later. */
  #inBackground: AbortController | null = null
  #lookedAt = 0

  constructor(archive: ArchiveClient) {
    this.#archive = archive
  }

  /** As kept, else worked out now. Rejects with `soundUnreadable`, `cancelled`, or what the archive says. */
  async of({ recording, media }: ToDraw, signal: AbortSignal): Promise<PeakLevels> {
    const kept = peaksFrom((await this.#archive.story.peaks({ recording }, signal)).peaks)
    if (kept !== null) return new PeakLevels(kept)
    this.#lookedAt += 1
    this.#inBackground?.abort()
    try {
      return await this.#make({ recording, media }, false, signal)
    } finally {
      this.#lookedAt -= 1
    }
  }

  /** Of what the archive rendered for somebody: of that sound itself, never of the recording. Held in memory only. */
  async ofRendition(address: string, signal: AbortSignal): Promise<PeakLevels> {
    const held = this.#renditions.get(address)
    if (held !== undefined) return held
    const peaks = peaksFrom(await computePeaks(address, { signal }))
    const levels = new PeakLevels(peaks ?? { columnMs: 20, columns: new Uint8Array(0) })
    this.#renditions.set(address, levels)
    for (const oldest of this.#renditions.keys())
      if (this.#renditions.size > heldRenditions) this.#renditions.delete(oldest)
    return levels
  }

  /** Goes through recordings that have none, gently, one after another, until there are none or the signal fires. */
  async inBackground(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const { recordings } = await this.#archive.story.withoutPeaks({}, signal)
      const next = recordings.find(({ recording }) => !this.#undrawable.has(recording))
      if (next === undefined) return
      if (this.#lookedAt > 0) {
        await rest(signal)
        continue
      }
      const working = new AbortController()
      this.#inBackground = working
      await this.#make(next, true, AbortSignal.any([signal, working.signal])).catch(() => {
        if (!signal.aborted && !working.signal.aborted) this.#undrawable.add(next.recording)
      })
      this.#inBackground = null
    }
  }

  async #make({ recording, media }: ToDraw, isGentle: boolean, signal: AbortSignal): Promise<PeakLevels> {
    const bytes = await computePeaks(`/media/${media}`, { isGentle, signal })
    const peaks = peaksFrom(bytes) ?? { columnMs: 20, columns: new Uint8Array(0) }
    await this.#archive.story.keepPeaks({ recording, peaks: bytes }, signal)
    return new PeakLevels(peaks)
  }
}

function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 500)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}

const ofArchive = new WeakMap<ArchiveClient, Waveforms>()

/** One for each opening of the archive, so that two rooms do not work out the same waveform. */
export function waveformsOf(archive: ArchiveClient): Waveforms {
  const known = ofArchive.get(archive) ?? new Waveforms(archive)
  ofArchive.set(archive, known)
  return known
}
