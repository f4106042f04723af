// What was erased at home does not come back with her decisions, whatever her copy still holds of it.
import { joinedInto } from '../../../../shared/domain/consent/lineage.ts'
import type { Decisions } from '../../../../shared/formats/decisions.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { holdsPassage } from '../../store/beside.ts'
import { readLineage } from '../../store/lineage.ts'
import type { ReadDecisions } from './decisions-file.ts'

type Incoming = Decisions['testimonies'][number]
type State = Incoming['state']

export function erasedHere(archive: ReadableArchive, kind: 'testimony' | 'passage' | 'recording'): ReadonlySet<string> {
  const rows = archive.all<{ id: string }>('SELECT target AS id FROM tombstones WHERE kind = ?', [kind])
  return new Set(rows.map(({ id }) => id))
}

/** What was joined here into passages that are erased, and lies in none that is left. */
function goneWith(archive: ReadableArchive, testimony: string, erased: ReadonlySet<string>): string[] {
  const isLeft = (passage: string): boolean => holdsPassage(archive, testimony, passage)
  const joined = [...joinedInto(readLineage(archive, testimony))]
  const left = new Set(joined.flatMap(([passage, others]) => (isLeft(passage) ? [...others.keys()] : [])))
  return joined
    .flatMap(([passage, others]) => (erased.has(passage) ? [...others.keys()] : []))
    .filter((passage) => !left.has(passage) && !isLeft(passage))
}

type Ranged = { readonly ranges: State['labels'][number]['ranges'] }

/** Marks that lie on nothing else are gone with it. */
function marksOn<M extends Ranged>(marks: readonly M[], gone: ReadonlySet<string>): M[] {
  return marks.flatMap((mark) => {
    const ranges = mark.ranges.filter(({ passage }) => !gone.has(passage))
    return ranges.length === 0 && mark.ranges.length > 0 ? [] : [{ ...mark, ranges }]
  })
}

function without(state: State, gone: ReadonlySet<string>, silent: ReadonlySet<string>): State {
  const stays = ({ passage }: { readonly passage: string | null }): boolean => passage === null || !gone.has(passage)
  const soundless = { recording: null, startMs: null, endMs: null, wordTimes: [] }
  return {
    ...state,
    order: state.order
      .map((turn) => ({ ...turn, passages: turn.passages.filter((id) => !gone.has(id)) }))
      .filter(({ passages }) => passages.length > 0),
    passages: state.passages
      .filter(({ id }) => !gone.has(id))
      .map((passage) => (silent.has(passage.recording ?? '') ? { ...passage, ...soundless } : passage)),
    labels: marksOn(state.labels, gone),
    redactions: marksOn(state.redactions, gone).map(({ stretches, ...redaction }) =>
      stretches === undefined
        ? redaction
        : { ...redaction, stretches: stretches.filter(({ recording }) => !silent.has(recording)) },
    ),
    ties: marksOn(state.ties, gone),
    sections: state.sections.filter(stays),
    suggestions: state.suggestions.filter(stays),
    looks: state.looks.filter(stays),
    said: state.said.filter(stays),
    ...(state.sealedSaid === undefined ? {} : { sealedSaid: state.sealedSaid.filter(stays) }),
    seals: state.seals.filter(stays),
    sealedSound: state.sealedSound?.filter((sound) => stays(sound) && !silent.has(sound.recording)),
  }
}

/** The same without stories, passages and sound that were erased here. */
export function withoutErased(archive: ReadableArchive, read: ReadDecisions): ReadDecisions {
  const stories = erasedHere(archive, 'testimony')
  const passages = erasedHere(archive, 'passage')
  const recordings = erasedHere(archive, 'recording')
  if (stories.size + passages.size + recordings.size === 0) return read
  const { decisions } = read
  const testimonies = decisions.testimonies
    .filter(({ state }) => !stories.has(state.id))
    .map(({ state, ...incoming }) => {
      const gone = new Set([...passages, ...goneWith(archive, state.id, passages)])
      return { ...incoming, state: without(state, gone, recordings) }
    })
  const before = decisions.testimonies.map(({ state }) => state)
  const after = testimonies.map(({ state }) => state)
  const sounds = soundsLeft(decisions.sounds, read.sounds, before.map(idsOpen), after.map(idsOpen))
  const { sealedSounds = [] } = decisions
  const sealed = soundsLeft(sealedSounds, read.sealed, before.map(idsSealed), after.map(idsSealed))
  return {
    ...read,
    decisions: {
      ...decisions,
      testimonies,
      entries: decisions.entries.filter(({ body }) => !stories.has(body.testimony)),
      sounds: sounds.map(({ sound }) => sound),
      ...(decisions.sealedSounds === undefined ? {} : { sealedSounds: sealed.map(({ sound }) => sound) }),
    },
    sounds: sounds.map(({ bytes }) => bytes),
    sealed: sealed.map(({ bytes }) => bytes),
  }
}

const idsOpen = ({ said }: State): string[] => said.map(({ id }) => id)
const idsSealed = ({ sealedSaid = [] }: State): string[] => sealedSaid.map(({ id }) => id)

/** Of what is said still. NOTE: one that no story in it names stays, to be refused as before. */
function soundsLeft<S extends { readonly said: string }>(
  sounds: readonly S[],
  bytes: readonly Buffer[],
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
): { sound: S; bytes: Buffer }[] {
  const [named, left] = [new Set(before.flat()), new Set(after.flat())]
  return sounds
    .map((sound, at) => ({ sound, bytes: bytes[at] ?? Buffer.alloc(0) }))
    .filter(({ sound: { said } }) => left.has(said) || !named.has(said))
}
