// What she said aloud in her copy, and what stands here about passages that she sealed there: kept as it is, or sealed to her
// key, of which the public half is enough. It is written before her decisions are taken, and counts with them, all at once.
import { Failure } from '../../../../shared/contract/failure.ts'
import { canonical } from '../../../../shared/domain/canonical.ts'
import { passagesSpokenOf } from '../../../../shared/domain/writing/about-passage.ts'
import type { Said } from '../../../../shared/domain/take-home/state.ts'
import type { Merged } from '../../../../shared/domain/take-home/take-home.ts'
import { asFailure } from '../../as-failure.ts'
import { destroyMedia, mediaFile, mediaFolder, MediaWriter, type StoredMedia } from '../../files/media.ts'
import { partName } from '../../files/take-names.ts'
import { syncFolder, writeSynced } from '../../files/write-durably.ts'
import type { Session } from '../../session.ts'
import type { ReadableArchive, WritableArchive } from '../../store/archive-database.ts'
import type { Gone } from '../../store/erase/gone.ts'
import { insertMedia, mediaNames } from '../../store/media-rows.ts'
import {
  deleteSealedAnswer,
  insertSealedAnswer,
  openAnswers,
  sealedAnswersOf,
  type OpenAnswer,
  type SealedAnswer,
} from '../../store/sealed-answers.ts'
import { deleteSpokenAnswer, insertSpokenAnswer } from '../../store/spoken-answers.ts'
import { newId } from '../../vault/random.ts'
import type { NarratorKey } from '../../vault/narrator-key.ts'
import { writeSealedAnswer } from '../sealed-answers/answer-file.ts'
import { discardSealedAnswers, keepSealedAnswers, sealAnswers, type AnswerSealedAway } from '../sealed-answers/seal.ts'
import type { ReadDecisions } from './decisions-file.ts'

type Stories = ReadonlyMap<string, Merged>

/** What is to be done, by ids. */
interface Plan {
  /** Open here, and about what is sealed then. */
  readonly toSeal: readonly OpenAnswer[]
  /** New here: open, or about what is sealed then. */
  readonly fresh: readonly (Said & { readonly testimony: string; readonly isSealed: boolean })[]
  /** New here, and sealed in her copy. */
  readonly freshSealed: readonly Omit<SealedAnswer, 'file'>[]
}

function planOf(archive: ReadableArchive, merged: Stories): Plan {
  const plans = [...merged].map(([testimony, { state, sealAgain }]): Plan => {
    const sealed = new Set([...state.seals.map(({ passage }) => passage), ...sealAgain])
    const living = new Set(state.passages.map(({ id }) => id))
    const now = { lineage: state.lineage, isLiving: (passage: string) => living.has(passage) }
    const isSealed = ({ passage, at }: Pick<Said, 'passage' | 'at'>): boolean =>
      passage !== null && [...passagesSpokenOf({ passage, at }, now)].some((one) => sealed.has(one))
    const isTaken = (id: string): boolean =>
      archive.get('SELECT 1 FROM spoken_answers WHERE id = :id UNION SELECT 1 FROM sealed_answers WHERE id = :id', {
        id,
      }) !== undefined
    const left = new Set(state.said.map(({ id }) => id))
    return {
      toSeal: openAnswers(archive, testimony).filter((one) => left.has(one.id) && isSealed(one)),
      fresh: state.said.flatMap((said) => (isTaken(said.id) ? [] : [{ ...said, testimony, isSealed: isSealed(said) }])),
      freshSealed: (state.sealedSaid ?? []).flatMap(({ box, ...said }) =>
        isTaken(said.id) ? [] : [{ ...said, testimony, box: Buffer.from(box, 'base64') }],
      ),
    }
  })
  return {
    toSeal: plans.flatMap(({ toSeal }) => toSeal),
    fresh: plans.flatMap(({ fresh }) => fresh),
    freshSealed: plans.flatMap(({ freshSealed }) => freshSealed),
  }
}

const signOf = ({ toSeal, fresh, freshSealed }: Plan): string =>
  canonical([
    toSeal.map(({ id }) => id),
    fresh.map(({ id, isSealed }) => [id, isSealed]),
    freshSealed.map(({ id }) => id),
  ])

interface Kept {
  readonly said: Said & { readonly testimony: string }
  readonly stored: StoredMedia
  readonly type: string
}

export class SaidBroughtHome {
  readonly #plan: Plan
  readonly #sealedAway: AnswerSealedAway[] = []
  readonly #sealed: { readonly answer: SealedAnswer }[] = []
  readonly #kept: Kept[] = []

