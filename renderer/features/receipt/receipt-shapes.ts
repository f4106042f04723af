// What is asked about a receipt.

/** Whom the window speaks to. */
export type Who = 'her' | 'archivist'

export interface Wanted {
  readonly narrator: string
  readonly language: string
  readonly contact: string
}
