// What is heard: the recording itself in the whole story, a rendition in which the archive took out what this reach may not hear.
import { useCallback, useEffect, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import type { Reach } from '../../../shared/domain/reach.ts'
import type { Recording } from '../../../shared/domain/story.ts'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { renderSound } from '../../app/sound/render-sound.ts'

export type StoryView = 'whole' | Reach

export type Heard =
  | { readonly kind: 'ready'; readonly address: string }
  | { readonly kind: 'rendering'; readonly done: number; readonly cancel: () => void }
  | { readonly kind: 'stopped'; readonly failure: FailureCode | null; readonly again: () => void }
  | { readonly kind: 'none' }

/** `marksKey` differs whenever what is taken out differs, so that nothing old is played. */
export function useHeard(recording: Recording | null, view: StoryView, marksKey: string): Heard {
  const archive = useArchive()
  const [round, setRound] = useState(0)
  const wanted = recording === null || view === 'whole' ? null : `${recording.id} ${view} ${marksKey} ${round}`
  const [made, setMade] = useState<{ wanted: string; heard: Heard } | null>(null)
  const again = useCallback(() => setRound((n) => n + 1), [])
  const id = recording?.id

  useEffect(() => {
    if (wanted === null || id === undefined || view === 'whole') return
    const leaving = new AbortController()
    const { signal } = leaving
    const cancel = (): void => {
      leaving.abort()
      setMade({ wanted, heard: { kind: 'stopped', failure: null, again } })
    }
    const show = (heard: Heard): void => {
      if (!signal.aborted) setMade({ wanted, heard })
    }
    show({ kind: 'rendering', done: 0, cancel })
    renderSound(
      archive,
      { kind: 'story', recording: id, reach: view },
      {
        signal,
        onProgress: (done) => show({ kind: 'rendering', done, cancel }),
      },
    ).then(
      ({ rendition }) => show({ kind: 'ready', address: `/rendition/${rendition}` }),
      (thrown: unknown) => show({ kind: 'stopped', failure: codeOf(thrown), again }),
    )
    return () => leaving.abort()
  }, [archive, wanted, id, view, again])

  if (recording === null) return { kind: 'none' }
  if (view === 'whole') return { kind: 'ready', address: `/media/${recording.media}` }
  return made !== null && made.wanted === wanted ? made.heard : { kind: 'none' }
}
