// A draft's passages as they are from the moment that something is decided, and not only from when they are read again:
// nothing on the screen moves after it was drawn, so that a press meets what it was meant for.
import { useState } from 'react'
import type { DraftPassage } from './transcribing-shapes.ts'

type Decision = Exclude<DraftPassage['state'], 'waiting'>

export interface DecidedHere {
  readonly passages: readonly DraftPassage[]
  /** What is read beside another passage: of what was taken into the story here, as it was taken. */
  readonly wordsAt: (index: number) => string
  readonly leaveOut: (place: number) => void
  readonly accept: (place: number, text: string) => void
  readonly bringBack: (place: number) => void
}

/** @param read the passages as the archive gave them last */
export function useDecidedHere(read: readonly DraftPassage[]): DecidedHere {
  // Decided, and not read again yet.
  const [ahead, setAhead] = useState<ReadonlyMap<number, Decision>>(new Map())
  const [taken, setTaken] = useState<ReadonlyMap<number, string>>(new Map())
  const [lastRead, setLastRead] = useState(read)
  if (lastRead !== read) {
    setLastRead(read)
    const stillWaiting = new Set(read.filter(({ state }) => state === 'waiting').map(({ place }) => place))
    setAhead(new Map([...ahead].filter(([place]) => stillWaiting.has(place))))
  }
  const passages = read.map((passage) => {
    const state = ahead.get(passage.place)
    return state === undefined ? passage : { ...passage, state, text: state === 'accepted' ? '' : passage.text }
  })
  const decide = (place: number, decision: Decision): void => setAhead((old) => new Map(old).set(place, decision))
  return {
    passages,
    wordsAt: (index) => {
      const passage = passages[index]
      return passage === undefined ? '' : (taken.get(passage.place) ?? passage.text)
    },
    leaveOut: (place) => decide(place, 'leftOut'),
    accept: (place, text) => {
      decide(place, 'accepted')
      setTaken((old) => new Map(old).set(place, text))
    },
    bringBack: (place) => {
      const without = <T>(old: ReadonlyMap<number, T>) => new Map([...old].filter(([one]) => one !== place))
      setAhead(without)
      setTaken(without)
    },
  }
}
