// A row of the register as the window sees it: what is closed, where, why and since when, and what has come of it.
import type { z } from 'zod'
import type { givenSpan, recallDetails, recallSpan } from '../../../../shared/contract/recall.ts'
import { heirsOf } from '../../../../shared/domain/consent/lineage.ts'
import type { ReplacementBody } from '../../../../shared/domain/consent/ledger.ts'
import type { Session } from '../../session.ts'
import { letterWordsFor } from '../../exporters/recall-letter/letter-words.ts'
import type { ReplacementWords } from '../../exporters/replacement-page.ts'
import { erasedAt } from '../../store/erase/tombstones.ts'
import { whatCounts } from '../../store/ledger.ts'
import { readMarks } from '../../store/marks.ts'
import type { GivenPlace } from '../../store/prints.ts'
import { liftedNow } from '../../store/recall-list.ts'
import { readStory } from '../../store/stories.ts'
import { historyOf } from '../consent/index.ts'
import type { ClosedPassage } from './closed.ts'
import { liftsOf } from './listed.ts'
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

type Given = z.infer<typeof givenSpan>

/** How to show a passage that was given out, as it is in her story now. */
function showingOf(session: Session, testimony: string): (given: GivenPlace, isSealed: boolean) => Given {
  if (erasedAt(session.database, 'testimony', testimony) !== null)
    return ({ passage, number }) => ({
      passage,
      number,
      firstWords: '',
      language: 'und',
      direction: 'ltr',
      hers: true,
      speaker: '',
    })
  const story = readStory(session.database, testimony)
  const history = historyOf(session, testimony)
  const turns = new Map(story.turns.map((turn) => [turn.id, turn.speaker]))
  const speakers = new Map(story.speakers.map((speaker) => [speaker.id, speaker]))
  const living = new Map(story.passages.map((passage) => [passage.id, passage]))
  const sealed = new Set(readMarks(session.database, testimony).seals.map(({ passage }) => passage))
  return ({ passage, number }, isSealed) => {
    const now = heirsOf(passage, history).flatMap((id) => living.get(id) ?? [])[0]
    const speaker = speakers.get(turns.get(now?.turn ?? '') ?? '')
    return {
      passage: now?.id ?? passage,
      number,
      firstWords: isSealed || sealed.has(now?.id ?? '') ? '' : beginning(now?.text.slice(0, 400) ?? ''),
      language: now?.language ?? story.testimony.language,
      direction: now?.direction ?? 'ltr',
      hers: speaker?.role === 'narrator',
      speaker: speaker?.name ?? '',
    }
  }
}

function spansOf(
  closed: readonly ClosedPassage[],
  show: (given: GivenPlace, isSealed: boolean) => Given,
): z.infer<typeof recallSpan>[] {
  return closed.map(({ given, because, since }) => ({
    ...show(given, because === 'sealed'),
    startMs: given.startMs,
    endMs: given.endMs,
    because,
    since,
  }))
}

function inStory(session: Session, testimony: string, passages: readonly string[]): string[] {
  if (erasedAt(session.database, 'testimony', testimony) !== null) return []
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
  const { disclosure, state, closed, ended, passages: given } = standing
  const { id, excerpt, testimony, title, use, recipient, at, passages, folderName } = disclosure
  const show = showingOf(session, testimony)
  return {
    disclosure: id,
    reference: excerpt,
    testimony,
    title,
    use,
    recipient,
    at,
    passages: given.map((one) => show(one, false)),
    inStory: inStory(session, testimony, passages),
    folderName,
    state,
    spans: spansOf(closed, show),
    ended: spansOf(ended, show),
    steps: shownSteps(standing),
    replacement: chosenReplacement(session, testimony),
    letterLanguage: letterWordsFor(recipient.language).language,
    lifted: liftedNow(session.database).has(id),
    lifts: liftsOf(session, disclosure),
  }
}
