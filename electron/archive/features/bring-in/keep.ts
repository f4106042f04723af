// Keeping what was looked at: each story whole or not at all, several in one transaction, a line for each.
import type { z } from 'zod'
import { Failure, type FailureCode } from '../../../../shared/contract/failure.ts'
import type { keptLine } from '../../../../shared/contract/bring-in.ts'
import { directionOf } from '../../../../shared/domain/languages/direction.ts'
import { existenceBeforeShe } from '../../../../shared/domain/given-out/existence.ts'
import { guessLanguage } from '../../../../shared/domain/languages/language-guess.ts'
import { scriptOf } from '../../../../shared/domain/languages/script-sharers.ts'
import type { Passage, Recording, Speaker, Turn } from '../../../../shared/domain/story.ts'
import { keptType } from '../../importers/sound/heard.ts'
import type { Session } from '../../session.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import { insertMedia } from '../../store/media-rows.ts'
import { insertStories, mostPassages, type CountedStory, type NewStory } from '../../store/stories.ts'
import type { Batch, HandedFile } from './batch.ts'
import { recallOf } from './called-back.ts'
import { unhurried } from '../../unhurried.ts'
import { failureOf, type Item } from './item.ts'

type Line = z.input<typeof keptLine>

/**
 * Stories share a transaction, and with it one wait for the disk, up to so many characters: less than a second of work,
 * which is how long somebody waits who presses Cancel.
 */
const mostTogether = 16 * 1024 * 1024

const otherScripts = /[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20cf]/u

function recordingOf(session: Session, sound: HandedFile | null): Recording | null {
  if (sound?.sound == null) return null
  const { media, format, durationMs, channels, sampleRate } = sound.sound
  return { id: session.newId(), media: media.name, sitting: 1, format, durationMs, channels, sampleRate }
}

/** Times that lie in the sound; a passage that begins after its end has none. Of a sound without a length, none lie in it. */
function timesIn(
  recording: Recording | null,
  startMs: number | null,
  endMs: number | null,
  nextStartMs: number | null,
) {
  if (startMs === null) return { recording: null, startMs: null, endMs: null }
  const end = endMs ?? nextStartMs ?? recording?.durationMs ?? null
  if (recording === null || recording.durationMs === 0) return { recording: null, startMs, endMs: endMs ?? nextStartMs }
  const within = end === null ? recording.durationMs : Math.min(end, recording.durationMs)
  return startMs < within
    ? { recording: recording.id, startMs, endMs: within }
    : { recording: null, startMs: null, endMs: null }
}

/**
 * A passage in the story's own script is in the story's language, which somebody has looked at; a few words are too little
 * to tell Persian from Arabic, or Japanese from Chinese. In another script it is guessed by itself.
 */
function passageLanguage(text: string, item: Item): { language: string; direction: 'ltr' | 'rtl' } {
  const own = { language: item.language, direction: directionOf(item.language) }
  const script = scriptOf(item.language)
  if (!otherScripts.test(text) && (script === 'Latn' || script === '')) return own
  const guess = guessLanguage(text)
  if (guess.language === 'und') return guess.direction === own.direction ? own : guess
  return scriptOf(guess.language) === script ? own : guess
}

/** The story as it is to be kept, with ids. Throws Failure fileTooLarge. */
export function storyOf(
  session: Session,
  item: Item,
  transcript: HandedFile | null,
  sound: HandedFile | null,
): NewStory {
  const recording = recordingOf(session, sound)
  const narrator = session.newId()
  const speakers: Speaker[] = item.speakers.map((speaker) => ({ id: session.newId(), ...speaker }))
  const turns: Turn[] = []
  const passages: Passage[] = []
  const starts = item.turns.flatMap((turn) => turn.passages.map(({ startMs }) => startMs))
  for (const turn of item.turns) {
    const id = session.newSmallId()
    turns.push({ id, speaker: speakers[turn.speaker]?.id ?? '' })
    for (const { text, startMs, endMs, wordTimes } of turn.passages) {
      const at = passages.length
      const next =
        startMs === null || endMs !== null
          ? null
          : (starts.find((start, place) => place > at && start !== null) ?? null)
      const times = timesIn(recording, startMs, endMs, next)
      passages.push({
        id: session.newSmallId(),
        turn: id,
        text,
        ...passageLanguage(text, item),
        ...times,
        wordTimes: times.recording === null ? [] : wordTimes,
      })
    }
  }
  if (passages.length > mostPassages) throw new Failure('fileTooLarge')
  return {
    testimony: {
      id: session.newId(),
      narrator,
      title: item.title.trim(),
      titleBy: 'archivist',
      language: item.language,
      createdAt: session.moment(),
    },
    narrator: {
      id: narrator,
      name: item.narratorName.trim(),
      names: {},
      existence: existenceBeforeShe,
      refusedWords: [],
    },
    speakers,
    turns,
    passages,
    recordings: recording === null ? [] : [recording],
    sourceSha256: transcript?.sha256 ?? sound?.sha256 ?? null,
    author: session.actor.name,
  }
}

