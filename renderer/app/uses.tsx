// What a yes can be for in this archive, by name: the uses that the program begins with, and the archive's own.
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { isStartingUse, startingUseNames, useOf, type UseName } from '../../shared/domain/consent/uses.ts'
import { useWords } from '../words/say.tsx'
import { useAnswer } from './archive.tsx'

export type ShownUse = Awaited<ReturnType<ArchiveClient['consent']['uses']>>['uses'][number]

export interface Uses {
  /** Those that she is asked about, in the archive's order. */
  readonly asked: readonly ShownUse[]
  /** Of any use, also of one that is not asked about any more. */
  readonly nameOf: (use: UseName) => string
}

const UsesContext = createContext<Uses | null>(null)

export function UsesProvider({ children }: { children: ReactNode }) {
  const say = useWords()
  const { value } = useAnswer(
    ['consent'],
    (archive, signal) => archive.consent.uses({ language: say.locale }, signal),
    [say.locale],
    { keepOld: true },
  )
  const uses = useMemo((): Uses => {
    const named = new Map(value?.uses.map((use) => [use.use, use.name]))
    const nameOf = (use: UseName) =>
      named.get(use) ?? (isStartingUse(use) ? say(`uses.use.${use}`) : say('uses.use.own'))
    const starting = startingUseNames.map((use) => ({ use, ...useOf(use), name: nameOf(use), retired: false }))
    return { asked: (value?.uses ?? starting).filter(({ retired }) => !retired), nameOf }
  }, [value, say])
  return <UsesContext value={uses}>{children}</UsesContext>
}

export function useUses(): Uses {
  const uses = useContext(UsesContext)
  if (uses === null) throw new Error('useUses outside UsesProvider')
  return uses
}
