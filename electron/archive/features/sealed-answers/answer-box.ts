// How long a sealed answer is and what it is made of, sealed to her key as its sound is.
import { z } from 'zod'
import type { OpenNarratorKey } from '../../actor.ts'
import { openSealed, sealTo, type NarratorKey } from '../../vault/narrator-key.ts'
import { secretText } from '../../vault/secret-bytes.ts'

/** `size` in bytes, `sha256` in hex, of the sound as it is read here. */
const inBox = z.strictObject({
  version: z.literal(1),
  testimony: z.string(),
  answer: z.string(),
  durationMs: z.number().min(0),
  type: z.string(),
  size: z.int().min(1),
  sha256: z.string(),
})
export type AnswerInBox = z.infer<typeof inBox>

/** So that its length tells nothing. */
const boxLength = 1024

export function sealedBox(about: AnswerInBox, { sealingPublic }: NarratorKey): Buffer {
  return sealTo(sealingPublic, secretText(JSON.stringify(about).padEnd(boxLength)))
}

/** Null where it is another key's or another answer's, or was altered. */
export function openBox(
  box: Buffer,
  of: { readonly id: string; readonly testimony: string },
  key: OpenNarratorKey,
): AnswerInBox | null {
  const plain = openSealed(key, box)
  if (plain === null) return null
  try {
    const { data } = inBox.safeParse(JSON.parse(plain.toString('utf8')))
    return data?.answer === of.id && data.testimony === of.testimony ? data : null
  } catch {
    return null
  } finally {
    plain.fill(0)
  }
}
