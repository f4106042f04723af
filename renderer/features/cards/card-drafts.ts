// Words of cards that are written and not kept yet. They outlast leaving the room, and go with the page.
import { useCallback, useState, useSyncExternalStore } from 'react'
import { useUnkept } from '../../app/unkept.ts'
import type { CardWords, OwnReach } from './card-shapes.ts'

export interface UseDraft {
  readonly words: CardWords
  readonly language: string
  readonly reach: OwnReach | null
  readonly namedRecipientOnly: boolean
}

const cards = new Map<string, CardWords>()
let newUse: UseDraft | null = null
const listeners = new Set<() => void>()
let count = 0

function tell(): void {
  count += 1
  for (const listener of listeners) listener()
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Draws again whenever any draft has changed. */
export function useAnyDraft(): { readonly has: (use: string) => boolean } {
  useSyncExternalStore(listen, () => count)
  useUnkept(cards.size > 0 || newUse !== null)
  return { has: (use) => [...cards.keys()].some((key) => key.startsWith(`${use} `)) }
}

/** The first language that a card of this use is being written in; null where none is. */
export function languageOfDraft(use: string): string | null {
  const key = [...cards.keys()].find((one) => one.startsWith(`${use} `))
  return key === undefined ? null : key.slice(use.length + 1)
}

/** What is being written of one card in one language; null: nothing. */
export function useCardDraft(use: string, language: string): [CardWords | null, (words: CardWords | null) => void] {
  const key = `${use} ${language}`
  const draft = useSyncExternalStore(listen, () => cards.get(key) ?? null)
  const keep = useCallback(
    (next: CardWords | null) => {
      if (next === null) cards.delete(key)
      else cards.set(key, next)
      tell()
    },
    [key],
  )
  return [draft, keep]
}

export function useNewUseDraft(atFirst: UseDraft): [UseDraft, (draft: UseDraft | null) => void] {
  const [first] = useState(atFirst)
  const draft = useSyncExternalStore(listen, () => newUse)
  const keep = useCallback((next: UseDraft | null) => {
    newUse = next
    tell()
  }, [])
  return [draft ?? first, keep]
}