interface Ready extends CountedStory {
  readonly item: Item
  readonly name: string
  readonly sound: HandedFile | null
}

function insertSound(archive: WritableArchive, { story, sound }: Ready): void {
  if (sound?.sound == null) return
  const { media, format, codec, notices } = sound.sound
  const hasPicture = sound.says.some(({ kind }) => kind === 'picture')
  insertMedia(
    archive,
    { ...media, kind: 'recording', type: keptType(format, codec, hasPicture, notices.includes('soundCutShort')) },
    story.testimony.createdAt,
  )
}

/** What cannot be kept together is kept one by one, so that one bad story does not take others with it. */
function keepTogether(session: Session, ready: readonly Ready[]): Map<string, FailureCode | null> {
  const failures = new Map<string, FailureCode | null>()
  try {
    session.save(['shelf'], (archive) => {
      for (const one of ready) insertSound(archive, one)
      insertStories(archive, ready)
    })
    for (const { item } of ready) failures.set(item.id, null)
  } catch (error) {
    if (ready.length === 1) {
      for (const { item } of ready) failures.set(item.id, error instanceof Failure ? error.code : 'broken')
      return failures
    }
    for (const one of ready) for (const [id, failure] of keepTogether(session, [one])) failures.set(id, failure)
  }
  return failures
}

function* groupsOf(items: readonly Item[]): Generator<Item[]> {
  let group: Item[] = []
  let characters = 0
  for (const item of items) {
    group.push(item)
    for (const { passages } of item.turns) for (const { text } of passages) characters += text.length
    if (characters < mostTogether) continue
    yield group
    group = []
    characters = 0
  }
  if (group.length > 0) yield group
}

/** Keeps the chosen items; gives a line for each, in order, after it is on the disk. `kept` is told of files that stay. */
export async function* keepBatch(
  session: Session,
  batch: Batch,
  signal: AbortSignal,
  kept: (file: string) => void,
): AsyncGenerator<Line> {
  const items = [...batch.items.values()]
  let done = 0
  const line = (
    item: Item,
    name: string,
    result: Line['result'],
    failure: FailureCode | null,
    testimony: string | null,
    notices: readonly string[] = [],
  ): Line => ({
    item: item.id,
    name,
    result,
    failure,
    testimony,
    notices: [...notices],
    done: (done += 1),
    total: items.length,
  })
  for (const together of groupsOf(items)) {
    if (signal.aborted) return
    const ready: Ready[] = []
    const lines: (() => Line)[] = []
    let failures = new Map<string, FailureCode | null>()
    for (const item of together) {
      const transcript = batch.file(item.transcript)
      const sound = batch.file(item.sound)
      const name = transcript?.name ?? sound?.name ?? ''
      // NOTE: not left on a cancel, since that would give up what was made ready before it.
      const recalled = await unhurried(recallOf(session, batch, item), new AbortController().signal)
      const failure = failureOf(transcript, sound) ?? (recalled === null ? null : 'calledBack')
      if (failure !== null || !item.keep) {
        lines.push(() => line(item, name, failure === null ? 'leftOut' : 'failed', failure, null))
        continue
      }
      try {
        const story = storyOf(session, item, transcript, sound)
        const words = item.turns.flatMap(({ passages }) => passages.map((passage) => passage.words))
        ready.push({ item, name, story, words, sound })
        lines.push(() => {
          const why = failures.get(item.id) ?? null
          if (why !== null) return line(item, name, 'failed', why, null)
          for (const file of [item.transcript, item.sound]) if (file !== null) kept(file)
          batch.items.delete(item.id)
          return line(item, name, 'kept', null, story.testimony.id, sound?.sound?.notices)
        })
      } catch (error) {
        const code = error instanceof Failure ? error.code : 'broken'
        lines.push(() => line(item, name, 'failed', code, null))
      }
    }
    if (ready.length > 0) failures = keepTogether(session, ready)
    // NOTE: every line is made before the first is given: what is on the disk must leave the batch even when nobody listens on.
    yield* lines.map((made) => made())
    await new Promise((resolve) => setImmediate(resolve)) // lets a cancel and other calls in
  }
}
