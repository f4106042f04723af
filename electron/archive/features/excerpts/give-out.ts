// Giving out: what the gate has let go is written aside, asked about again, and leaves with its row in the register.
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { ReleasableExcerpt } from '../../../../shared/domain/excerpts/excerpt.ts'
import { partsOf } from '../../../../shared/domain/sound/sound-as.ts'
import type { StagedFolder } from '../../files/folder-writer.ts'
import { requireFolderPath } from '../../files/places.ts'
import { safeName, within, type SafePath } from '../../files/safe-path.ts'
import type { Session } from '../../session.ts'
import { insertPrints } from '../../store/prints.ts'
import { insertDisclosure, nextDisclosureSequence, type Disclosure, type GivenFile } from '../../store/register.ts'
import { leaving } from '../leaving.ts'
import { consider, fileList, mayNameFolder, planOfExcerpt, type Prepared } from './prepared.ts'
import { givenPassages } from '../recall/given-prints.ts'
import { checkLeft } from '../sound/check-left.ts'

export type GiveOutStep =
  | { kind: 'writing'; done: number; total: number }
  | { kind: 'givenOut'; disclosure: string; folder: string }

function safeFile(filePath: string): SafePath {
  const names = filePath.split('/').map((name) => {
    const dot = name.lastIndexOf('.')
    return safeName(name.slice(0, dot), 'file', name.slice(dot))
  })
  const safe = names.reduce((folder, name) => within(folder, name))
  if (safe !== filePath) throw new Failure('checkFailed')
  return safe
}

/** Writes what the gate has let go, byte for byte; throws Failure notReleasable where the files are not of that. */
async function* writeFiles(
  session: Session,
  staged: StagedFolder,
  releasable: ReleasableExcerpt,
  { files, sounds, contentHash }: Prepared,
  signal: AbortSignal,
) {
  if (releasable.contentHash !== contentHash) throw new Failure('notReleasable')
  const total = files.length + sounds.length
  let done = 0
  const stopped = () => {
    if (signal.aborted) throw new Failure('cancelled')
  }
  for (const { path: filePath, bytes } of files) {
    stopped()
    await staged.write(safeFile(filePath), bytes)
    yield { kind: 'writing' as const, done: (done += 1), total }
  }
  if (sounds.length === 0) return
  const plan = planOfExcerpt(session, releasable.excerpt.id)
  if (plan?.as == null) throw new Failure('checkFailed')
  const parts = partsOf(plan.as, plan.clips)
  if (parts.length !== sounds.length) throw new Failure('checkFailed')
  for (const [at, { path: name, media }] of sounds.entries()) {
    stopped()
    const part = parts[at]
    if (part?.path !== name) throw new Failure('checkFailed')
    const reader = await session.reader(media.name)
    await staged.write(safeFile(name), whileNot(stopped, reader.stream(0, reader.size)))
    // NOTE: what lies there now, not what was meant to be written; and against her marks, not against the rendering's own.
    const { format } = plan.as
    await checkLeft({ ...part, sampleRate: plan.sampleRate }, format, path.join(staged.folder, name), media.sha256)
    // NOTE: of many files not all stay open; of a few one may be being listened to.
    if (sounds.length > 16) await session.closeReader(media.name)
    yield { kind: 'writing' as const, done: (done += 1), total }
  }
}

async function* whileNot(stopped: () => void, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    stopped()
    yield piece
  }
}

function disclosureOf(
  session: Session,
  releasable: ReleasableExcerpt,
  id: string,
  folderName: string,
  files: readonly GivenFile[],
): Omit<Disclosure, 'sequence'> {
  const { excerpt } = releasable
  return {
    id,
    at: session.moment(),
    by: session.actor.name,
    excerpt: excerpt.id,
    testimony: excerpt.testimony,
    title: excerpt.framing.title,
    use: excerpt.use,
    recipient: excerpt.recipient,
    revision: releasable.revision,
    contentHash: releasable.contentHash,
    signOff: releasable.signOff,
    folderName,
    passages: releasable.passages,
    redactions: releasable.redactions,
    consentEntries: releasable.consentEntries,
    files,
  }
}

/**
 * Throws Failure notReleasable, soundNotReady, checkFailed, folderTaken, folderMissing, folderReadOnly, diskFull, cancelled; and
 * givenOutUnnamed where it is in the register and its folder gets its name at the next opening.
 */
export async function* giveOut(
  session: Session,
  excerpt: string,
  parentFolder: string,
  folderName: string,
  signal: AbortSignal,
): AsyncGenerator<GiveOutStep> {
  const { answer, prepared, soundWanted } = consider(session, excerpt)
  if (prepared === null) throw new Failure(soundWanted ? 'soundNotReady' : 'notReleasable')
  if (!answer.open) throw new Failure('notReleasable')
  const name = safeName(folderName, 'reading-room', '')
  const { narratorName } = answer.releasable.content
  if (!mayNameFolder(session, excerpt, name, narratorName)) throw new Failure('folderNameTells')
  const target = path.join(requireFolderPath(parentFolder), name)
  const files = (staged: StagedFolder) => writeFiles(session, staged, answer.releasable, prepared, signal)
  const concepts = ['givenOut', 'excerpts', 'consent'] as const
  const { id, folder } = yield* leaving(session, target, files, concepts, (archive, disclosure) => {
    // Asked again, with everything as it is now: her answer may have changed while the files were being written.
    const last = consider(session, excerpt)
    if (!last.answer.open || last.answer.releasable.contentHash !== prepared.contentHash)
      throw new Failure('notReleasable')
    const row = disclosureOf(session, last.answer.releasable, disclosure, name, fileList(prepared))
    const { content, passages } = last.answer.releasable
    insertDisclosure(archive, { ...row, sequence: nextDisclosureSequence(archive) })
    insertPrints(archive, disclosure, givenPassages(content, passages))
  })
  yield { kind: 'givenOut', disclosure: id, folder }
}
