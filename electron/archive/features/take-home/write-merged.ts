// A merged story written over the one that stands here: a revision of hers where its words change, everything else as rows.
import { countWords } from '../../../../shared/domain/words/count-words.ts'
import type { Merged } from '../../../../shared/domain/take-home/take-home.ts'
import type { HerState } from '../../../../shared/domain/take-home/state.ts'
import { canonical } from '../../../../shared/domain/canonical.ts'
import type { Passage, Transcript } from '../../../../shared/domain/story.ts'
import type { Session } from '../../session.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import {
  deleteSection,
  deleteSuggestion,
  deleteWordsAbout,
  dropFromExcerpts,
  numberOf,
  putSection,
  putSuggestion,
  putWordsAbout,
} from '../../store/beside.ts'
import { insertLineage } from '../../store/lineage.ts'
import { forgetLook, keepLook } from '../../store/looks.ts'
import { deleteMark, putLabel, putRedaction, putTie } from '../../store/marks.ts'
import { forgetSteps } from '../../store/mark-steps.ts'
import { keysOf } from '../../store/narrator-keys.ts'
import { putNotTheSame } from '../../store/not-the-same.ts'
import { isSamePassage, writeTranscript } from '../../store/passages.ts'
import { forgetRevision, insertRevision, keepPast, lastRevision } from '../../store/revisions.ts'
import { sealPassage } from '../../store/seals.ts'
import { readStory, updateSpeaker } from '../../store/stories.ts'
import { forgetQuotes } from '../writing/suggestions.ts'

interface Author {
  readonly narrator: string
  readonly name: string
}

/** @param here the story as it stood when `merged` was worked out, in the same transaction */
export function writeMerged(
  session: Session,
  archive: WritableArchive,
  here: HerState,
  merged: Merged,
  forgotten: readonly number[],
  author: Author,
): void {
  const { state } = merged
  const testimony = here.id
  sealAsHers(session, archive, here, merged, author.narrator)
  writeHead(archive, here, state)
  writeWords(session, archive, merged, author)
  sealOwn(session, archive, testimony, merged, author.narrator)
  writeMarks(archive, here, state)
  writeBeside(archive, here, state)
  const last = lastRevision(archive, testimony).number
  const gone = forgotten.filter((number) => number < last)
  for (const number of gone) forgetRevision(archive, testimony, number)
  if (gone.length > 0) forgetQuotes(archive, testimony)
}

/** Passages that she sealed in her copy: out of everything here, with the box as she made it. */
function sealAsHers(
  session: Session,
  archive: WritableArchive,
  here: HerState,
  { state }: Merged,
  narrator: string,
): void {
  const sealedHere = new Set(here.seals.map(({ passage }) => passage))
  const present = new Set(here.passages.map(({ id }) => id))
  const keys = new Map(keysOf(archive, narrator).map(({ key }) => [key.id, key]))
  for (const seal of state.seals) {
    const key = keys.get(seal.key)
    if (key === undefined || sealedHere.has(seal.passage) || !present.has(seal.passage)) continue
    sealPassage(archive, here.id, seal.passage, key, { id: session.newId(), at: session.moment() })
  }
  for (const { passage } of here.seals) {
    if (state.seals.some((seal) => seal.passage === passage)) continue
    archive.run('DELETE FROM seals WHERE passage = ?', [passage])
  }
}

/** Her boxes in place of what was sealed above; and what was sealed here since, with the words that she brings. */
function sealOwn(
  session: Session,
  archive: WritableArchive,
  testimony: string,
  { state, sealAgain }: Merged,
  narrator: string,
): void {
  for (const { id, passage, key, box, at } of state.seals) {
    archive.run('DELETE FROM seals WHERE passage = ?', [passage])
    archive.run('INSERT INTO seals (id, testimony, passage, key, box, at) VALUES (?, ?, ?, ?, ?, ?)', [
      id,
      testimony,
      passage,
      key,
      Buffer.from(box, 'base64'),
      at,
    ])
  }
  const kept = keysOf(archive, narrator).find(({ wrapping }) => wrapping !== null)
  if (kept === undefined) return
  for (const passage of sealAgain)
    sealPassage(archive, testimony, passage, kept.key, { id: session.newId(), at: session.moment() })
}

function writeHead(archive: WritableArchive, here: HerState, state: HerState): void {
  archive.run('UPDATE testimonies SET title = ?, title_by = ?, language = ? WHERE id = ?', [
    state.title,
    state.titleBy,
    state.language,
    here.id,
  ])
  for (const speaker of state.speakers) updateSpeaker(archive, here.id, speaker)
}

