// What somebody looks for, and what was found. Kept while the archive is open, so that coming back from a story finds it.
import type { z } from 'zod'
import type { findHit, shelf } from '../../../shared/contract/shelf.ts'

export type Hit = z.output<typeof findHit>
type Asked = z.input<typeof shelf.find.input>

export type FindWish = Pick<Asked, 'words' | 'language' | 'role'>

export const nothingYet: FindWish = { words: '', language: '', role: 'anyone' }

/** How many results are asked for at first, and at most: the contract's limit. */
export const firstCount = 50
export const mostCount = 200
/** The archive stops counting here. */
export const countedUpTo = 1_000

export interface FoundInStory {
  readonly testimony: string
  readonly title: string
  readonly narratorName: string
  readonly hits: readonly Hit[]
}

/** Results by testimony; a testimony stands where its best result stood. */
export function byStory(hits: readonly Hit[]): readonly FoundInStory[] {
  const stories = new Map<string, { title: string; narratorName: string; hits: Hit[] }>()
  for (const hit of hits) {
    const story = stories.get(hit.testimony)
    if (story === undefined)
      stories.set(hit.testimony, { title: hit.title, narratorName: hit.narratorName, hits: [hit] })
    else story.hits.push(hit)
  }
  return [...stories].map(([testimony, story]) => ({ testimony, ...story }))
}
