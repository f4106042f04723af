// What is known of the files that are being brought in, as the screens show it.
import type { z } from 'zod'
import type { keptLine, previewItem } from '../../../shared/contract/bring-in.ts'
import type { listedRecall } from '../../../shared/contract/recall.ts'
import type { FailureCode } from '../../../shared/contract/failure.ts'

export type PreviewItem = z.output<typeof previewItem>
export type PreviewSpeaker = PreviewItem['speakers'][number]
export type KeptLine = z.output<typeof keptLine>
export type HandedRecall = z.output<typeof listedRecall>
export type SpeakerRole = PreviewSpeaker['role']

/** How far something long has come; `share` is 0 to 1, `startedAt` is in the milliseconds of `performance.now()`. */
export interface Going {
  readonly done: number
  readonly total: number
  readonly share: number
  readonly startedAt: number
}

/** A file that could not be handed over; `failure` is null where the file itself could not be opened. */
export interface NotRead {
  readonly name: string
  readonly failure: FailureCode | null
}

export type Step = 'choosing' | 'sending' | 'reading' | 'looking' | 'keeping' | 'kept'

export interface BatchState {
  readonly step: Step
  readonly items: readonly PreviewItem[]
  /** Recall files among what was handed over. */
  readonly recalls: readonly HandedRecall[]
  /** The item that is looked at, by its id. */
  readonly chosen: string | null
  /** Grows whenever the words of an item were changed. */
  readonly textVersion: number
  readonly going: Going | null
  /** Corrections to many items at once, while they are made. */
  readonly changing: { readonly done: number; readonly total: number } | null
  readonly notRead: readonly NotRead[]
  readonly lines: readonly KeptLine[]
  /** How keeping ended: to the end, by being stopped, or by a failure. */
  readonly ended: 'whole' | 'stopped' | FailureCode
  readonly stopping: boolean
  /** What the last cancel did, said until something new begins. */
  readonly cancelled: 'nothingKept' | 'stoppedAdding' | null
  readonly failure: FailureCode | null
}

export const emptyBatch: BatchState = {
  step: 'choosing',
  items: [],
  recalls: [],
  chosen: null,
  textVersion: 0,
  going: null,
  changing: null,
  notRead: [],
  lines: [],
  ended: 'whole',
  stopping: false,
  cancelled: null,
  failure: null,
}

export const canBeKept = (item: PreviewItem): boolean => item.failure === null
export const willBeKept = (item: PreviewItem): boolean => item.failure === null && item.keep
