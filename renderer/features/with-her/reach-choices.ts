// From whom something can be taken out, as she is asked: from the inside out.
import type { Reach } from '../../../shared/domain/reach.ts'

export const takenFrom = ['archive', 'circle', 'readers', 'anyone'] as const satisfies readonly Reach[]
export type TakenFrom = (typeof takenFrom)[number]

/** "Not for everyone": who still gets it, and from whom it is taken out then. */
export const stillFor = [
  { id: 'archive', from: 'circle' },
  { id: 'circle', from: 'readers' },
  { id: 'readers', from: 'anyone' },
] as const satisfies readonly { id: Reach; from: TakenFrom }[]
