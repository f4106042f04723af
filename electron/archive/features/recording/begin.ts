// Beginning a take: she agreed to be recorded, and that is in the ledger before any sound is anywhere.
import type { z } from 'zod'
import type { recording as contract } from '../../../../shared/contract/recording.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { existenceBeforeShe } from '../../../../shared/domain/given-out/existence.ts'
import type { Narrator } from '../../../../shared/domain/story.ts'
import { asFailure } from '../../as-failure.ts'
import { TakeFile } from '../../files/take-file.ts'
import { partsOf, takeFile } from '../../files/take-names.ts'
import { makeTakeKey } from '../../files/take-record.ts'
import type { Session } from '../../session.ts'
import type { ReadableArchive, WritableArchive } from '../../store/archive-database.ts'
import { copyOf } from '../../store/looks.ts'
import { keyInUse } from '../../store/narrator-keys.ts'
import { insertStories, narratorOf } from '../../store/stories.ts'
import { insertTake, nextSitting, readTake, takeSecret, type SoundShape, type TakeRow } from '../../store/takes.ts'
import { newId } from '../../vault/random.ts'
import { addDecision, decided } from '../consent/index.ts'
import type { HerSeal } from './off-record-file.ts'
import type { Recorder } from './recorder.ts'
import { takeBytes } from './off-record-parts.ts'
import { bytesPerMs, freeBytes, roomFor } from './room.ts'
import { readTaken } from './taken.ts'

type Asked = z.output<typeof contract.begin.input>
type NewStory = Exclude<Asked['story'], { testimony: string }>

function herSeal(archive: ReadableArchive, narrator: string): HerSeal | null {
  const kept = keyInUse(archive, narrator)
  return kept === null ? null : { key: kept.key.id, sealingPublic: kept.key.sealingPublic }
}

/** Throws Failure diskFull where there is no room for a minute and for putting it into its story. */
async function requireRoom(folder: string, shape: SoundShape, keptBytes: number): Promise<void> {
  const free = await freeBytes(folder).catch(() => null)
  if (free !== null && roomFor(free, keptBytes, bytesPerMs(shape, 0, 0)) < 60_000) throw new Failure('diskFull')
}

function narratorFor(session: Session, { narrator, narratorName }: NewStory): Narrator {
  const { database } = session
  if (narrator === null)
    return {
      id: session.newId(),
      name: narratorName.trim(),
      names: {},
      existence: existenceBeforeShe,
      refusedWords: [],
    }
  const known = database.get<{ name: string }>('SELECT name FROM narrators WHERE id = ?', [narrator])
  if (known === undefined) throw new Failure('notFound')
  return { id: narrator, name: known.name, names: {}, existence: existenceBeforeShe, refusedWords: [] }
}

/** A story without a word yet. Gives its id. */
function addStory(session: Session, archive: WritableArchive, asked: NewStory): string {
  const narrator = narratorFor(session, asked)
  const id = session.newId()
  const { title, language } = asked
  insertStories(archive, [
    {
      words: [],
      story: {
        testimony: {
          id,
          narrator: narrator.id,
          title: title.trim(),
          titleBy: 'archivist',
          language,
          createdAt: session.moment(),
        },
        narrator,
        speakers: [{ id: session.newId(), name: narrator.name, role: 'narrator' }],
        turns: [],
        passages: [],
        recordings: [],
        sourceSha256: null,
        author: session.actor.name,
      },
    },
  ])
  return id
}

/** Throws Failure alreadyRecording, diskFull, notFound, rangeOutside. */
export async function beginTake(
  session: Session,
  recorder: Recorder,
  { story, agreed, codec, sampleRate, channels }: Asked,
): Promise<{ take: string; testimony: string }> {
  recorder.requireFree()
  if (copyOf(session.database) !== null) throw new Failure('onlyArchivist')
  const { folder, surroundings } = session
  const shape: SoundShape = { codec, sampleRate, channels }
  await requireRoom(folder, shape, 0)
  const id = session.newId()
  const name = newId(surroundings.random)
  const { publicKey, secretKey } = makeTakeKey()
  const file = await TakeFile.create(takeFile(folder, name), publicKey)
  let hasRow = false
  try {
    await file.append([
      { type: 'began', gaps: 0, at: surroundings.now().getTime(), position: 0, payload: Buffer.alloc(0) },
    ])
    recorder.requireFree()
    const testimony = session.save([...decided, 'story'], (archive) => {
      const of = 'testimony' in story ? story.testimony : addStory(session, archive, story)
      narratorOf(archive, of)
      const sitting = nextSitting(archive, of)
      addDecision(session, archive, { kind: 'recordingAgreed', testimony: of, sitting }, agreed)
      const row: TakeRow = { id, testimony: of, sitting, file: name, publicKey, ...shape, beganAt: session.moment() }
      insertTake(archive, row, secretKey)
      return of
    })
    hasRow = true
    const her = herSeal(session.database, narratorOf(session.database, testimony))
    const left = { position: 0, sounds: [], gaps: [], parts: 0 }
    await recorder.begin({ id, folder, name, shape, publicKey, her }, file, left)
    return { take: id, testimony }
  } catch (error) {
    // Where its row is there the file stays, and is taken up again. NOTE: the archive may be locked by now.
    if (hasRow) await file.close()
    else await file.destroy()
    throw error
  } finally {
    secretKey.fill(0)
  }
}

/** The same sitting after a gap. Throws Failure notFound, alreadyRecording, diskFull, mediaMissing, locked. */
export async function takeUpTake(session: Session, recorder: Recorder, id: string): Promise<void> {
  recorder.requireFree()
  const { folder, surroundings } = session
  const { testimony, file: name, publicKey, codec, sampleRate, channels } = readTake(session.database, id)
  const shape: SoundShape = { codec, sampleRate, channels }
  const place = takeFile(folder, name)
  if ((await takeBytes(place)) === 0) throw new Failure('mediaMissing')
  const secretKey = takeSecret(session.database, id)
  const { atWindow } = session
  const taken = await readTaken(place, { publicKey, secretKey }, shape, null, atWindow)
    .catch((error: unknown) => {
      throw atWindow.aborted ? new Failure('locked') : asFailure(error)
    })
    .finally(() => secretKey.fill(0))
  await requireRoom(folder, shape, taken.bytes)
  recorder.requireFree()
  const file = await TakeFile.goOn(place, publicKey, taken.end, taken.sequence)
  try {
    const at = surroundings.now().getTime()
    const away = taken.lastAt === null ? null : at - taken.lastAt
    const take = {
      id,
      folder,
      name,
      shape,
      publicKey,
      her: herSeal(session.database, narratorOf(session.database, testimony)),
    }
    const parts = (await partsOf(folder, name)).at(-1)?.part ?? 0
    const { position, sounds, placedGaps: gaps } = taken
    await recorder.begin(
      take,
      file,
      { position, sounds, gaps, parts },
      {
        kind: taken.stopped ? 'pause' : 'closed',
        // A clock that was set back says nothing.
        lastedMs: away === null || away < 0 ? null : away,
      },
    )
  } catch (error) {
    await file.close()
    throw error
  }
}
