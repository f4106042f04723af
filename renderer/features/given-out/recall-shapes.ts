// What the calls about recalls give.
import type { z } from 'zod'
import type {
  listedRecall,
  recallDetails,
  recallLetter,
  recallSpan,
  recallStep,
  recallSummary,
} from '../../../shared/contract/recall.ts'

export type RecallDetails = z.infer<typeof recallDetails>
export type RecallSpan = z.infer<typeof recallSpan>
export type RecallStep = z.infer<typeof recallStep>
export type RecallSummary = z.infer<typeof recallSummary>
export type RecallLetter = z.infer<typeof recallLetter>
export type ListedRecall = z.infer<typeof listedRecall>
