// What the door said when it opened: where the archive lies, who opened it, which version this is.
import { createContext, useContext } from 'react'
import type { DoorState } from '../features/door/door-state.ts'

export const DoorStateContext = createContext<DoorState | null>(null)

export function useDoorState(): DoorState {
  const state = useContext(DoorStateContext)
  if (state === null) throw new Error('useDoorState outside the shell')
  return state
}
