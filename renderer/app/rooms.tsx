// Which file draws which room; each comes only when somebody goes there.
import { lazy, type ComponentType } from 'react'
import type { Place } from './navigation.tsx'

export const rooms: Readonly<Record<Place['room'], ComponentType>> = {
  shelf: lazy(() => import('./rooms/ShelfRoom.tsx')),
  find: lazy(() => import('./rooms/FindRoom.tsx')),
  bringIn: lazy(() => import('./rooms/BringInRoom.tsx')),
  story: lazy(() => import('./rooms/StoryRoom.tsx')),
  consent: lazy(() => import('./rooms/ConsentRoom.tsx')),
  transcribing: lazy(() => import('./rooms/TranscribingRoom.tsx')),
  erase: lazy(() => import('./rooms/EraseRoom.tsx')),
  excerpts: lazy(() => import('./rooms/ExcerptsRoom.tsx')),
  excerpt: lazy(() => import('./rooms/ExcerptRoom.tsx')),
  givenOut: lazy(() => import('./rooms/GivenOutRoom.tsx')),
  record: lazy(() => import('./rooms/RecordRoom.tsx')),
  settings: lazy(() => import('./rooms/SettingsRoom.tsx')),
  cards: lazy(() => import('./rooms/CardsRoom.tsx')),
}
