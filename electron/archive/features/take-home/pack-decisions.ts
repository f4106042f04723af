// In her copy: everything she has changed, marked and decided since it was taken, as one file for home.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Hashes } from '../../../../shared/domain/take-home/state.ts'
import { decisionsEnding, type Decisions } from '../../../../shared/formats/decisions.ts'
import { writeDurably } from '../../files/write-durably.ts'
import { mediaFile } from '../../files/media.ts'
import { requireFolderPath } from '../../files/places.ts'
import { asFailure, isNoFile } from '../../as-failure.ts'
import { safeName } from '../../files/safe-path.ts'
import type { Session } from '../../session.ts'
import { sha256 } from '../../sha256.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { everyEntry } from '../../store/ledger.ts'
import { readMedia } from '../../store/media-rows.ts'
import { sealedAnswersOf } from '../../store/sealed-answers.ts'
import { asAtHome } from './as-at-home.ts'
import { namesHash, readCopyOf, standingOf, updateBase, type CopyBase, type CopyOf } from './copy-base.ts'
import { writeDecisions } from './decisions-file.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import { inTurn } from '../sound-anew/in-turn.ts'
import { withHerKey } from '../her-session/unlock-key.ts'
import { herNames, herState } from './her-state.ts'
import { answersOf, revisionNumbers } from './hers.ts'

type Sounds = Decisions['sounds']
type SealedSounds = NonNullable<Decisions['sealedSounds']>

/** Throws Failure notFound (this is no copy), noPassphrase, wrongPassphrase, folderTaken, folderReadOnly, diskFull, fileTooLarge. */
export async function packDecisions(
  session: Session,
  asked: { readonly narrator: string; readonly parent: string; readonly name: string; readonly passphrase: string },
): Promise<{ file: string }> {
  const { database } = session
  const copy = readCopyOf(database)
  if (copy.narrator !== asked.narrator) throw new Failure('notFound')
  const file = path.join(requireFolderPath(asked.parent), safeName(asked.name, 'decisions', decisionsEnding))
  if (existsSync(file)) throw new Failure('folderTaken')
  const pack = async (key: OpenNarratorKey): Promise<{ file: string }> => {
    const said = await newSounds(session, copy.base)
    const bytes = [...said.bytes, ...said.sealedBytes]
    // NOTE: read and noted in one go: what she changes while the file is being written is for the next one.
    const given = decisionsOf(session, copy, session.newId(), key.id, said)
    const written = await writeDecisions(given, bytes, key, copy.recipient)
    for (const one of bytes) one.fill(0)
    await writeDurably(file, written).catch((error: unknown) => {
      throw asFailure(error)
    })
    session.save([], (archive) => updateBase(archive, packedBase(copy.base, given)))
    return { file }
  }
  // In turn, so that nothing that she said is sealed or opened while it is read.
  return inTurn(session, () => withHerKey(session, asked.narrator, asked.passphrase, pack))
}

interface NewSounds {
  readonly sounds: Sounds
  readonly bytes: readonly Buffer[]
  readonly sealedSounds: SealedSounds
  readonly sealedBytes: readonly Buffer[]
}

/** Whether it was there when the copy was taken, sealed or not. */
const wasThere = (hashes: Hashes, said: string): boolean =>
  Object.hasOwn(hashes, `said:${said}`) || Object.hasOwn(hashes, `sealedSaid:${said}`)

/** What she said in the copy, whole, in memory: it is sealed before it is written. What is sealed to her goes as it lies. */
async function newSounds(session: Session, base: CopyBase): Promise<NewSounds> {
  const sounds: Sounds = []
  const bytes: Buffer[] = []
  const sealedSounds: SealedSounds = []
  const sealedBytes: Buffer[] = []
  for (const { testimony, hashes } of base.testimonies) {
    for (const { id, media } of answersOf(session.database, testimony)) {
      if (wasThere(hashes[0] ?? {}, id)) continue
      const reader = await session.reader(media)
      const sound = await reader.read(0, reader.size)
      const type = typeOf(readMedia(session.database, media).type)
      sounds.push({ said: id, type, size: sound.length, sha256: sha256(sound) })
      bytes.push(sound)
    }
    for (const { id, file } of sealedAnswersOf(session.database, testimony)) {
      if (wasThere(hashes[0] ?? {}, id)) continue
      const sound = await readFile(mediaFile(session.folder, file)).catch((error: unknown) => {
        throw isNoFile(error) ? new Failure('mediaMissing') : asFailure(error)
      })
      sealedSounds.push({ said: id, size: sound.length, sha256: sha256(sound) })
      sealedBytes.push(sound)
    }
  }
  return { sounds, bytes, sealedSounds, sealedBytes }
}

