// Her decisions on their way home: handed over, read, looked at with the archivist, and taken whole or left.
import { rm } from 'node:fs/promises'
import { Failure } from '../../../../shared/contract/failure.ts'
import { canonical } from '../../../../shared/domain/canonical.ts'
import { keepExistenceBroughtHome } from '../existence-said.ts'
import { isMoreVisible } from '../../../../shared/domain/given-out/existence.ts'
import type { Conflict } from '../../../../shared/domain/take-home/conflict.ts'
import { derivedId, merge, type Known, type Merged } from '../../../../shared/domain/take-home/take-home.ts'
import { mostDecisions, type Decisions } from '../../../../shared/formats/decisions.ts'
import { mediaFile, MediaWriter, type StoredMedia } from '../../files/media.ts'
import type { OpenSession, Session } from '../../session.ts'
import { sha256 } from '../../sha256.ts'
import type { ReadableArchive, WritableArchive } from '../../store/archive-database.ts'
import { readLineage } from '../../store/lineage.ts'
import { keepColour } from '../../store/looks.ts'
import { insertMedia } from '../../store/media-rows.ts'
import { deleteSpokenAnswer, insertSpokenAnswer } from '../../store/spoken-answers.ts'
import { readNarrator, updateNarrator } from '../../store/narrators.ts'
import { requireNoForgottenKey } from '../hers-to-decide.ts'
import { forgetRenditions } from '../sound/index.ts'
import { sealedWithOpenSound } from '../../store/sealed-sound.ts'
import { pruneDrafts } from '../transcribing/drafts.ts'
import { namesHash } from './copy-base.ts'
import type { ReadDecisions } from './decisions-file.ts'
import { herNames, herState } from './her-state.ts'
import { readIncoming, requireNew } from './incoming.ts'
import { writeEntries } from './write-entries.ts'
import { writeMerged } from './write-merged.ts'

const mostPiece = 1024 * 1024
/** A few at a time: each may be large. */
const mostHeld = 2

interface Waiting {
  readonly read: ReadDecisions
  /** The conflicts as they were shown: what is taken is what was seen. */
  readonly shown: string
}

interface Held {
  readonly files: Map<string, { readonly pieces: Uint8Array[]; size: number }>
  readonly packs: Map<string, Waiting>
}

interface Difference {
  readonly merged: ReadonlyMap<string, Merged>
  readonly conflicts: readonly Conflict[]
  readonly namesFrom: 'here' | 'hers'
}

/** By session, so that none outlives its lock. */
const heldBy = new WeakMap<Session, Held>()

function heldIn(session: Session): Held {
  const kept = heldBy.get(session)
  if (kept !== undefined) return kept
  const held: Held = { files: new Map(), packs: new Map() }
  heldBy.set(session, held)
  const forget = () => {
    held.files.clear()
    held.packs.clear()
    heldBy.delete(session)
  }
  session.onClose(() => Promise.resolve(forget()))
  session.atWindow.addEventListener('abort', forget)
  return held
}

function keepFew<T>(held: Map<string, T>): void {
  for (const oldest of held.keys()) {
    if (held.size <= mostHeld) return
    held.delete(oldest)
  }
}

/** What both sides had in common last: at the packing of the last file that was taken here, else at the taking. */
function knownOf(archive: ReadableArchive, { packs }: Decisions): number {
  const taken = new Set(archive.all<{ id: string }>('SELECT id FROM decisions_taken').map(({ id }) => id))
  return packs.findLastIndex((pack) => taken.has(pack)) + 1
}

