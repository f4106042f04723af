// Everything of hers in open formats: written aside, then there whole under its name, or not at all.
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpenManifest } from '../../../../shared/formats/open-manifest.ts'
import { manifestFile, readmeFile, storyFiles, type OpenFile } from '../../exporters/open-formats/files.ts'
import { planStories, type PlannedSound } from '../../exporters/open-formats/plan.ts'
import { openWordsFor } from '../../exporters/open-formats/words.ts'
import type { StagedFolder } from '../../files/folder-writer.ts'
import { requireFolderPath } from '../../files/places.ts'
import { safeName } from '../../files/safe-path.ts'
import type { Session } from '../../session.ts'
import { sha256 } from '../../sha256.ts'
import { readMedia } from '../../store/media-rows.ts'
import { herOffRecord } from '../../store/off-record.ts'
import { herStory, testimoniesOf } from './hers.ts'
import { openedSeals } from './opened-seals.ts'
import { takeAway } from './taken.ts'

export type OpenFormatsStep =
  | { kind: 'working'; done: number; total: number }
  | { kind: 'done'; folder: string; files: number; missing: number }

type Listed = OpenManifest['files'][number]

/** Throws Failure notFound, folderTaken, folderMissing, folderReadOnly, diskFull, cancelled. */
export async function* openFormats(
  session: Session,
  asked: { readonly narrator: string; readonly parent: string; readonly name: string },
  signal: AbortSignal,
): AsyncGenerator<OpenFormatsStep> {
  const { database } = session
  const opened = openedSeals(session, asked.narrator)
  const stories = testimoniesOf(database, asked.narrator).map((id) => herStory(database, id, opened))
  const words = openWordsFor(stories[0]?.story.testimony.language ?? '')
  const planned = planStories(stories, words, (media) => readMedia(database, media).type)
  const sounds = planned.flatMap(({ recordings, answers }) => [...recordings, ...answers])
  const target = path.join(requireFolderPath(asked.parent), safeName(asked.name, words.story, ''))
  const missing = new Set<string>()
  const listed: Listed[] = []
  let bytesDone = 0
  const total = sounds.reduce((sum, { media }) => sum + readMedia(database, media).size, stories.length * 65_536)
  const step = (bytes: number): OpenFormatsStep => {
    bytesDone = Math.min(total, bytesDone + bytes)
    return { kind: 'working', done: bytesDone, total }
  }
  const stopped = () => {
    if (signal.aborted) throw new Failure('cancelled')
  }

  async function* write(staged: StagedFolder): AsyncGenerator<OpenFormatsStep> {
    for (const sound of sounds) {
      stopped()
      const kept = await writeSound(session, staged, sound, signal)
      if (kept === null) missing.add(sound.media)
      else listed.push(kept)
      yield step(readMedia(database, sound.media).size)
    }
    const keep = async ({ path: file, bytes }: OpenFile): Promise<void> => {
      stopped()
      await staged.write(file, bytes)
      listed.push({ path: file, size: bytes.length, sha256: sha256(bytes) })
    }
    for (const story of planned) {
      for (const file of storyFiles(story, words, missing)) await keep(file)
      yield step(65_536)
    }
    await keep(readmeFile(planned, words, missing, herOffRecord(database, asked.narrator).length > 0))
    const gone = sounds.filter(({ media }) => missing.has(media)).map((sound) => sound.path)
    const manifest = manifestFile(listed, gone)
    await staged.write(manifest.path, manifest.bytes)
    stopped()
  }

  const folder = yield* takeAway(session, asked.narrator, target, write)
  yield { kind: 'done', folder, files: listed.length + 1, missing: missing.size }
}

/**
 * The sound as the bytes it was brought in with, checked against what they were. Null where the archive cannot give them
 * any more: that must not keep the rest from her.
 */
async function writeSound(
  session: Session,
  staged: StagedFolder,
  { path: file, media }: PlannedSound,
  signal: AbortSignal,
): Promise<Listed | null> {
  const hash = createHash('sha256')
  let size = 0
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const reader = await session.reader(media)
    for await (const piece of reader.stream(0, reader.size)) {
      if (signal.aborted) throw new Failure('cancelled')
      hash.update(piece)
      size += piece.length
      yield piece
    }
    if (hash.copy().digest('hex') !== readMedia(session.database, media).sha256) throw new Failure('mediaDamaged')
  }
  try {
    await staged.write(file, pieces())
    return { path: file, size, sha256: hash.digest('hex') }
  } catch (error) {
    const unreadable = error instanceof Failure && ['mediaDamaged', 'mediaMissing'].includes(error.code)
    if (!unreadable) throw error
    await rm(path.join(staged.folder, file), { force: true })
    return null
  }
}
