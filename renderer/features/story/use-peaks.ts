// The waveform of what is heard: of the recording itself, or of what the archive rendered for somebody; never of the one
// for the other.
import { useEffect, useState } from 'react'
import type { Recording } from '../../../shared/domain/story.ts'
import { useArchive } from '../../app/archive.tsx'
import type { PeakLevels } from '../../app/sound/peak-levels.ts'
import { waveformsOf } from '../../app/sound/waveforms.ts'
import type { Heard } from './use-heard.ts'

/** Undefined until there is one; where none can be worked out it stays so, and the sound is played without a drawing. */
export function usePeaks(recording: Recording, heard: Heard): PeakLevels | undefined {
  const archive = useArchive()
  const [drawn, setDrawn] = useState<{ address: string; levels: PeakLevels } | null>(null)
  const { id, media } = recording
  const address = heard.kind === 'ready' ? heard.address : null
  useEffect(() => {
    if (address === null) return
    const leaving = new AbortController()
    const { signal } = leaving
    const waveforms = waveformsOf(archive)
    const finding =
      address === `/media/${media}`
        ? waveforms.of({ recording: id, media }, signal)
        : waveforms.ofRendition(address, signal)
    finding.then(
      (levels) => !signal.aborted && setDrawn({ address, levels }),
      () => {},
    )
    return () => leaving.abort()
  }, [archive, id, media, address])
  return drawn !== null && drawn.address === address ? drawn.levels : undefined
}
