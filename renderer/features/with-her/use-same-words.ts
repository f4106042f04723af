// Where else the chosen words stand in her story, so that a name taken out once is not left standing elsewhere.
import { useEffect, useState } from 'react'
import type { Span } from '../../../shared/domain/marks/ranges.ts'
import type { Passage } from '../../../shared/domain/story.ts'
import { useArchive } from '../../app/archive.tsx'
import type { Stretch } from './choosing-words.ts'

export interface SamePlace extends Span {
  readonly text: string
}

/** Only short stretches are looked for: a name or a place, not a sentence. */
const longest = 120

/** `places` is null while it is being looked. */
export function useSameWords(
  testimony: string,
  passage: Passage,
  chosen: Stretch | null,
): { readonly places: readonly SamePlace[] | null } {
  const archive = useArchive()
  const words = chosen === null ? '' : passage.text.slice(chosen.start, chosen.end)
  const [found, setFound] = useState<{ words: string; places: readonly SamePlace[] } | null>(null)
  const isAsked = words !== '' && words.length <= longest
  useEffect(() => {
    if (!isAsked) return
    const leaving = new AbortController()
    archive.marks.sameWords({ testimony, words }, leaving.signal).then(
      ({ spans }) => {
        if (!leaving.signal.aborted) setFound({ words, places: spans })
      },
      () => {
        if (!leaving.signal.aborted) setFound({ words, places: [] })
      },
    )
    return () => leaving.abort()
  }, [archive, testimony, words, isAsked])
  if (!isAsked) return { places: [] }
  if (found === null || found.words !== words) return { places: null }
  const isElsewhere = (place: SamePlace): boolean =>
    place.passage !== passage.id || chosen === null || place.end <= chosen.start || place.start >= chosen.end
  return { places: found.places.filter(isElsewhere) }
}
