// A row of the register as the window sees it: what is closed, where, why and since when, and what has come of it.
import type { z } from 'zod'
import type { recallDetails, recallSpan } from '../../../../shared/contract/recall.ts'
import { heirsOf } from '../../../../shared/domain/consent-lineage.ts'
import type { ReplacementBody } from '../../../../shared/domain/ledger.ts'
import type { Session } from '../../session.ts'
import { letterWordsFor } from '../../exporters/recall-letter/letter-words.ts'
import type { ReplacementWords } from '../../exporters/replacement-page.ts'
import { whatCounts } from '../../store/ledger.ts'
import { liftedNow } from '../../store/recall-list.ts'
import { readStory } from '../../store/stories.ts'
import { historyOf } from '../consent.ts'
import type { ClosedPassage } from './closed.ts'
import type { Standing } from './state.ts'

const mostLetters = 60

function beginning(text: string): string {
  const letters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].slice(0, mostLetters)
  const short = letters
    .map(({ segment }) => segment)
    .join('')
    .trim()
  return short.length < text.trim().length ? `${short}…` : short
}

function spansOf(session: Session, testimony: string, closed: readonly ClosedPassage[]): z.infer<typeof recallSpan>[] {
  if (closed.length === 0) return []
  const story = readStory(session.database, testimony)
  const history = historyOf(session, testimony)
  const turns = new Map(story.turns.map((turn) => [turn.id, turn.speaker]))
  const roles = new Map(story.speakers.map((speaker) => [speaker.id, speaker.role]))
  const living = new Map(story.passages.map((passage) => [passage.id, passage]))
  return closed.map(({ given, because, since }) => {
    const now = heirsOf(given.passage, history).flatMap((id) => living.get(id) ?? [])[0]
    return {
      passage: given.passage,
      number: given.number,
      firstWords: because === 'sealed' ? '' : beginning(now?.text.slice(0, 400) ?? ''),
      language: now?.language ?? story.testimony.language,
      direction: now?.direction ?? 'ltr',
      hers: now !== undefined && roles.get(turns.get(now.turn) ?? '') === 'narrator',
      startMs: given.startMs,
      endMs: given.endMs,
      because,
      since,
    }
  })
}

function inStory(session: Session, testimony: string, passages: readonly string[]): string[] {
  const history = historyOf(session, testimony)
  const heirs = new Set(passages.flatMap((passage) => heirsOf(passage, history)))
  return [...heirs].filter((id) => history.living.has(id))
}

/** The last that she said of it; null while she has said nothing. */
export function chosenReplacement({ database }: Session, testimony: string): ReplacementWords | null {
  const body = whatCounts(database, testimony)
    .map((entry) => entry.body)
    .findLast((one): one is ReplacementBody => one.kind === 'replacement')
  return body === undefined ? null : { says: body.says, words: body.words, language: body.language }
}

export function shownSteps({ steps }: Standing) {
  return steps.map(({ recall: _recall, files, ...step }) => ({ ...step, files: [...files] }))
}

export function details(session: Session, standing: Standing): z.infer<typeof recallDetails> {
  const { disclosure, state, closed, ended } = standing
  const { id, excerpt, testimony, title, use, recipient, at, passages, folderName } = disclosure
  return {
    disclosure: id,
    reference: excerpt,
    testimony,
    title,
    use,
    recipient,
    at,
    passages: passages.length,
    inStory: inStory(session, testimony, passages),
    folderName,
    state,
    spans: spansOf(session, testimony, closed),
    ended: spansOf(session, testimony, ended),
    steps: shownSteps(standing),
    replacement: chosenReplacement(session, testimony),
    letterLanguage: letterWordsFor(recipient.language).language,
    lifted: liftedNow(session.database).has(id),
  }
}
