// The mosaic: what the recipient of an excerpt already holds of hers beside it, and what could be put together of both.
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { mosaic as contract } from '../../../../shared/contract/mosaic.ts'
import { answersIn, heirsOf } from '../../../../shared/domain/consent/lineage.ts'
import type { Piece } from '../../../../shared/domain/excerpts/excerpt.ts'
import type { Marks, Redaction } from '../../../../shared/domain/marks/marks.ts'
import { nameFor } from '../../../../shared/domain/names/names.ts'
import { isHiddenFrom } from '../../../../shared/domain/reach.ts'
import { readingOnce } from '../../../../shared/domain/words/read-text.ts'
import { findAgain, plainWords } from '../../../../shared/domain/words/same-words.ts'
import { takenOutWords } from '../../../../shared/domain/words/taken-out-words.ts'
import type { Story } from '../../../../shared/domain/story.ts'
import { useOf } from '../../../../shared/domain/consent/uses.ts'
import type { OpenSession, Session } from '../../session.ts'
import { readCompared } from '../../store/compared.ts'
import { readExcerpt, type KeptExcerpt } from '../../store/excerpts.ts'
import { whatCounts } from '../../store/ledger.ts'
import { readMarks } from '../../store/marks.ts'
import { readStory } from '../../store/stories.ts'
import { historyOf } from '../consent/index.ts'
import { compareWithOthers, type SeenOnBothSides } from './compared.ts'
import { seenIn } from './seen.ts'
import { heldBy, readableText, readPassage, type Held, type ReadPassage } from './held.ts'

const mostAgain = 100
const mostReadable = 60

/** Her name as it would stand there; null for none, and where her answers do not agree. */
function nameHere(session: Session, excerpt: KeptExcerpt, story: Story): string | null {
  const answer = answersIn(
    whatCounts(session.database, excerpt.testimony),
    new Map(),
    historyOf(session, excerpt.testimony),
  )
  const asked = { use: excerpt.use, recipient: excerpt.recipient.id, moment: session.moment() }
  const forReach = nameFor(story.narrator, useOf(excerpt.use).reach)
  const names = new Set(excerpt.passages.map((passage) => answer({ ...asked, passage }).conditions?.nameAs ?? forReach))
  const [name] = names
  return names.size === 1 && name != null && name.trim() !== '' ? name : null
}

interface Here {
  readonly story: Story
  readonly marks: Marks
  readonly passages: readonly ReadPassage[]
  readonly hiding: readonly Redaction[]
}

function readHere(session: Session, excerpt: KeptExcerpt): Here {
  const { database } = session
  const story = readStory(database, excerpt.testimony, new Set())
  const marks = readMarks(database, excerpt.testimony)
  const { reach } = useOf(excerpt.use)
  const hiding = marks.redactions.filter((redaction) => isHiddenFrom(redaction.reach, reach))
  const chosen = new Set(excerpt.passages)
  const sealed = new Set(marks.seals.map(({ passage }) => passage))
  const passages = story.passages
    .filter(({ id }) => chosen.has(id) && !sealed.has(id))
    .map((passage) => readPassage(passage, hiding))
  return { story, marks, passages, hiding }
}

const shownPieces = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (piece.kind === 'gap' ? { kind: piece.kind } : { kind: piece.kind, text: piece.text }))
const shown = ({ pieces, ...reading }: ReadPassage) => ({ ...reading, pieces: shownPieces(pieces) })

/** Passages that they hold already and would get otherwise, or under another name. */
function againIn(session: Session, held: readonly Held[], here: Here, name: string | null) {
  return held.flatMap(({ disclosure, story, name: then, passages }) => {
    if (story.testimony.id !== here.story.testimony.id) return []
    const history = historyOf(session, story.testimony.id)
    return passages.flatMap((before) => {
      const heirs = new Set([before.passage, ...heirsOf(before.passage, history)])
      return here.passages
        .filter((now) => heirs.has(now.passage))
        .filter((now) => readableText(now.pieces) !== readableText(before.pieces) || name !== then)
        .map((now) => ({ disclosure: disclosure.id, before: shown(before), now: shown(now) }))
    })
  })
}

