// One story to be: a transcript, a sound, or both, as it stands in the preview after what has been corrected.
import { Failure, type FailureCode } from '../../../../shared/contract/failure.ts'
import { countWords } from '../../../../shared/domain/words/count-words.ts'
import type { ImportedPassage, ImportedTurn } from '../../../../shared/domain/imported.ts'
import type { SpeakerRole } from '../../../../shared/domain/story.ts'
import { isKnownName, nameKey } from '../../importers/speaker-names.ts'
import { titleFromFileName } from '../../importers/file-names.ts'
import type { HandedFile } from './batch.ts'

export interface DraftSpeaker {
  readonly name: string
  readonly role: SpeakerRole
}

export interface Item {
  readonly id: string
  transcript: string | null
  sound: string | null
  title: string
  narratorName: string
  language: string
  speakers: DraftSpeaker[]
  turns: ImportedTurn[]
  keep: boolean
}

/** A letter such as Q or A, or a word such as "Narrator", is not how somebody is called. */
const notAName =
  /^(?:[\p{L}]{1,2}\.?|narr?\.?|resp\.?|inf\.?|int\.?|intv\.?|itv\.?|speaker\s*\d*|narrator|narradora?|interviewee|respondent|informante?|answer|respuesta)$/iu

export function itemOf(id: string, transcript: HandedFile | null, sound: HandedFile | null): Item {
  const imported = transcript?.transcript ?? null
  const narrator = imported?.speakers.find(({ role }) => role === 'narrator')?.name.trim() ?? ''
  return {
    id,
    transcript: transcript?.id ?? null,
    sound: sound?.id ?? null,
    title: imported?.title ?? titleFromFileName(sound?.name ?? transcript?.name ?? ''),
    narratorName: notAName.test(narrator) || isKnownName(nameKey(narrator)) ? '' : narrator,
    language: imported?.language ?? 'und',
    speakers: imported?.speakers.map(({ name, role }) => ({ name, role })) ?? [],
    turns: [...(imported?.turns ?? [])],
    keep: failureOf(transcript, sound) === null,
  }
}

/** Why nothing can be kept of it; null when something can. */
export function failureOf(transcript: HandedFile | null, sound: HandedFile | null): FailureCode | null {
  const failed = transcript?.failure ?? sound?.failure ?? null
  if (failed !== null) return failed
  return transcript?.transcript == null && sound?.sound == null ? 'nothingInside' : null
}

export function wordsOf(turn: ImportedTurn): number {
  return turn.passages.reduce((sum, { words }) => sum + words, 0)
}

interface Placed {
  readonly turn: number
  readonly speaker: number
  readonly passage: ImportedPassage
}

export type PassageChange =
  | { readonly kind: 'speaker'; readonly speaker: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'joinBefore' }
  | { readonly kind: 'leaveOut' }

function regrouped(placed: readonly Placed[]): ImportedTurn[] {
  const turns: { of: number; speaker: number; passages: ImportedPassage[] }[] = []
  for (const { turn, speaker, passage } of placed) {
    const last = turns.at(-1)
    if (last !== undefined && last.speaker === speaker && (last.of === turn || turn === -1 || last.of === -1))
      last.passages.push(passage)
    else turns.push({ of: turn, speaker, passages: [passage] })
  }
  return turns.map(({ speaker, passages }) => ({ speaker, passages }))
}

function joined(first: ImportedPassage, second: ImportedPassage): ImportedPassage {
  const between = /\s$/u.test(first.text) ? '' : ' '
  const shift = first.text.length + between.length
  return {
    words: first.words + second.words,
    text: first.text + between + second.text,
    startMs: first.startMs ?? second.startMs,
    endMs: second.endMs ?? first.endMs,
    wordTimes: [
      ...first.wordTimes,
      ...second.wordTimes.map((word) => ({ ...word, start: word.start + shift, end: word.end + shift })),
    ],
  }
}

/** Corrects one passage of the preview. Throws Failure notFound. */
export function correctPassage(item: Item, turn: number, passage: number, change: PassageChange): void {
  const placed: Placed[] = item.turns.flatMap((own, of) =>
    own.passages.map((one) => ({ turn: of, speaker: own.speaker, passage: one })),
  )
  const before = item.turns.slice(0, turn).reduce((sum, { passages }) => sum + passages.length, 0)
  const at = before + passage
  const one = placed[at]
  if (one === undefined || item.turns[turn]?.passages[passage] === undefined) throw new Failure('notFound')
  if (change.kind === 'leaveOut') {
    placed.splice(at, 1)
  } else if (change.kind === 'speaker') {
    if (item.speakers[change.speaker] === undefined) throw new Failure('notFound')
    placed[at] = { ...one, turn: -1, speaker: change.speaker }
  } else if (change.kind === 'text') {
    placed[at] = {
      ...one,
      passage: { ...one.passage, text: change.text, wordTimes: [], words: countWords(change.text) },
    }
  } else {
    const previous = placed[at - 1]
    if (previous === undefined) throw new Failure('notFound')
    placed.splice(at - 1, 2, { ...previous, passage: joined(previous.passage, one.passage) })
  }
  item.turns = regrouped(placed)
}
