// The one maker of a RedactedExcerpt: what a reader of the use's reach would get, and nothing else of the story.
import { directionOf } from '../languages/direction.ts'
import type { EffectiveAnswer } from '../consent/effective-answer.ts'
import type { WordsAbout } from '../writing/beside.ts'
import type { Mirror } from '../mirror/mirror.ts'
import type { Clip, Excerpt, RedactedExcerpt, ShownAbout, ShownLabel, ShownPassage } from './excerpt.ts'
import type { Label, Marks, Range } from '../marks/marks.ts'
import { nameFor } from '../names/names.ts'
import { hiddenFrom, isAllHidden, isWhollyHidden, piecesOf, sealedPieces } from '../marks/redaction.ts'
import { isShown } from '../marks/shown-label.ts'
import { readingOf, type Reading } from '../sound/readings.ts'
import { plainSound } from '../sound/sound-as.ts'
import { merged, silencesFor, type Stretch } from '../sound/silences.ts'
import type { Passage, Story } from '../story.ts'
import { useOf } from '../consent/uses.ts'

function shown({ words, language, meaning, assertedBy, stance, colour }: Label): ShownLabel {
  return { words, language, meaning, assertedBy, stance: stance === 'none' ? 'mine' : stance, colour }
}

/** What is written under a passage. NOTE: nobody is named where the whole is not signed. */
function captionOf({ framing }: Excerpt, id: string): ShownPassage['caption'] {
  const caption = framing.captions.find(({ passage }) => passage === id)
  if (caption === undefined || caption.text.trim() === '') return null
  return { text: caption.text, author: framing.author === '' ? '' : caption.author }
}

function shownAbout({ kind, language, text, author }: WordsAbout): ShownAbout {
  return { kind, language, text, author }
}

/** Sound of a passage that others' passages also lie in is silent there: what does not give its own sound does not come along. */
function othersInside(story: Story, passage: Passage, sounding: ReadonlySet<string>): Stretch[] {
  const { startMs, endMs } = passage
  if (startMs === null || endMs === null) return []
  return story.passages.flatMap((other) =>
    !sounding.has(other.id) &&
    other.recording === passage.recording &&
    other.startMs !== null &&
    other.startMs < endMs &&
    (other.endMs ?? endMs) > startMs
      ? [{ startMs: Math.max(startMs, other.startMs), endMs: Math.min(endMs, other.endMs ?? endMs) }]
      : [],
  )
}

function clipOf(passage: Passage, silent: readonly Stretch[]): Clip | null {
  const { recording, startMs, endMs } = passage
  if (recording === null || startMs === null || endMs === null || endMs <= startMs) return null
  const silences = merged(silent)
    .filter((stretch) => stretch.startMs < endMs && stretch.endMs > startMs)
    .map((stretch) => ({ startMs: Math.max(stretch.startMs, startMs), endMs: Math.min(stretch.endMs, endMs) }))
  return { recording, startMs, endMs, silences }
}

/** All of it: what is not to be heard was not read. */
function clipOfReading({ id, durationMs }: Reading): Clip {
  return { recording: id, startMs: 0, endMs: durationMs, silences: [] }
}

/** Her name as she wants it for this excerpt: the one that all answers come to, by themselves or by the reach; else none. */
function narratorName(
  { narrator }: Story,
  excerpt: Excerpt,
  answers: readonly (EffectiveAnswer | undefined)[],
): string | null {
  const { reach } = useOf(excerpt.use)
  const forReach = nameFor(narrator, reach)
  const unnamed = narrator.existence === 'countedOnly' || narrator.existence === 'notCounted'
  if (unnamed && reach !== 'archive') return null
  const names = new Set(answers.map((answer) => answer?.conditions?.nameAs ?? forReach))
  const [name] = names
  return names.size !== 1 || name == null || name.trim() === '' ? null : name
}