function typeOf(type: string): Sounds[number]['type'] {
  return type === 'audio/webm' || type === 'audio/ogg' ? type : 'audio/wav'
}

function decisionsOf(session: Session, copy: CopyOf, pack: string, key: string, said: NewSounds): Decisions {
  const { database } = session
  const { base } = copy
  const names = herNames(database, copy.narrator)
  const { sounds, sealedSounds } = said
  const gathered = new Set([...sounds, ...sealedSounds].map((sound) => sound.said))
  return {
    format: 'firsthand-decisions',
    version: 1,
    pack,
    packs: base.packs,
    archive: copy.archive,
    narrator: copy.narrator,
    narratorName: names.name,
    key,
    takenAt: copy.takenAt,
    madeAt: session.moment(),
    names: {
      now: { ...names, names: { ...names.names }, refusedWords: [...names.refusedWords] },
      known: base.names,
    },
    testimonies: base.testimonies.map(({ testimony, revision, revisions, orders, hashes, lineages }) => {
      const { said: open, sealedSaid, ...state } = asAtHome(database, herState(database, testimony))
      // Something said while this was being gathered goes with the next file.
      const isGathered = ({ id }: { readonly id: string }) => wasThere(hashes[0] ?? {}, id) || gathered.has(id)
      const sealedThen = sealedSaid === undefined ? {} : { sealedSaid: sealedSaid.filter(isGathered) }
      const left = new Set(revisionNumbers(database, testimony))
      return {
        state: plain({ ...state, said: open.filter(isGathered), ...sealedThen }),
        known: { revision, orders, hashes, lineages },
        forgotten: revisions.filter((number) => !left.has(number)),
      }
    }),
    entries: newEntries(database, copy.ledgerSequence),
    sounds,
    ...(sealedSounds.length === 0 ? {} : { sealedSounds }),
  }
}

/** Plain data with nothing that is read-only, as the format has it. */
function plain(state: ReturnType<typeof herState>): Decisions['testimonies'][number]['state'] {
  return structuredClone(state) as Decisions['testimonies'][number]['state']
}

function newEntries(archive: ReadableArchive, after: number): Decisions['entries'] {
  const signatures = new Map(
    archive
      .all<{ entry: string; signature: Buffer }>('SELECT entry, signature FROM ledger_signatures')
      .map(({ entry, signature }) => [entry, signature.toString('hex')]),
  )
  return [...everyEntry(archive)].flatMap((entry) => {
    if (entry.sequence <= after) return []
    const signature = signatures.get(entry.id)
    const { id, narrator, by, evidence, at, body } = entry
    // In a copy nothing is decided without her key, and nothing is signed off.
    if (signature === undefined || body.kind === 'signOff') throw new Failure('broken')
    return [{ id, narrator, certainty: 'signed' as const, by, evidence, at, body: plainBody(body), signature }]
  })
}

function plainBody<B>(body: B): Decisions['entries'][number]['body'] {
  return structuredClone(body) as unknown as Decisions['entries'][number]['body']
}

/** From here on the copy knows what this file brings, so that the next one is compared with it where it was taken. */
function packedBase(base: CopyBase, given: Decisions): CopyBase {
  return {
    ...base,
    packs: [...base.packs, given.pack],
    names: [...base.names, namesHash(given.names.now)],
    testimonies: base.testimonies.map((known) => {
      const packed = given.testimonies.find(({ state }) => state.id === known.testimony)
      if (packed === undefined) return known
      const { order, hashes, lineage } = standingOf(packed.state)
      return {
        ...known,
        orders: [...known.orders, order],
        hashes: [...known.hashes, hashes],
        lineages: [...known.lineages, lineage],
      }
    }),
  }
}
