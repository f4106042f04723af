// A file of decisions that somebody brings: whose it is, whether she signed it, and whether it could be true at all.
import { Failure } from '../../../../shared/contract/failure.ts'
import { decisionHash } from '../../../../shared/domain/consent/ledger.ts'
import type { Decisions } from '../../../../shared/formats/decisions.ts'
import type { Session } from '../../session.ts'
import { sha256 } from '../../sha256.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { keysOf, type KeptKey } from '../../store/narrator-keys.ts'
import { mostPassages } from '../../store/stories.ts'
import { isSigned } from '../../vault/narrator-key.ts'
import { withoutErased } from './without-erased.ts'
import { readDecisionsFile, type ReadDecisions } from './decisions-file.ts'

type Incoming = Decisions['testimonies'][number]

/** Throws Failure fileTooLarge, newerVersion, notHerFile, signatureWrong, otherArchive, takenAlready, notFound (its story is gone). */
export async function readIncoming(session: Session, bytes: Uint8Array): Promise<ReadDecisions> {
  const { about, database } = session
  const read = await readDecisionsFile(bytes, about.mediaIdentity)
  const { decisions } = read
  if (decisions.archive !== about.id) throw new Failure('otherArchive')
  const key = keysOf(database, decisions.narrator).find((kept) => kept.key.id === decisions.key)
  // A key that she did away with speaks for her no more: whoever still has it may be anybody.
  if (key?.wrapping == null || !read.isSignedBy(key.key.signingPublic)) throw new Failure('signatureWrong')
  requireNew(database, decisions)
  requireSignedEntries(decisions, key)
  const left = withoutErased(database, read)
  requireHers(database, left.decisions)
  for (const incoming of left.decisions.testimonies) requireWhole(incoming, left.decisions)
  return left
}

/** Throws Failure takenAlready. */
export function requireNew(archive: ReadableArchive, { pack }: Decisions): void {
  if (archive.get('SELECT 1 FROM decisions_taken WHERE id = ?', [pack]) !== undefined) throw new Failure('takenAlready')
}

/** Everything in it is of this narrator's own stories, speakers, recordings and keys here. */
function requireHers(archive: ReadableArchive, decisions: Decisions): void {
  const { narrator, testimonies, entries, sounds, sealedSounds = [] } = decisions
  const keys = new Set(keysOf(archive, narrator).map(({ key }) => key.id))
  const seen = new Set<string>()
  for (const { state } of testimonies) {
    const row = archive.get<{ narrator: string }>('SELECT narrator FROM testimonies WHERE id = ?', [state.id])
    if (row === undefined) throw new Failure('notFound')
    if (row.narrator !== narrator || seen.has(state.id)) throw new Failure('notHerFile')
    seen.add(state.id)
    const speakers = idsOf(archive, 'SELECT id FROM speakers WHERE testimony = ?', state.id)
    const recordings = idsOf(archive, 'SELECT id FROM recordings WHERE testimony = ?', state.id)
    const own =
      state.speakers.every(({ id }) => speakers.has(id)) &&
      state.passages.every(({ recording }) => recording === null || recordings.has(recording)) &&
      [...stretchesIn(state), ...(state.sealedSound ?? [])].every(({ recording }) => recordings.has(recording)) &&
      [...state.seals, ...(state.sealedSaid ?? [])].every(({ key }) => keys.has(key))
    if (!own) throw new Failure('notHerFile')
    requireFree(archive, state, state.id)
  }
  if (!entries.every((entry) => entry.narrator === narrator && seen.has(entry.body.testimony)))
    throw new Failure('notHerFile')
  requireNamed(sounds, new Set(testimonies.flatMap(({ state }) => state.said.map(({ id }) => id))))
  requireNamed(sealedSounds, new Set(testimonies.flatMap(({ state }) => (state.sealedSaid ?? []).map(({ id }) => id))))
}

/** Each sound once, and of something that is said in it. */
function requireNamed(sounds: readonly { readonly said: string }[], said: ReadonlySet<string>): void {
  const named = new Set(sounds.map((sound) => sound.said))
  if (named.size !== sounds.length || ![...named].every((one) => said.has(one))) throw new Failure('notHerFile')
}

const stretchesIn = ({ redactions }: Incoming['state']) => redactions.flatMap(({ stretches = [] }) => stretches)

function idsOf(archive: ReadableArchive, sql: string, testimony: string): Set<string> {
  return new Set(archive.all<{ id: string }>(sql, [testimony]).map(({ id }) => id))
}

