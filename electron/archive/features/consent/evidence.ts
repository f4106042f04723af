// Files that show that she decided: kept encrypted, named by her answers, and only those of her own story.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { evidenceTypes, type evidence as contract } from '../../../../shared/contract/evidence.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Evidence, LedgerBody } from '../../../../shared/domain/consent/ledger.ts'
import type { OpenSession, Session } from '../../session.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { deleteEvidence, insertEvidence, isEvidence, listEvidence, unnamedEvidence } from '../../store/evidence.ts'
import { copyOf } from '../../store/looks.ts'
import { ComingFiles, removeMedia } from '../coming-files.ts'
import type { RecordingUnderWay } from '../her-session/recording-under-way.ts'

const isEvidenceType = (type: string): type is (typeof evidenceTypes)[number] =>
  (evidenceTypes as readonly string[]).includes(type)

/**
 * What an answer names as evidence must be hers: files kept for this testimony, with these very bytes, and a stretch of
 * one of its recordings. Throws Failure notFound.
 */
export function requireEvidence(archive: ReadableArchive, evidence: Evidence, body: LedgerBody): void {
  const { testimony } = body
  const said = body.kind === 'consent' ? body.teachBack?.file : undefined
  const files = [...(evidence.files ?? []), ...(said === undefined ? [] : [said])]
  if (!files.every((file) => isEvidence(archive, testimony, file))) throw new Failure('notFound')
  const { clip } = evidence
  if (clip === undefined) return
  const recording = archive.get<{ duration: number }>(
    'SELECT duration_ms AS duration FROM recordings WHERE id = ? AND testimony = ?',
    [clip.recording, testimony],
  )
  if (recording === undefined) throw new Failure('notFound')
  if (clip.startMs >= clip.endMs || clip.endMs > Math.ceil(recording.duration)) throw new Failure('rangeOutside')
}

/** At opening: what was kept for an answer that never came. The files themselves go with the next sweep. */
export function forgetUnnamedEvidence(session: Session): void {
  const unnamed = unnamedEvidence(session.database)
  if (unnamed.length === 0) return
  session.save([], (archive) => {
    for (const id of unnamed) deleteEvidence(archive, id)
  })
}

export function evidenceHandlers(open: OpenSession, recording: RecordingUnderWay): Handlers<typeof contract> {
  const coming = new ComingFiles<{ testimony: string; type: string }>(open, (id) => recording.end(id))
  return {
    async begin({ testimony, type, live = false }) {
      if (copyOf(open().database) !== null) throw new Failure('onlyArchivist')
      const file = await coming.begin({ testimony, type })
      if (live && type.startsWith('audio/')) await recording.begin(file)
      return { file }
    },
    async append({ testimony, file, bytes }) {
      await coming.append(testimony, file, bytes, 'formatUnknown')
      return {}
    },
    async finish({ testimony, file }) {
      const { sha256 } = await coming.finish(testimony, file, ['consent'], (archive, { name }, _about, at) =>
        insertEvidence(archive, testimony, { id: file, media: name, at }),
      )
      return { id: file, sha256 }
    },
    async drop({ testimony, file }) {
      if (await coming.drop(testimony, file)) return {}
      const session = open()
      const kept = listEvidence(session.database, testimony).find(({ id }) => id === file)
      if (kept === undefined || kept.named) throw new Failure('notFound')
      const media = session.save(['consent'], (archive) => deleteEvidence(archive, file))
      if (media !== null) await removeMedia(session, media)
      return {}
    },
    list: ({ testimony }) => ({
      files: listEvidence(open().database, testimony).flatMap(({ type, ...file }) =>
        isEvidenceType(type) ? [{ ...file, type }] : [],
      ),
    }),
  }
}
