// Hide now must be at hand above everything, so a dialog shows it too.
import { createContext } from 'react'

export interface HideButton {
  readonly name: string
  readonly run: () => void
}

/** Null at the door, where there is nothing to hide. */
export const HideContext = createContext<HideButton | null>(null)
