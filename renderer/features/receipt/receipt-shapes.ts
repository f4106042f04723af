// What the archive answers about a receipt.
import type { ArchiveClient } from '../../../shared/contract/index.ts'

export type ReceiptAnswer = Awaited<ReturnType<ArchiveClient['receipt']['read']>>
export type ReceiptPaper = ReceiptAnswer['paper']
export type PaperBlock = ReceiptPaper['blocks'][number]

/** Whom the window speaks to. */
export type Who = 'her' | 'archivist'

export interface Wanted {
  readonly narrator: string
  readonly language: string
  readonly contact: string
}
