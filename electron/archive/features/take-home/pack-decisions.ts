// In her copy: everything she has changed, marked and decided since it was taken, as one file for home.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { decisionsEnding, type Decisions } from '../../../../shared/formats/decisions.ts'
import { writeDurably } from '../../files/write-durably.ts'
import { requireFolderPath } from '../../files/places.ts'
import { asFailure } from '../../as-failure.ts'
import { safeName } from '../../files/safe-path.ts'
import type { Session } from '../../session.ts'
import { sha256 } from '../../sha256.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { everyEntry } from '../../store/ledger.ts'
import { readMedia } from '../../store/media-rows.ts'
import { namesHash, readCopyOf, standingOf, updateBase, type CopyBase, type CopyOf } from './copy-base.ts'
import { writeDecisions } from './decisions-file.ts'
import { withHerKey } from '../her-session/unlock-key.ts'
import { herNames, herState } from './her-state.ts'
import { answersOf, revisionNumbers } from './hers.ts'

type Sounds = Decisions['sounds']

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
  return withHerKey(session, asked.narrator, asked.passphrase, async (key) => {
    const { sounds, bytes } = await newSounds(session, copy.base)
    // NOTE: read and noted in one go: what she changes while the file is being written is for the next one.
    const pack = session.newId()
    const given = decisionsOf(session, copy, pack, key.id, sounds)
    const written = await writeDecisions(given, bytes, key, copy.recipient)
    for (const one of bytes) one.fill(0)
    await writeDurably(file, written).catch((error: unknown) => {
      throw asFailure(error)
    })
    session.save([], (archive) => updateBase(archive, packedBase(copy.base, given)))
    return { file }
  })
}

/** What she said in the copy, whole, in memory: it is sealed before it is written. */
async function newSounds(session: Session, base: CopyBase): Promise<{ sounds: Sounds; bytes: Buffer[] }> {
  const sounds: Sounds = []
  const bytes: Buffer[] = []
  for (const { testimony, hashes } of base.testimonies) {
    for (const { id, media } of answersOf(session.database, testimony)) {
      if (Object.hasOwn(hashes[0] ?? {}, `said:${id}`)) continue
      const reader = await session.reader(media)
      const sound = await reader.read(0, reader.size)
      const type = typeOf(readMedia(session.database, media).type)
      sounds.push({ said: id, type, size: sound.length, sha256: sha256(sound) })
      bytes.push(sound)
    }
  }
  return { sounds, bytes }
}

function typeOf(type: string): Sounds[number]['type'] {
  return type === 'audio/webm' || type === 'audio/ogg' ? type : 'audio/wav'
}

function decisionsOf(session: Session, copy: CopyOf, pack: string, key: string, sounds: Sounds): Decisions {
  const { database } = session
  const { base } = copy
  const names = herNames(database, copy.narrator)
  const said = new Set(sounds.map((sound) => sound.said))
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
      const state = herState(database, testimony)
      const before = new Set(Object.keys(hashes[0] ?? {}))
      const left = new Set(revisionNumbers(database, testimony))
      return {
        // Something said while this was being gathered goes with the next file.
        state: plain({ ...state, said: state.said.filter(({ id }) => before.has(`said:${id}`) || said.has(id)) }),
        known: { revision, orders, hashes, lineages },
        forgotten: revisions.filter((number) => !left.has(number)),
      }
    }),
    entries: newEntries(database, copy.ledgerSequence),
    sounds,
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
