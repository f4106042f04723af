// Where she is in her session. In memory only: no address, title or history tells it.
import type { EraseTarget } from '../../../../shared/contract/erase.ts'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'

/** What somebody comes for in About me: how lists speak of her, or her passphrase. */
export type PartOfAbout = 'lists' | 'passphrase'

export type HerPlace =
  | { readonly room: 'stories' }
  | { readonly room: 'story'; readonly testimony: string; readonly passage: string | null; readonly list: boolean }
  /** `passage` is where she came from, and goes back to. */
  | { readonly room: 'sound'; readonly testimony: string; readonly passage: string | null }
  | { readonly room: 'words' }
  | { readonly room: 'excerpts' }
  | { readonly room: 'excerpt'; readonly excerpt: string }
  | { readonly room: 'givenOut' }
  | { readonly room: 'oneGivenOut'; readonly disclosure: string }
  | { readonly room: 'answers' }
  | { readonly room: 'conversation'; readonly testimony: string; readonly onlyAgain: boolean }
  | { readonly room: 'takeHome' }
  /** `from` is where she came from, and goes back to. */
  | { readonly room: 'erase'; readonly target: EraseTarget; readonly from: HerPlace }
  | { readonly room: 'about'; readonly part?: PartOfAbout }

interface Going {
  readonly place: HerPlace
  readonly go: (place: HerPlace) => void
}

const HerPlaceContext = createContext<Going | null>(null)

export function HerPlaceProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HerPlace>({ room: 'stories' })
  const going = useMemo(() => ({ place, go: setPlace }), [place])
  return <HerPlaceContext value={going}>{children}</HerPlaceContext>
}

export function useHerPlace(): Going {
  const going = useContext(HerPlaceContext)
  if (going === null) throw new Error('useHerPlace outside her shell')
  return going
}

export const herRooms = ['stories', 'words', 'excerpts', 'givenOut', 'answers', 'takeHome', 'about'] as const
