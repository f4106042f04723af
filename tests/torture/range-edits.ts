// Random edits of random stories in the editor, without a page: after each, passages and ranges are whole or it is told.
import '../support/without-styles.ts'
import fc from 'fast-check'

export interface Broken {
  /** By the sequence's number: what did not hold. */
  readonly wrong: ReadonlyMap<number, readonly string[]>
  /** The share of sequences in which ranges that are not taken along are noticed. */
  readonly unmovedWrong: number
}

const controls = 500

export async function editsThatBreak(sequences: number): Promise<Broken> {
  // NOTE: only now, when plain Node can load what draws.
  const { unmoved, walk, walkThrough } = await import('../support/editor-walk.ts')
  const wrong = new Map<number, readonly string[]>()
  let noticed = 0
  fc.sample(walk, { numRuns: sequences, seed: Date.now() }).forEach((one, at) => {
    const told = [...safely(() => walkThrough(one))]
    if (told.length > 0) wrong.set(at, [...told, JSON.stringify(one)])
    if (at < controls && safely(() => walkThrough(one, unmoved)).length > 0) noticed += 1
  })
  return { wrong, unmovedWrong: noticed / Math.min(controls, sequences) }
}

function safely(walk: () => string[]): string[] {
  try {
    return walk()
  } catch (problem) {
    return [String(problem)]
  }
}
