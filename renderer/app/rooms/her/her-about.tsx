// What her window knows of her, for every room of hers.
import { createContext, useContext } from 'react'
import type { About } from '../../../features/with-her/her-shapes.ts'

interface AboutHer {
  readonly about: About
  readonly again: () => void
}

export const HerAboutContext = createContext<AboutHer | null>(null)

export function useHerAbout(): AboutHer {
  const about = useContext(HerAboutContext)
  if (about === null) throw new Error('useHerAbout outside her shell')
  return about
}
