// While an archivist has the archive open, recordings that came in without a waveform get one, one at a time.
import { useEffect } from 'react'
import { useAnswer, useArchive } from '../archive.tsx'
import { waveformsOf } from './waveforms.ts'

/** So that the first screen is drawn before, and a batch that is being brought in is done. */
const waitMs = 2_000

/** Ends when the archive is locked, and whenever the window goes. */
export function useWaveformsInBackground(): void {
  const archive = useArchive()
  const { value } = useAnswer(['shelf'], (client, signal) => client.story.withoutPeaks({}, signal), [], {
    keepOld: true,
  })
  const wanted = (value?.recordings ?? []).map(({ recording }) => recording).join(' ')
  useEffect(() => {
    if (wanted === '') return
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      waveformsOf(archive)
        .inBackground(leaving.signal)
        .catch(() => {})
    }, waitMs)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [archive, wanted])
}
