// How it is known that she decided, when she decides by herself at this window: the archive adds who signed or attested it.
import { useMemo } from 'react'
import type { z } from 'zod'
import type { evidence } from '../../../../shared/contract/shapes.ts'
import { useWords } from '../../../words/say.tsx'

export function useHerEvidence(): z.infer<typeof evidence> {
  const say = useWords()
  const note = say('her.evidence')
  return useMemo(() => ({ kind: 'inPerson', note }), [note])
}
