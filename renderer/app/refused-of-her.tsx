// The words that are not to be used of whoever's story is open, for every form in which something is written around it.
import { createContext, useContext, type ReactNode } from 'react'
import type { RefusedWord } from '../../shared/domain/story.ts'

const RefusedContext = createContext<readonly RefusedWord[]>([])

export function RefusedOfHer({ words, children }: { words: readonly RefusedWord[]; children: ReactNode }) {
  return <RefusedContext value={words}>{children}</RefusedContext>
}

export function useRefusedOfHer(): readonly RefusedWord[] {
  return useContext(RefusedContext)
}
