// What the calls about recalls give.
import type { z } from 'zod'
import type { evidence } from '../../../shared/contract/shapes.ts'
import type {
  givenSpan,
  listedRecall,
  recallDetails,
  recallLetter,
  recallSpan,
  recallStep,
  recallSummary,
  replacementWords,
} from '../../../shared/contract/recall.ts'

export type RecallDetails = z.infer<typeof recallDetails>
export type GivenSpan = z.infer<typeof givenSpan>
export type RecallSpan = z.infer<typeof recallSpan>
export type RecallStep = z.infer<typeof recallStep>
export type RecallSummary = z.infer<typeof recallSummary>
export type ReplacementWords = z.infer<typeof replacementWords>
export type Evidence = z.infer<typeof evidence>
export type RecallLetter = z.infer<typeof recallLetter>
export type ListedRecall = z.infer<typeof listedRecall>
