// Sealed answers open again, with their passages: each written as the recording that it was, before its row changes places.
import { createHash } from 'node:crypto'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import { destroyMedia, MediaWriter, type StoredMedia } from '../../files/media.ts'
import type { Session } from '../../session.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import type { Gone } from '../../store/erase/gone.ts'
import { insertMedia, mediaNames } from '../../store/media-rows.ts'
import { deleteSealedAnswer, type SealedAnswer } from '../../store/sealed-answers.ts'
import { insertSpokenAnswer } from '../../store/spoken-answers.ts'
import { mostInRecord } from '../sealed-sound/sealed-file.ts'
import type { AnswerInBox } from './answer-box.ts'
import { openedBox, readerOfAnswer } from './answer-file.ts'

export interface AnswerOpened {
  readonly answer: SealedAnswer
  readonly about: AnswerInBox
  readonly stored: StoredMedia
}

/**
 * Throws Failure sealed where one was sealed to another key, pageDamaged, sealedSoundDamaged, diskFull, cancelled; then
 * nothing of it is left.
 *
 * @param damaged whether what cannot be read stops it, or stays sealed
 */
export async function openAnswersAgain(
  session: Session,
  answers: readonly SealedAnswer[],
  key: OpenNarratorKey,
  damaged: 'stops' | 'stays',
  signal: AbortSignal,
): Promise<AnswerOpened[]> {
  const opened: AnswerOpened[] = []
  try {
    for (const answer of answers) {
      const about = openedBox(answer, key)
      try {
        opened.push({ answer, about, stored: await writeAsItWas(session, answer, about, key, signal) })
      } catch (error) {
        const cannotBeRead = error instanceof Failure && ['mediaDamaged', 'mediaMissing'].includes(error.code)
        if (!cannotBeRead) throw error
        if (damaged === 'stops') throw new Failure('sealedSoundDamaged')
      }
    }
    return opened
  } catch (error) {
    await discardOpened(session, opened)
    throw error
  }
}

async function writeAsItWas(
  session: Session,
  answer: SealedAnswer,
  about: AnswerInBox,
  key: OpenNarratorKey,
  signal: AbortSignal,
): Promise<StoredMedia> {
  const { folder, about: archive, surroundings } = session
  const read = readerOfAnswer(session, answer, about, () => key)
  const writer = await MediaWriter.begin(folder, archive.mediaRecipient, surroundings.random)
  const hash = createHash('sha256')
  try {
    for (let start = 0; start < about.size; start += mostInRecord) {
      if (signal.aborted) throw new Failure('cancelled')
      const bytes = await read({ start, end: Math.min(about.size, start + mostInRecord) })
      hash.update(bytes)
      await writer.append(bytes)
      bytes.fill(0)
    }
    if (hash.digest('hex') !== about.sha256) throw new Failure('mediaDamaged')
    return await writer.finish()
  } catch (error) {
    await writer.discard()
    throw error
  }
}

/** What was written for nothing. NOTE: a name that a row has by now is the archive's own. */
export async function discardOpened({ folder, database }: Session, opened: readonly AnswerOpened[]): Promise<void> {
  const names = mediaNames(database)
  for (const { stored } of opened) if (!names.has(stored.name)) await destroyMedia(folder, stored.name)
}

/** The rows of it. Throws Failure changedMeanwhile where one of them was thrown away meanwhile. */
export function keepOpened(archive: WritableArchive, opened: readonly AnswerOpened[], gone: Gone): void {
  for (const { answer, about, stored } of opened) {
    const { id, testimony, passage, at } = answer
    const file = deleteSealedAnswer(archive, testimony, id)
    if (file !== answer.file) throw new Failure('changedMeanwhile')
    gone.media.add(file)
    insertMedia(archive, { ...stored, kind: 'recording', type: about.type }, at)
    insertSpokenAnswer(archive, testimony, { id, passage, media: stored.name, durationMs: about.durationMs, at })
  }
}
