// What she said aloud about a passage is sealed with it: written to files that open to her key alone, before; its rows change
// places in the transaction that seals the words, and then the files that it lay in are destroyed.
import { Failure } from '../../../../shared/contract/failure.ts'
import { chunkLength } from '../../files/media-format.ts'
import { destroyMedia, openDamagedMedia, type MediaReader } from '../../files/media.ts'
import type { Session } from '../../session.ts'
import type { ReadableArchive, WritableArchive } from '../../store/archive-database.ts'
import type { Gone } from '../../store/erase/gone.ts'
import { nothingGone } from '../../store/erase/gone.ts'
import { readMedia } from '../../store/media-rows.ts'
import { keyInUse } from '../../store/narrator-keys.ts'
import { pagesToBeCleaned } from '../../store/pages-to-clean.ts'
import { answersLeftOpen, insertSealedAnswer, type OpenAnswer, type SealedAnswer } from '../../store/sealed-answers.ts'
import { deleteSpokenAnswer } from '../../store/spoken-answers.ts'
import { narratorOf } from '../../store/stories.ts'
import type { NarratorKey } from '../../vault/narrator-key.ts'
import { cleanPages } from '../clean-pages.ts'
import { destroyFilesOf } from '../sealed-sound/destroy-gone.ts'
import { inTurn } from '../sound-anew/in-turn.ts'
import { writeSealedAnswer } from './answer-file.ts'

/** Ready to take the place of an open one. */
export interface AnswerSealedAway {
  readonly from: OpenAnswer
  readonly answer: SealedAnswer
}

/**
 * Null where nothing of it can be opened any more: then nobody hears it, and it is sealed once its file is back. Of what is
 * damaged the rest is read, with nothing in its place.
 */
async function readerNow(session: Session, media: string): Promise<MediaReader | null> {
  try {
    const { header } = readMedia(session.database, media)
    return await openDamagedMedia(session.folder, media, header, session.about.mediaIdentity)
  } catch (error) {
    if (error instanceof Failure && (error.code === 'mediaMissing' || error.code === 'mediaDamaged')) return null
    throw error
  }
}

async function readWhatIsThere(reader: MediaReader, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.alloc(end - start)
  for (let at = start; at < end;) {
    const until = Math.min(end, (Math.floor(at / chunkLength) + 1) * chunkLength)
    const own = await reader.read(at, until).catch((error: unknown) => {
      if (error instanceof Failure && error.code === 'mediaDamaged') return null
      throw error
    })
    if (own !== null) {
      Buffer.from(own.buffer, own.byteOffset, own.length).copy(bytes, at - start)
      own.fill(0)
    }
    at = until
  }
  return bytes
}

/** Throws Failure diskFull, checkFailed, cancelled; then nothing of it is left. */
export async function sealAnswers(
  session: Session,
  answers: readonly OpenAnswer[],
  key: NarratorKey,
  signal: AbortSignal,
): Promise<AnswerSealedAway[]> {
  const written: AnswerSealedAway[] = []
  try {
    for (const from of answers) {
      const reader = await readerNow(session, from.media)
      if (reader === null) continue
      try {
        const { type } = readMedia(session.database, from.media)
        const read = (start: number, end: number) => readWhatIsThere(reader, start, end)
        const answer = await writeSealedAnswer(session, { ...from, type, size: reader.size, read }, key, signal)
        written.push({ from, answer })
      } finally {
        await reader.close()
      }
    }
    return written
  } catch (error) {
    await discardSealedAnswers(session, written)
    throw error
  }
}

/** What was written for nothing. NOTE: a name that a row has by now is the archive's own, whatever failed after that. */
export async function discardSealedAnswers(
  { folder, database }: Session,
  written: readonly Pick<AnswerSealedAway, 'answer'>[],
): Promise<void> {
  for (const { answer } of written) if (!isNamed(database, answer.file)) await destroyMedia(folder, answer.file)
}

function isNamed(archive: ReadableArchive, file: string): boolean {
  return archive.get('SELECT 1 FROM sealed_answers WHERE file = ?', [file]) !== undefined
}

/** The rows of it. Throws Failure changedMeanwhile where one of them was thrown away meanwhile. */
export function keepSealedAnswers(archive: WritableArchive, written: readonly AnswerSealedAway[], gone: Gone): void {
  for (const { from, answer } of written) {
    const media = deleteSpokenAnswer(archive, from.testimony, from.id)
    if (media !== from.media) throw new Failure('changedMeanwhile')
    gone.media.add(media)
    insertSealedAnswer(archive, answer)
  }
}

/**
 * At opening: what stands open beside a sealed passage, because an older program left it so or because it could not be read
 * then. Where that fails it stays as it is until the next opening, for this must keep nobody out.
 */
export function sealAnswersLeftOpen(session: Session): Promise<void> {
  const { database } = session
  return inTurn(session, async () => {
    for (const answers of answersLeftOpen(database)) {
      const [first] = answers
      const kept = first === undefined ? null : keyInUse(database, narratorOf(database, first.testimony) ?? '')
      if (kept === null) continue
      const written = await sealAnswers(session, answers, kept.key, new AbortController().signal)
      if (written.length === 0) continue
      const gone = nothingGone()
      try {
        session.save(['story'], (archive) => {
          keepSealedAnswers(archive, written, gone)
          pagesToBeCleaned(archive)
        })
      } catch (error) {
        await discardSealedAnswers(session, written)
        throw error
      }
      await destroyFilesOf(session, gone)
      await cleanPages(session)
    }
  }).catch(() => undefined)
}
