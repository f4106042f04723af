// Which file draws which of her rooms; each comes only when she goes there.
import { lazy, type ComponentType } from 'react'
import type { HerPlace } from './her-place.tsx'

export const roomsOfHers: Readonly<Record<HerPlace['room'], ComponentType>> = {
  stories: lazy(() => import('./HerStories.tsx')),
  story: lazy(() => import('./HerStory.tsx')),
  sound: lazy(() => import('./HerSound.tsx')),
  words: lazy(() => import('./HerWordsRoom.tsx')),
  excerpts: lazy(() => import('./HerExcerpts.tsx')),
  excerpt: lazy(() => import('./HerExcerpt.tsx')),
  givenOut: lazy(() => import('./HerGivenOut.tsx')),
  oneGivenOut: lazy(() => import('./HerGivenOutOne.tsx')),
  answers: lazy(() => import('./HerAnswers.tsx')),
  conversation: lazy(() => import('./HerConversation.tsx')),
  erase: lazy(() => import('./HerErase.tsx')),
  takeHome: lazy(() => import('./HerTakeHome.tsx')),
  about: lazy(() => import('./HerAbout.tsx')),
}
