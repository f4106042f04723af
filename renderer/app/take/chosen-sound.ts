// What was chosen for the next recording: in memory only, for as long as the page is there.
import { useSyncExternalStore } from 'react'
import type { ChosenBeside } from '../beside.ts'

let chosen: ChosenBeside = { microphone: '', begin: null }
const listeners = new Set<() => void>()

export function chooseSound(some: Partial<ChosenBeside>): void {
  chosen = { ...chosen, ...some }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useChosenSound = (): ChosenBeside => useSyncExternalStore(subscribe, () => chosen)
