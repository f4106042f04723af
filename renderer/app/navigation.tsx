// Where in the program somebody is. Kept in memory only: no address, title or history tells which story was open.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { EraseTarget } from '../../shared/contract/erase.ts'
import type { UseName } from '../../shared/domain/consent/uses.ts'
import { keepPlaces } from './places-before.ts'

/** What lies beside a story: the sheet of it that somebody comes for. */
export type BesideStory = 'labels' | 'consent' | 'takenOut' | 'ties' | 'versions' | 'about'

export type Place =
  | { readonly room: 'shelf' }
  | { readonly room: 'story'; readonly testimony: string; readonly passage?: string; readonly beside?: BesideStory }
  | { readonly room: 'consent'; readonly testimony: string; readonly use?: UseName; readonly onlyAgain?: boolean }
  | { readonly room: 'transcribing'; readonly testimony: string }
  | { readonly room: 'erase'; readonly target: EraseTarget }
  | { readonly room: 'excerpts' }
  | { readonly room: 'excerpt'; readonly excerpt: string }
  | { readonly room: 'givenOut'; readonly disclosure?: string }
  | { readonly room: 'find'; readonly words?: string }
  | { readonly room: 'settings' }
  | { readonly room: 'cards' }
  | { readonly room: 'bringIn' }
  /** With a story: for another sitting of it. */
  | { readonly room: 'record'; readonly testimony?: string }

export interface Navigation {
  readonly place: Place
  readonly go: (place: Place) => void
}

const NavigationContext = createContext<Navigation | null>(null)

export function NavigationProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<Place>({ room: 'shelf' })
  const [places] = useState(() => keepPlaces<Place>({ room: 'shelf' }, window))
  useEffect(() => places.follow(setPlace), [places])
  const navigation = useMemo(
    () => ({
      place,
      go: (next: Place) => {
        places.went(next)
        setPlace(next)
      },
    }),
    [place, places],
  )
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('useNavigation outside NavigationProvider')
  return navigation
}