const owners: Readonly<Record<string, string>> = {
  passage: `SELECT t.id AS testimony FROM passages p JOIN testimonies t ON t.number = p.place / ${mostPassages} WHERE p.id = ?`,
  turn: `SELECT t.id AS testimony FROM turns u JOIN testimonies t ON t.number = u.place / ${mostPassages} WHERE u.id = ?`,
  label: 'SELECT testimony FROM labels WHERE id = ?',
  redaction: 'SELECT testimony FROM redactions WHERE id = ?',
  tie: 'SELECT testimony FROM ties WHERE id = ?',
  section: 'SELECT testimony FROM sections WHERE id = ?',
  wordsAbout: 'SELECT testimony FROM words_about WHERE id = ?',
  suggestion: 'SELECT testimony FROM suggestions WHERE id = ?',
  said: 'SELECT testimony FROM spoken_answers WHERE id = :id UNION SELECT testimony FROM sealed_answers WHERE id = :id',
  seal: 'SELECT testimony FROM seals WHERE id = ?',
  range: `SELECT coalesce(l.testimony, d.testimony, t.testimony) AS testimony FROM ranges r LEFT JOIN labels l ON l.id = r.label
    LEFT JOIN redactions d ON d.id = r.redaction LEFT JOIN ties t ON t.id = r.tie WHERE r.id = ?`,
  stretch: 'SELECT d.testimony FROM sound_stretches s JOIN redactions d ON d.id = s.redaction WHERE s.id = ?',
}

/** No id in it is in use for a thing of another story: writing it would take that thing away. */
function requireFree(archive: ReadableArchive, state: Incoming['state'], testimony: string): void {
  const marks = [...state.labels, ...state.redactions, ...state.ties]
  const named: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    passage: state.passages,
    turn: state.order,
    label: state.labels,
    redaction: state.redactions,
    tie: state.ties,
    section: state.sections,
    wordsAbout: state.wordsAbout,
    suggestion: state.suggestions,
    said: [...state.said, ...(state.sealedSaid ?? [])],
    seal: state.seals,
    range: marks.flatMap(({ ranges }) => ranges),
    stretch: stretchesIn(state),
  }
  for (const [kind, things] of Object.entries(named)) {
    for (const { id } of things) {
      const sql = owners[kind] ?? ''
      const row = archive.get<{ testimony: string }>(sql, sql.includes(':id') ? { id } : [id])
      if (row !== undefined && row.testimony !== testimony) throw new Failure('notHerFile')
    }
  }
}

/** What it says of one story holds together: no passage twice, every mark on words that are there. */
function requireWhole({ state, known, forgotten }: Incoming, { packs, names }: Decisions): void {
  const steps = packs.length + 1
  const lists = [known.orders, known.hashes, known.lineages, names.known]
  const passages = new Map(state.passages.map((passage) => [passage.id, passage]))
  const inOrder = state.order.flatMap((turn) => turn.passages)
  const speakers = new Set(state.speakers.map(({ id }) => id))
  const has = (passage: string) => passages.has(passage)
  const marks = [...state.labels, ...state.redactions, ...state.ties]
  const ranges = marks.flatMap((mark) => mark.ranges)
  const stretches = stretchesIn(state)
  const { sealedSound = [] } = state
  const whole =
    lists.every((list) => list.length === steps) &&
    inOrder.length > 0 &&
    inOrder.length === passages.size &&
    state.passages.length === passages.size &&
    new Set(inOrder).size === inOrder.length &&
    inOrder.every(has) &&
    state.order.every(({ speaker, passages: own }) => speakers.has(speaker) && own.length > 0) &&
    [
      state.order,
      state.speakers,
      marks,
      ranges,
      stretches,
      state.sections,
      state.wordsAbout,
      state.suggestions,
      [...state.said, ...(state.sealedSaid ?? [])],
    ].every((list) => new Set(list.map(({ id }) => id)).size === list.length) &&
    [...stretches, ...sealedSound].every(({ startMs, endMs }) => startMs < endMs) &&
    sealedSound.every(({ passage }) => has(passage)) &&
    new Set(sealedSound.map(({ passage }) => passage)).size === sealedSound.length &&
    ranges.every(({ passage, start, end, unresolved }) => {
      const length = passages.get(passage)?.text.length
      return length !== undefined && (unresolved || (start < end && end <= length))
    }) &&
    state.passages.every(
      ({ text, startMs, endMs, wordTimes }) =>
        (startMs === null || endMs === null || endMs >= startMs) &&
        wordTimes.every(({ start, end }) => start <= end && end <= text.length),
    ) &&
    state.seals.every(({ passage }) => passages.get(passage)?.text === '') &&
    new Set(state.seals.map(({ passage }) => passage)).size === state.seals.length &&
    forgotten.every((number) => number < known.revision)
  if (!whole) throw new Failure('notHerFile')
}

function requireSignedEntries({ entries }: Decisions, { key }: KeptKey): void {
  if (new Set(entries.map(({ id }) => id)).size !== entries.length) throw new Failure('notHerFile')
  for (const { signature, ...entry } of entries) {
    const hash = decisionHash(entry, sha256)
    if (!isSigned(key.signingPublic, 'ledger entry', hash, Buffer.from(signature, 'hex')))
      throw new Failure('signatureWrong')
  }
}