interface Readable {
  readonly words: string
  readonly hidden: 'here' | 'then'
  readonly disclosure: string
  readonly passage: string
}

/** What is taken out in one of them, and stands in the other. */
function readableIn(held: readonly Held[], here: Here, excerpt: KeptExcerpt): Readable[] {
  const found = new Map<string, Readable>()
  const add = (one: Readable): void => {
    const key = `${plainWords(one.words)} ${one.hidden} ${one.disclosure} ${one.passage}`
    if (!found.has(key)) found.set(key, one)
  }
  const now = takenOutWords(here.marks, useOf(excerpt.use).reach)
  const read = readingOnce()
  for (const { disclosure, passages, redactions } of held) {
    for (const { passage, pieces } of passages) {
      const text = readableText(pieces)
      for (const { words, find } of now)
        if (find(text).length > 0) add({ words, hidden: 'here', disclosure: disclosure.id, passage })
    }
    const then = redactions
      .filter(({ thing }) => thing !== 'voice' && thing !== 'passage')
      .flatMap(({ ranges }) => ranges.map(({ quote }) => quote))
    for (const { passage, pieces } of here.passages) {
      const text = readableText(pieces)
      for (const words of new Set(then))
        if (findAgain(text, words, read).length > 0) add({ words, hidden: 'then', disclosure: disclosure.id, passage })
    }
  }
  return [...found.values()].slice(0, mostReadable)
}

interface Beside {
  readonly excerpt: KeptExcerpt
  readonly here: Here
  readonly held: readonly Held[]
  readonly name: string | null
}

function readBeside(session: Session, id: string): Beside {
  const excerpt = readExcerpt(session.database, id)
  const here = readHere(session, excerpt)
  return { excerpt, here, held: heldBy(session.database, excerpt), name: nameHere(session, excerpt, here.story) }
}

/** What could tell who she is, in what they hold and in this. */
function seenOnBothSides({ excerpt, here, held, name }: Beside): SeenOnBothSides {
  const { title, introduction, keywords, captions } = excerpt.framing
  const around = [
    title,
    introduction,
    ...keywords,
    ...captions.map(({ text }) => text),
    ...(name === null ? [] : [name]),
  ]
  const before = held.flatMap(({ disclosure, marks, passages, story, name: then }) =>
    seenIn(disclosure.id, passages, marks, [disclosure.title, ...(then === null ? [] : [then])], story),
  )
  const now = seenIn(null, here.passages, here.marks, around, here.story)
  return { excerpt: excerpt.id, narrator: here.story.narrator.id, before, now }
}

/** Works out, while an archivist is at the window, what she is to be shown when she is. Throws Failure cancelled. */
export async function keepCompared(open: OpenSession, id: string, signal: AbortSignal): Promise<void> {
  const session = open()
  if (session.actor.role !== 'archivist') return
  await compareWithOthers(open, session, seenOnBothSides(readBeside(session, id)), signal)
}

export function mosaicHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    async beside({ excerpt: id }, signal) {
      const session = open()
      const beside = readBeside(session, id)
      const { excerpt, here, held, name } = beside
      const answer = {
        held: held.map(({ disclosure, name: then, passages }) => ({
          disclosure: disclosure.id,
          testimony: disclosure.testimony,
          at: disclosure.at,
          title: disclosure.title,
          use: disclosure.use,
          name: then,
          passages: passages.length,
        })),
        name,
        again: againIn(session, held, here, name).slice(0, mostAgain),
        readable: readableIn(held, here, excerpt),
      }
      const compared =
        session.actor.role === 'archivist'
          ? await compareWithOthers(open, session, seenOnBothSides(beside), signal)
          : readCompared(session.database, id)
      return {
        ...answer,
        comparedAt: compared?.at ?? null,
        together: (compared?.together ?? []).map(({ features }) => ({ features: [...features] })),
        alone: [...(compared?.alone ?? [])],
      }
    },
  }
}