function difference(archive: ReadableArchive, given: Decisions, keepHere: ReadonlySet<string>): Difference {
  const step = knownOf(archive, given)
  const merged = new Map<string, Merged>()
  const conflicts: Conflict[] = []
  for (const { state, known } of given.testimonies) {
    const common: Known = {
      order: known.orders[step] ?? [],
      hashes: known.hashes[step] ?? {},
      lineage: known.lineages[step] ?? [],
    }
    const result = merge(herState(archive, state.id), state, common, keepHere, sha256)
    merged.set(state.id, result)
    conflicts.push(...result.conflicts)
  }
  const names = herNames(archive, given.narrator)
  const [here, hers, common] = [namesHash(names), namesHash(given.names.now), given.names.known[step] ?? '']
  if (hers === common || hers === here) return { merged, conflicts, namesFrom: 'here' }
  if (here === common) return { merged, conflicts, namesFrom: 'hers' }
  const id = derivedId(sha256, 'conflict', given.narrator, 'names')
  conflicts.push({ id, kind: 'name', passage: null, here: names.name, hers: given.names.now.name })
  return { merged, conflicts, namesFrom: keepHere.has(id) ? 'here' : 'hers' }
}

export function beginDecisions(open: OpenSession): { file: string } {
  const session = open()
  const { files } = heldIn(session)
  const file = session.newId()
  files.set(file, { pieces: [], size: 0 })
  keepFew(files)
  return { file }
}

/** Throws Failure notFound, badInput (a piece over 1 MiB), fileTooLarge. */
export function appendDecisions(open: OpenSession, file: string, bytes: Uint8Array): void {
  const { files } = heldIn(open())
  const held = files.get(file)
  if (held === undefined) throw new Failure('notFound')
  if (bytes.length > mostPiece) throw new Failure('badInput')
  if (held.size + bytes.length > mostDecisions) {
    files.delete(file)
    throw new Failure('fileTooLarge')
  }
  held.pieces.push(bytes)
  held.size += bytes.length
}

/** Reads what was handed over; nothing is taken yet. Throws as `readIncoming`, and notFound. */
export async function readDecisions(open: OpenSession, file: string) {
  const session = open()
  const held = heldIn(session)
  const handed = held.files.get(file)
  if (handed === undefined) throw new Failure('notFound')
  held.files.delete(file)
  const read = await readIncoming(session, Buffer.concat(handed.pieces))
  if (open() !== session || heldBy.get(session) !== held) throw new Failure('locked')
  const { decisions } = read
  const { merged, conflicts } = difference(session.database, decisions, new Set())
  held.packs.set(decisions.pack, { read, shown: canonical(conflicts) })
  keepFew(held.packs)
  const sum = (count: (one: Merged) => number) => [...merged.values()].reduce((total, one) => total + count(one), 0)
  return {
    pack: decisions.pack,
    narratorName: readNarrator(session.database, decisions.narrator).name,
    madeAt: decisions.madeAt,
    changedPassages: sum(({ changedPassages }) => changedPassages),
    marks: sum(({ changedMarks }) => changedMarks),
    entries: decisions.entries.length,
    spoken: decisions.sounds.length,
    conflicts,
  }
}

/**
 * Takes it: hers wins but where `keepHere` says otherwise. Everything in one transaction. Throws Failure notFound,
 * takenAlready, changedMeanwhile (the conflicts are others by now), diskFull.
 */
export async function takeDecisions(open: OpenSession, pack: string, keepHere: readonly string[]) {
  const session = open()
  const waiting = heldIn(session).packs.get(pack)
  if (waiting === undefined) throw new Failure('notFound')
  const { decisions } = waiting.read
  const stored = await storeSounds(session, waiting.read)
  try {
    if (open() !== session || session.actor.role !== 'archivist') throw new Failure('locked')
    const dropped = session.save(['shelf', 'story', 'marks', 'consent', 'excerpts', 'givenOut'], (archive) =>
      write(session, archive, waiting, new Set(keepHere), stored),
    )
    heldBy.get(session)?.packs.delete(pack)
    const used = new Set(dropped.used)
    await removeMedia(session, [
      ...dropped.media,
      ...[...stored.values()].flatMap((media) => (used.has(media.name) ? [] : [media.name])),
    ])
  } catch (error) {
    await removeMedia(
      session,
      [...stored.values()].map(({ name }) => name),
    ).catch(() => undefined) // or the next opening does
    throw error
  }
  const testimonies = decisions.testimonies.map(({ state }) => state.id)
  for (const testimony of testimonies) pruneDrafts(session, testimony)
  // What was sealed or taken away must not linger in the log.
  session.database.emptyLog()
  for (const testimony of testimonies) forgetRenditions(session, testimony)
  const soundOpen = sealedWithOpenSound(session.database, testimonies)
  return soundOpen === 0 ? { testimonies } : { testimonies, soundOpen }
}

