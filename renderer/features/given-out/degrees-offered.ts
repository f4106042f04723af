// How far she can go from here: what would change nothing is not offered.
import { degrees } from '../../../shared/contract/recall.ts'
import type { SpeaksTo } from './recall-in-words.ts'
import type { RecallDetails } from './recall-shapes.ts'

export type Degree = (typeof degrees)[number]

const notAskedBack: ReadonlySet<RecallDetails['state']> = new Set(['none', 'owed', 'letBe', 'openAgain'])

/**
 * @param isWider whether more is meant than this copy and what it was for: nobody knows here what there is to take back
 */
export function degreesOffered(
  { state, spans, passages }: Pick<RecallDetails, 'state' | 'spans' | 'passages'>,
  speaksTo: SpeaksTo,
  isWider: boolean,
): Degree[] {
  if (isWider || spans.length < passages.length) return [...degrees]
  const isAskedBack = !notAskedBack.has(state)
  // Only she herself lets something be that she had wanted back.
  const mayLetBe = speaksTo === 'narrator' && state !== 'letBe'
  return degrees.filter((degree) => (degree === 'pullBack' ? !isAskedBack : mayLetBe))
}
