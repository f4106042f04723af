// What the excerpt calls take and give, by name.
import type { z } from 'zod'
import type { excerpt, excerpts, framing, reason, recipient } from '../../../shared/contract/excerpts.ts'
import type { shownPassage, story } from '../../../shared/contract/story.ts'
import type { writing } from '../../../shared/contract/writing.ts'

export type Excerpt = z.infer<typeof excerpt>
export type Framing = z.infer<typeof framing>
export type Caption = Framing['captions'][number]
export type Reason = z.infer<typeof reason>
export type Recipient = z.infer<typeof recipient>
export type Prepared = z.infer<typeof excerpts.prepare.output>
export type ShownPassage = z.infer<typeof shownPassage>
export type Beside = Pick<z.infer<typeof writing.beside.output>, 'sections' | 'wordsAbout'>
export type Story = z.infer<typeof story.read.output>['story']

/** What of an excerpt can be changed while it is being made. */
export interface Draft {
  readonly use: Excerpt['use']
  /** Id. */
  readonly recipient: string
  readonly passages: readonly string[]
  readonly withSound: boolean
  readonly soundAs: Excerpt['soundAs']
  readonly framing: Framing
}

export function draftOf({ use, recipient, passages, withSound, soundAs, framing }: Excerpt): Draft {
  return { use, recipient: recipient.id, passages, withSound, soundAs, framing }
}
