// What somebody holds of hers: each past giving out to them, as it could be read then.
import { nameFor } from '../../../../shared/domain/names/names.ts'
import type { Piece } from '../../../../shared/domain/excerpts/excerpt.ts'
import type { ConsentBody, LedgerEntry } from '../../../../shared/domain/consent/ledger.ts'
import type { Marks, Range, Redaction } from '../../../../shared/domain/marks/marks.ts'
import { piecesOf } from '../../../../shared/domain/marks/redaction.ts'
import { plainWords } from '../../../../shared/domain/words/same-words.ts'
import type { Passage, Story } from '../../../../shared/domain/story.ts'
import { useOf } from '../../../../shared/domain/consent/uses.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import type { KeptExcerpt } from '../../store/excerpts.ts'
import { readLedger } from '../../store/ledger.ts'
import { redactionsThen } from '../../store/marks-then.ts'
import { readMarks } from '../../store/marks.ts'
import { disclosuresOf, type Disclosure } from '../../store/register.ts'
import { listRevisions, transcriptAt } from '../../store/revisions.ts'
import { readStory } from '../../store/stories.ts'

export interface ReadPassage {
  readonly passage: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly pieces: readonly Piece[]
}

export interface Held {
  readonly disclosure: Disclosure
  readonly story: Story
  readonly marks: Marks
  /** Null for none. */
  readonly name: string | null
  readonly passages: readonly ReadPassage[]
  /** Applied then. */
  readonly redactions: readonly Redaction[]
}

/** What can be read of a piece of text. */
export function readableText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'gap' ? ' … ' : piece.text)).join('')
}

/** @param redactions those that take something out for whoever reads it */
export function readPassage(passage: Passage, redactions: readonly Redaction[]): ReadPassage {
  const { id, text, language, direction } = passage
  const hidden = redactions.flatMap((redaction) =>
    redaction.ranges
      .filter((range) => range.passage === id)
      .flatMap((range) => placesOf(text, range).map((place) => ({ ...place, redaction }))),
  )
  return { passage: id, language, direction, pieces: piecesOf(text, hidden) }
}

/** Where a range lay in a text of its passage; nowhere where its words cannot be found in it: then they can be read. */
function placesOf(text: string, { start, end, quote }: Range): { start: number; end: number }[] {
  if (text.slice(start, end) === quote) return [{ start, end }]
  const at = quote === '' ? -1 : text.indexOf(quote)
  return at === -1 ? [] : [{ start: at, end: at + quote.length }]
}

function isConsent(entry: LedgerEntry): entry is LedgerEntry<ConsentBody> {
  return entry.body.kind === 'consent'
}

function nameThen({ use, consentEntries }: Disclosure, story: Story, ledger: readonly LedgerEntry[]): string | null {
  const forReach = nameFor(story.narrator, useOf(use).reach)
  const reliedOn = ledger.filter(isConsent).filter(({ id }) => consentEntries.includes(id))
  const names = new Set(reliedOn.map(({ body }) => body.conditions?.nameAs ?? forReach))
  const [name] = names
  return names.size === 1 && name != null && name.trim() !== '' ? name : null
}

function testimoniesOf(archive: ReadableArchive, testimony: string): string[] {
  return archive
    .all<{ id: string }>(
      'SELECT id FROM testimonies WHERE narrator = (SELECT narrator FROM testimonies WHERE id = ?) ORDER BY number',
      [testimony],
    )
    .map(({ id }) => id)
}

/** Everything of this narrator's that the recipient of an excerpt has been given, the oldest first; they are known by their name too. */
export function heldBy(archive: ReadableArchive, excerpt: KeptExcerpt): Held[] {
  const named = plainWords(excerpt.recipient.name)
  const held = testimoniesOf(archive, excerpt.testimony).flatMap((testimony): Held[] => {
    const theirs = disclosuresOf(archive, testimony).filter(
      ({ recipient, excerpt: given }) =>
        given !== excerpt.id && (recipient.id === excerpt.recipient.id || plainWords(recipient.name) === named),
    )
    if (theirs.length === 0) return []
    const story = readStory(archive, testimony, new Set())
    const marks = readMarks(archive, testimony)
    const ledger = readLedger(archive, testimony)
    const kept = new Set(listRevisions(archive, testimony).map(({ number }) => number))
    return theirs.map((disclosure) => {
      const { revision, passages, redactions: ids, at } = disclosure
      // NOTE: what she has had forgotten is not known any more: then as it is now.
      const then = kept.has(revision) ? transcriptAt(archive, testimony, revision, story) : story
      const redactions = redactionsThen(archive, testimony, ids, at, marks.redactions)
      const chosen = new Set(passages)
      return {
        disclosure,
        story,
        marks,
        name: nameThen(disclosure, story, ledger),
        passages: then.passages.filter(({ id }) => chosen.has(id)).map((one) => readPassage(one, redactions)),
        redactions,
      }
    })
  })
  return held.sort((a, b) => a.disclosure.sequence - b.disclosure.sequence)
}