export function leaveDecisions(open: OpenSession, pack: string): void {
  heldBy.get(open())?.packs.delete(pack)
}

type Stored = ReadonlyMap<string, StoredMedia & { readonly type: string }>

/** Sounds that are not here yet, encrypted for this archive; by the id of what was said. */
async function storeSounds(session: Session, { decisions, sounds }: ReadDecisions): Promise<Stored> {
  const stored = new Map<string, StoredMedia & { readonly type: string }>()
  const { folder, about, surroundings, database } = session
  try {
    for (const [at, { said, type }] of decisions.sounds.entries()) {
      if (database.get('SELECT 1 FROM spoken_answers WHERE id = ?', [said]) !== undefined) continue
      const writer = await MediaWriter.begin(folder, about.mediaRecipient, surroundings.random)
      try {
        await writer.append(sounds[at] ?? Buffer.alloc(0))
        stored.set(said, { ...(await writer.finish()), type })
      } catch (error) {
        await writer.discard()
        throw error
      }
    }
    return stored
  } catch (error) {
    await removeMedia(
      session,
      [...stored.values()].map(({ name }) => name),
    ).catch(() => undefined)
    throw error
  }
}

async function removeMedia(session: Session, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await session.closeReader(name)
    await rm(mediaFile(session.folder, name), { force: true })
  }
}

function write(
  session: Session,
  archive: WritableArchive,
  { read, shown }: Waiting,
  keepHere: ReadonlySet<string>,
  stored: Stored,
): { media: string[]; used: string[] } {
  const { decisions } = read
  requireNew(archive, decisions)
  const { merged, conflicts, namesFrom } = difference(archive, decisions, keepHere)
  if (canonical(conflicts) !== shown) throw new Failure('changedMeanwhile')
  const splitHere = decisions.testimonies.flatMap(({ state }) =>
    readLineage(archive, state.id).filter(({ kind, until }) => kind === 'split' && until >= decisions.takenAt),
  )
  const author = { narrator: decisions.narrator, name: readNarrator(archive, decisions.narrator).name }
  const media: string[] = []
  const used: string[] = []
  for (const { state, forgotten } of decisions.testimonies) {
    const result = merged.get(state.id)
    if (result === undefined) continue
    const here = herState(archive, state.id)
    writeMerged(session, archive, here, result, forgotten, author)
    const left = new Set(result.state.said.map(({ id }) => id))
    for (const { id } of here.said) {
      const name = left.has(id) ? null : deleteSpokenAnswer(archive, state.id, id)
      if (name !== null) media.push(name)
    }
    for (const said of result.state.said) {
      const sound = stored.get(said.id)
      if (sound === undefined) continue
      insertMedia(archive, { ...sound, kind: 'recording' }, session.moment())
      insertSpokenAnswer(archive, state.id, { ...said, media: sound.name })
      used.push(sound.name)
    }
  }
  if (namesFrom === 'hers') {
    const { colour, ...names } = decisions.names.now
    const after = { id: decisions.narrator, ...names }
    if (isMoreVisible(readNarrator(archive, decisions.narrator), after))
      requireNoForgottenKey(session, decisions.narrator)
    keepExistenceBroughtHome(session, archive, after)
    updateNarrator(archive, after)
    keepColour(archive, decisions.narrator, colour)
  }
  writeEntries(session, archive, decisions, merged, splitHere)
  for (const id of [...decisions.packs, decisions.pack])
    archive.run('INSERT OR IGNORE INTO decisions_taken (id, narrator, taken_at) VALUES (?, ?, ?)', [
      id,
      decisions.narrator,
      session.moment(),
    ])
  return { media, used }
}