  private constructor(plan: Plan) {
    this.#plan = plan
  }

  /** Throws Failure diskFull, checkFailed, cancelled; then nothing of it is left. */
  static async write(
    session: Session,
    read: ReadDecisions,
    merged: Stories,
    key: NarratorKey,
    signal: AbortSignal,
  ): Promise<SaidBroughtHome> {
    const brought = new SaidBroughtHome(planOf(session.database, merged))
    try {
      await brought.#write(session, read, key, signal)
      return brought
    } catch (error) {
      await brought.discard(session)
      throw error
    }
  }

  async #write(session: Session, { decisions, sounds, sealed }: ReadDecisions, key: NarratorKey, signal: AbortSignal) {
    this.#sealedAway.push(...(await sealAnswers(session, this.#plan.toSeal, key, signal)))
    for (const { isSealed, ...said } of this.#plan.fresh) {
      const at = decisions.sounds.findIndex((one) => one.said === said.id)
      const [about, bytes] = [decisions.sounds[at], sounds[at]]
      // Said where the sound was not brought: there is nothing to keep.
      if (about === undefined || bytes === undefined) continue
      const { type, size } = about
      const { passage } = said
      if (!isSealed || passage === null) {
        this.#kept.push({ said, stored: await storeSound(session, bytes), type })
        continue
      }
      const part = (start: number, end: number) => Promise.resolve(Buffer.from(bytes.subarray(start, end)))
      const answer = await writeSealedAnswer(session, { ...said, passage, type, size, read: part }, key, signal)
      this.#sealed.push({ answer })
    }
    for (const said of this.#plan.freshSealed) {
      const bytes = sealed[(decisions.sealedSounds ?? []).findIndex((one) => one.said === said.id)]
      if (bytes === undefined) continue
      const file = partName(newId(session.surroundings.random), 1, 'hers')
      this.#sealed.push({ answer: { ...said, file } })
      await writeSynced(mediaFile(session.folder, file), bytes).catch((error: unknown) => {
        throw asFailure(error)
      })
    }
    if (this.#plan.freshSealed.length > 0) await syncFolder(mediaFolder(session.folder))
  }

  /** What was written for nothing. NOTE: a name that a row has by now is the archive's own. */
  async discard(session: Session): Promise<void> {
    await discardSealedAnswers(session, [...this.#sealedAway, ...this.#sealed])
    const names = mediaNames(session.database)
    for (const { stored } of this.#kept) if (!names.has(stored.name)) await destroyMedia(session.folder, stored.name)
  }

  /** Throws Failure changedMeanwhile where something else would have to be written by now. */
  requireSame(archive: ReadableArchive, merged: Stories): void {
    if (signOf(planOf(archive, merged)) !== signOf(this.#plan)) throw new Failure('changedMeanwhile')
  }

  /** When the stories are written. What she threw away in her copy goes. */
  keep(archive: WritableArchive, merged: Stories, at: string, gone: Gone): void {
    for (const [testimony, { state }] of merged) {
      const left = new Set([...state.said, ...(state.sealedSaid ?? [])].map(({ id }) => id))
      for (const { id } of idsHere(archive, testimony)) {
        if (left.has(id)) continue
        const file = deleteSpokenAnswer(archive, testimony, id) ?? deleteSealedAnswer(archive, testimony, id)
        if (file !== null) gone.media.add(file)
      }
    }
    for (const { said, stored, type } of this.#kept) {
      insertMedia(archive, { ...stored, kind: 'recording', type }, at)
      insertSpokenAnswer(archive, said.testimony, { ...said, media: stored.name })
    }
    for (const { answer } of this.#sealed) insertSealedAnswer(archive, answer)
    keepSealedAnswers(archive, this.#sealedAway, gone)
  }
}

function idsHere(archive: ReadableArchive, testimony: string): { id: string }[] {
  const open = archive.all<{ id: string }>('SELECT id FROM spoken_answers WHERE testimony = ?', [testimony])
  return [...open, ...sealedAnswersOf(archive, testimony)]
}

/** Encrypted for this archive. */
async function storeSound({ folder, about, surroundings }: Session, bytes: Buffer): Promise<StoredMedia> {
  const writer = await MediaWriter.begin(folder, about.mediaRecipient, surroundings.random)
  try {
    await writer.append(bytes)
    return await writer.finish()
  } catch (error) {
    await writer.discard()
    throw error
  }
}