/** What lies beside a story and goes along with an excerpt. */
export interface ShownBeside {
  readonly wordsAbout: readonly WordsAbout[]
  /** Made from her name as it goes along; null where readers are not to see it. */
  readonly mirror: ((nameAs: string | null) => Mirror) | null
  /** Readings of her words by somebody else, the newest first. */
  readonly readings?: readonly Reading[] | undefined
}

/**
 * @param answers the effective answer for each passage chosen; its conditions say her name and whether her voice may be heard
 * @param beside words about her, of which those go along that are asked for and that she has seen, and what readers see
 *   of the mirror
 * @returns passages in the order of the telling, numbered from 1, with clips in the same order
 */
export function redactExcerpt(
  excerpt: Excerpt,
  story: Story,
  marks: Marks,
  answers: ReadonlyMap<string, EffectiveAnswer>,
  { wordsAbout, mirror, readings = [] }: ShownBeside = { wordsAbout: [], mirror: null },
): RedactedExcerpt {
  const { reach } = useOf(excerpt.use)
  const { language } = story.testimony
  const { title, introduction, keywords, author } = excerpt.framing
  const chosen = new Set(excerpt.passages)
  const hidden = hiddenFrom(marks, reach)
  const sealed = new Set(marks.seals.map(({ passage }) => passage))
  const { byRecording } = silencesFor(story, marks, reach)
  const turns = new Map(story.turns.map((turn) => [turn.id, turn.speaker]))
  const roles = new Map(story.speakers.map((speaker) => [speaker.id, speaker.role]))
  const passages: ShownPassage[] = []
  const sound: Clip[] = []
  const ownVoice = (id: string) => (answers.get(id)?.conditions?.voice ?? 'own') === 'own'
  const sounding = new Set([...chosen].filter(ownVoice))
  const byOthers = new Set([...chosen].filter((id) => answers.get(id)?.conditions?.voice === 'other'))
  let leftOut = false
  for (const passage of story.passages) {
    if (!chosen.has(passage.id)) {
      leftOut = true
      continue
    }
    const pieces = sealed.has(passage.id) ? sealedPieces : piecesOf(passage.text, hidden.get(passage.id) ?? [])
    const whollyHidden = isWhollyHidden(pieces)
    const silent = [...(byRecording.get(passage.recording ?? '') ?? []), ...othersInside(story, passage, sounding)]
    const own = excerpt.withSound && sounding.has(passage.id) && !whollyHidden ? clipOf(passage, silent) : null
    const read = excerpt.withSound && byOthers.has(passage.id) ? readingOf(readings, passage.id, pieces) : undefined
    const clip = own ?? (read === undefined ? null : clipOfReading(read))
    const reads = (range: Range) =>
      range.passage === passage.id && !range.unresolved && !isAllHidden(range, hidden.get(passage.id) ?? [])
    const labels = whollyHidden ? [] : marks.labels.filter((label) => isShown(label) && label.ranges.some(reads))
    passages.push({
      number: passages.length + 1,
      role: roles.get(turns.get(passage.turn) ?? '') ?? 'other',
      language: whollyHidden ? language : passage.language,
      direction: whollyHidden ? directionOf(language) : passage.direction,
      pieces,
      labels: labels.map(shown),
      gapBefore: leftOut && passages.length > 0,
      caption: captionOf(excerpt, passage.id),
      clip: clip === null ? null : sound.push(clip) - 1,
      readBy: read?.voice ?? null,
    })
    leftOut = false
  }
  const nameAs = narratorName(
    story,
    excerpt,
    excerpt.passages.map((passage) => answers.get(passage)),
  )
  const content: Omit<RedactedExcerpt, symbol> = {
    use: excerpt.use,
    ownUse: excerpt.ownUse ?? null,
    reach,
    recipient: excerpt.recipient,
    framing: { title, introduction, keywords, author },
    about: wordsAbout.filter(({ id, seen }) => seen === 'yes' && excerpt.framing.about.includes(id)).map(shownAbout),
    mirror: mirror?.(nameAs) ?? null,
    narratorName: nameAs,
    language,
    passages,
    sound,
    soundAs: excerpt.soundAs ?? plainSound,
  }
  return content as RedactedExcerpt
}