function writeWords(session: Session, archive: WritableArchive, { state, lineage }: Merged, author: Author): void {
  const story = readStory(archive, state.id)
  const before: Transcript = { speakers: story.speakers, turns: story.turns, passages: story.passages }
  const words = new Map(state.passages.map((passage) => [passage.id, passage]))
  const after: Transcript = {
    speakers: story.speakers,
    turns: state.order.map(({ id, speaker }) => ({ id, speaker })),
    passages: state.order.flatMap(({ id: turn, passages }) =>
      passages.flatMap((id): Passage[] => {
        const own = words.get(id)
        return own === undefined ? [] : [{ ...own, turn }]
      }),
    ),
  }
  const now = new Map(after.passages.map((passage) => [passage.id, passage]))
  const changed = before.passages.filter((passage) => {
    const is = now.get(passage.id)
    return is === undefined || !isSamePassage(passage, is)
  })
  const orderOf = ({ turns, passages }: Transcript) => canonical([turns, passages.map(({ id, turn }) => [id, turn])])
  const reordered = orderOf(before) !== orderOf(after)
  if (changed.length === 0 && !reordered) return
  const at = session.moment()
  const number = lastRevision(archive, state.id).number + 1
  insertRevision(archive, state.id, {
    number,
    author: author.name,
    authorRole: 'narrator',
    at,
    until: at,
    name: '',
  })
  const sealed = new Set(state.seals.map(({ passage }) => passage))
  keepPast(
    archive,
    state.id,
    number,
    before,
    changed.filter(({ id }) => !sealed.has(id)),
    reordered,
  )
  writeTranscript(archive, numberOf(archive, state.id), before, after, countWords)
  // NOTE: a clock that ran ahead there must not date what was said of half a passage here to before it was split.
  const dated = lineage.map((one) => ({ ...one, until: one.until === undefined || one.until > at ? at : one.until }))
  insertLineage(archive, state.id, number, dated)
  const gone = new Set(before.passages.flatMap(({ id }) => (now.has(id) ? [] : [id])))
  if (gone.size > 0) dropFromExcerpts(archive, state.id, gone)
}

function writeMarks(archive: WritableArchive, here: HerState, state: HerState): void {
  const kinds = [
    ['label', here.labels, state.labels],
    ['redaction', here.redactions, state.redactions],
    ['tie', here.ties, state.ties],
  ] as const
  let changed = false
  // All that goes, before anything comes: a range may stand in another mark now.
  for (const [kind, before, after] of kinds) {
    const same = new Set(after.map((mark) => canonical(mark)))
    for (const mark of before) {
      if (same.has(canonical(mark))) continue
      changed = true
      if (!after.some(({ id }) => id === mark.id)) deleteMark(archive, kind, mark.id)
      else archive.run(`DELETE FROM ranges WHERE ${kind} = ?`, [mark.id])
    }
  }
  const fresh = <M extends { readonly id: string }>(before: readonly M[], after: readonly M[]): M[] => {
    const same = new Set(before.map((mark) => canonical(mark)))
    return after.filter((mark) => !same.has(canonical(mark)))
  }
  const labels = fresh(here.labels, state.labels)
  const redactions = fresh(here.redactions, state.redactions)
  const ties = fresh(here.ties, state.ties)
  for (const label of labels) putLabel(archive, here.id, label)
  for (const redaction of redactions) putRedaction(archive, here.id, redaction)
  for (const tie of ties) putTie(archive, here.id, tie)
  // What sealing has forgotten by now is not kept again.
  const [said, says] = [here.notTheSame ?? [], state.notTheSame ?? []]
  const unsaid = said.filter(({ id }) => !says.some((one) => one.id === id))
  const newlySaid = says.filter(({ id }) => !said.some((one) => one.id === id))
  for (const { id } of unsaid) deleteMark(archive, 'notTheSame', id)
  for (const one of newlySaid) putNotTheSame(archive, here.id, one)
  // Undo would put marks back as they were before she decided.
  const added = labels.length + redactions.length + ties.length + newlySaid.length
  if (changed || unsaid.length > 0 || added > 0) forgetSteps(archive, here.id)
}

function writeBeside(archive: WritableArchive, here: HerState, state: HerState): void {
  const testimony = here.id
  const sync = <T extends { readonly id: string }>(
    before: readonly T[],
    after: readonly T[],
    put: (one: T) => void,
    remove: (id: string) => void,
  ) => {
    const left = new Set(after.map(({ id }) => id))
    for (const { id } of before) if (!left.has(id)) remove(id)
    for (const one of after) put(one)
  }
  sync(
    here.sections,
    state.sections,
    (one) => putSection(archive, testimony, one),
    (id) => void deleteSection(archive, testimony, id),
  )
  sync(
    here.wordsAbout,
    state.wordsAbout,
    (one) => putWordsAbout(archive, testimony, one),
    (id) => deleteWordsAbout(archive, testimony, id),
  )
  sync(
    here.suggestions,
    state.suggestions,
    (one) => putSuggestion(archive, testimony, one),
    (id) => deleteSuggestion(archive, testimony, id),
  )
  for (const { passage, look } of here.looks)
    if (!state.looks.some((one) => one.passage === passage && one.look === look))
      forgetLook(archive, testimony, passage, look)
  for (const look of state.looks) keepLook(archive, testimony, look)
}
