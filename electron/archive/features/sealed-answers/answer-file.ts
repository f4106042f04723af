// What she said aloud about a sealed passage, in a file that opens to her key alone. How long it is, is sealed too, and the
// file is filled up, so that its length says little.
import { createHash } from 'node:crypto'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import type { Session } from '../../session.ts'
import type { SealedAnswer } from '../../store/sealed-answers.ts'
import type { NarratorKey } from '../../vault/narrator-key.ts'
import { mostInRecord, readerOfSealed, writeSealedFile, type ReadFrames } from '../sealed-sound/sealed-file.ts'
import { openBox, sealedBox, type AnswerInBox } from './answer-box.ts'

const filled = (size: number): number => Math.ceil(size / mostInRecord) * mostInRecord

/** What is said, before it is sealed. */
export interface ToSeal {
  readonly id: string
  readonly testimony: string
  readonly passage: string
  readonly durationMs: number
  readonly type: string
  readonly size: number
  readonly at: string
  /** Bytes from one to before another. */
  readonly read: (start: number, end: number) => Promise<Buffer>
}

/** Writes its file, which no row names yet. Throws as `writeSealedFile`. */
export async function writeSealedAnswer(
  session: Session,
  said: ToSeal,
  key: NarratorKey,
  signal: AbortSignal,
): Promise<SealedAnswer> {
  const { id, testimony, passage, durationMs, type, size, at } = said
  const hash = createHash('sha256')
  const read = async ({ start, end }: { start: number; end: number }): Promise<Buffer> => {
    const bytes = Buffer.alloc(end - start)
    const until = Math.min(end, size)
    if (start < until) {
      const own = await said.read(start, until)
      hash.update(own)
      own.copy(bytes)
      own.fill(0)
    }
    return bytes
  }
  const file = await writeSealedFile(session, key.sealingPublic, 1, { start: 0, end: filled(size) }, read, signal)
  const sha256 = hash.digest('hex')
  const box = sealedBox({ version: 1, testimony, answer: id, durationMs, type, size, sha256 }, key)
  return { id, testimony, passage, file, key: key.id, box, at }
}

/** Throws Failure sealed where it was sealed to another key, pageDamaged. */
export function openedBox(answer: SealedAnswer, key: OpenNarratorKey): AnswerInBox {
  if (answer.key !== key.id) throw new Failure('sealed')
  const about = openBox(answer.box, answer, key)
  if (about === null) throw new Failure('pageDamaged')
  return about
}

/** Reads its bytes, as they were said. Throws as `readerOfSealed`. */
export function readerOfAnswer(
  session: Session,
  { file }: SealedAnswer,
  { size }: AnswerInBox,
  keyNow: () => OpenNarratorKey,
): ReadFrames {
  return readerOfSealed(session, { file, start: 0, end: filled(size) }, 1, keyNow)
}
