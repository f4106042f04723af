// A recording's peaks: as kept, else computed once and kept.
import { useEffect, useState } from 'react'
import type { Recording } from '../../../shared/domain/story.ts'
import { useArchive } from '../../app/archive.tsx'
import { computePeaks } from '../../app/sound/compute-peaks.ts'

/** Undefined until there are any; where they cannot be computed it stays so, and the sound is played without a drawing. */
export function usePeaks(recording: Recording | null): Uint8Array | undefined {
  const archive = useArchive()
  const [drawn, setDrawn] = useState<{ recording: string; peaks: Uint8Array } | null>(null)
  const id = recording?.id
  const media = recording?.media
  useEffect(() => {
    if (id === undefined || media === undefined) return
    const leaving = new AbortController()
    const { signal } = leaving
    const find = async (): Promise<Uint8Array> => {
      const kept = await archive.story.peaks({ recording: id }, signal)
      if (kept.peaks.length > 0) return kept.peaks
      const peaks = await computePeaks(media, { signal })
      if (peaks.length > 0) await archive.story.keepPeaks({ recording: id, peaks: new Uint8Array(peaks) }, signal)
      return peaks
    }
    find().then(
      (peaks) => !signal.aborted && setDrawn({ recording: id, peaks }),
      () => {},
    )
    return () => leaving.abort()
  }, [archive, id, media])
  return drawn !== null && drawn.recording === id ? drawn.peaks : undefined
}
