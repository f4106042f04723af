// All that she can do to a passage, each as one call with its way back.
import { useRef } from 'react'
import { Failure } from '../../../shared/contract/failure.ts'
import type { LongerName } from '../../../shared/domain/names/longer-names.ts'
import type { Label, Redaction, Stance, Tie, TieKind } from '../../../shared/domain/marks/marks.ts'
import type { Span } from '../../../shared/domain/marks/ranges.ts'
import type { Passage } from '../../../shared/domain/story.ts'
import { useArchive } from '../../app/archive.tsx'
import { useWords } from '../../words/say.tsx'
import type { Stretch } from './choosing-words.ts'
import type { Look, Progress, ReadStory, ShownSuggestion } from './her-shapes.ts'
import type { HerLabel } from './LabelIt.tsx'
import type { TakenFrom } from './reach-choices.ts'
import { sealWithSound, type OpenedSound } from './sealed-sound.ts'
import type { TakenOutWords } from './TakeOut.tsx'
import { changeBack, changeOfWords } from './text-change.ts'
import type { Step } from './use-steps.ts'

interface Work {
  readonly read: ReadStory
  readonly progress: Progress
  readonly did: (step: Step) => void
  /** Asks for everything again, and waits for nothing. */
  readonly again: () => void
  /** Where words are in the sound: milliseconds from its start. */
  readonly timesOf: (passage: Passage, start: number, end: number) => Pick<Span, 'startMs' | 'endMs'>
}

export function useHerWork({ read, progress, did, again, timesOf }: Work) {
  const say = useWords()
  const archive = useArchive()
  const { story, marks } = read
  const testimony = story.testimony.id
  const latest = useRef(read)
  latest.current = read
  /** NOTE: a change that follows at once must build on the one before, which the story read here may not show yet. */
  const kept = useRef(0)
  /** NOTE: the same button may be pressed again before the story is read anew. */
  const saidElse = useRef(new Set<string>())
  const base = (): number => Math.max(kept.current, latest.current.story.testimony.revision)

  const undoMark = async (): Promise<void> => {
    await archive.marks.undo({ testimony })
    again()
  }
  const spansOf = (passage: Passage, stretches: readonly Stretch[]): Span[] =>
    stretches.map(({ start, end }) => ({ passage: passage.id, start, end, ...timesOf(passage, start, end) }))

  const putBackWords = async (passage: Passage, then: ReadStory['marks']): Promise<void> => {
    const now = await archive.story.read({ testimony })
    const here = now.story.passages.find(({ id }) => id === passage.id)
    if (here === undefined) throw new Failure('notFound')
    const { revision } = await archive.writing.keep({
      testimony,
      base: now.story.testimony.revision,
      change: changeBack(here, passage, now.marks, then),
    })
    kept.current = revision
    again()
  }

  const isSealed = (passage: Passage, canUnseal: boolean): void => {
    again()
    const unseal = async (): Promise<void> => {
      await archive.herSession.unseal({ testimony, passages: [passage.id] })
      again()
    }
    did({ said: say('her.did.sealed'), passage: passage.id, undo: canUnseal ? unseal : null })
  }

  return {
    async look(passage: Passage, look: Look, on: boolean): Promise<void> {
      const was = progress.looks.some((one) => one.passage === passage.id && one.look === look)
      await archive.herSession.look({ testimony, passage: passage.id, look, on })
      again()
      if (look === 'heard' || was === on) return
      did({
        said: say(on ? `her.did.${look}` : `her.did.not.${look}`),
        passage: passage.id,
        undo: async () => {
          await archive.herSession.look({ testimony, passage: passage.id, look, on: !on })
          again()
        },
      })
    },

    async changeWords(passage: Passage, text: string): Promise<void> {
      const { revision } = await archive.writing.keep({
        testimony,
        base: base(),
        change: changeOfWords(passage, text, marks),
      })
      kept.current = revision
      again()
      did({ said: say('her.did.changed'), passage: passage.id, undo: () => putBackWords(passage, marks) })
    },

    async takeOut(places: readonly Pick<Span, 'passage' | 'start' | 'end'>[], words: TakenOutWords): Promise<void> {
      const spans = places.flatMap((place) => {
        const passage = story.passages.find(({ id }) => id === place.passage)
        return passage === undefined ? [] : spansOf(passage, [place])
      })
      const [first] = spans
      if (first === undefined) throw new Failure('rangeOutside')
      await archive.marks.takeOut({ testimony, spans, ...words })
      again()
      did({ said: say(`her.did.takenOut.${words.reach}`), passage: first.passage, undo: undoMark })
    },

    async notForEveryone(passage: Passage, reach: TakenFrom): Promise<void> {
      await archive.marks.takeOut({
        testimony,
        spans: spansOf(passage, [{ start: 0, end: passage.text.length }]),
        thing: 'passage',
        reach,
        way: 'removed',
        replacement: '',
        why: '',
      })
      again()
      did({ said: say(`her.did.takenOut.${reach}`), passage: passage.id, undo: undoMark })
    },

    async putBack(passage: Passage, redaction: Redaction): Promise<void> {
      await archive.marks.putBack({ testimony, redaction: redaction.id })
      again()
      did({ said: say('her.did.putBack'), passage: passage.id, undo: undoMark })
    },

    async longerName(passage: Passage, { words, other, said }: LongerName): Promise<void> {
      const before = new Set([...latest.current.marks.notTheSame.map(({ id }) => id), ...saidElse.current])
      if (said === null) {
        const { marks: now } = await archive.marks.notTheSame({ testimony, words, other })
        const made = now.notTheSame.filter(({ id }) => !before.has(id))
        again()
        // What was said already is no step of its own, and has none to go back.
        if (made.length === 0) return
        for (const { id } of made) saidElse.current.add(id)
      } else {
        await archive.marks.theSameAfterAll({ testimony, notTheSame: said.id })
        again()
      }
      did({
        said: say(said === null ? 'her.did.somebodyElse' : 'her.did.sameAfterAll', { other }),
        passage: passage.id,
        undo: undoMark,
      })
    },

    async label(passage: Passage, stretches: readonly Stretch[], label: HerLabel): Promise<void> {
      await archive.marks.label({
        testimony,
        spans: spansOf(passage, stretches).map((span) => ({ ...span, startMs: null, endMs: null })),
        ...label,
        assertedBy: 'narrator',
        stance: 'mine',
      })
      again()
      did({ said: say('her.did.labelled', { words: label.words }), passage: passage.id, undo: undoMark })
    },

    async removeLabel(passage: Passage, label: Label): Promise<void> {
      await archive.marks.removeLabel({ testimony, label: label.id })
      again()
      did({ said: say('her.did.unlabelled', { words: label.words }), passage: passage.id, undo: undoMark })
    },

    async stance(passage: Passage, label: Label, stance: Exclude<Stance, 'none'>): Promise<void> {
      const { words, language, meaning, assertedBy, colour } = label
      await archive.marks.changeLabel({
        testimony,
        label: label.id,
        words,
        language,
        meaning,
        assertedBy,
        colour,
        stance,
      })
      again()
      did({
        said: say('her.did.stance', { words, stance: say(`uses.stance.${stance}`) }),
        passage: passage.id,
        undo: undoMark,
      })
    },

    async tie(passage: Passage, passages: readonly string[], kind: TieKind, reason: string): Promise<void> {
      await archive.marks.tie({ testimony, passages: [...passages], kind, reason })
      again()
      did({ said: say(`her.did.tied.${kind}`), passage: passage.id, undo: undoMark })
    },

    async untie(passage: Passage, tie: Tie): Promise<void> {
      await archive.marks.untie({ testimony, tie: tie.id })
      again()
      did({ said: say('her.did.untied'), passage: passage.id, undo: undoMark })
    },

    async seal(passage: Passage, canUnseal: boolean): Promise<void> {
      await archive.herSession.seal({ testimony, passages: [passage.id] })
      isSealed(passage, canUnseal)
    },

    /** Its words, and its sound where that could be. */
    isSealed,

    /** Its sound, where its words were sealed before: the way back from that is to open all of it. */
    soundSealed(passage: Passage): void {
      again()
      did({ said: say('her.did.soundSealed'), passage: passage.id, undo: null })
    },

    async unseal(passage: Passage, sound: OpenedSound, signal: AbortSignal): Promise<void> {
      const was = await archive.herSession.sealedSound({ testimony, passage: passage.id })
      await archive.herSession.unseal({ testimony, passages: [passage.id], sound }, signal)
      again()
      const sealAgain = async (): Promise<void> => {
        // What was closed was written as plain samples then: this window has nothing to decode.
        const of = { testimony, passage: passage.id }
        if (was.sound === 'sealed' && sound !== 'stays')
          await sealWithSound(archive, of, [], () => {}, new AbortController().signal)
        else await archive.herSession.seal({ testimony, passages: [passage.id] })
        again()
      }
      const isWordsAlone = was.sound === 'sealed' && sound === 'stays'
      did({
        said: say(isWordsAlone ? 'her.did.wordsUnsealed' : 'her.did.unsealed'),
        passage: passage.id,
        undo: sealAgain,
      })
    },

    /** Of a passage whose words are open already. */
    async openSound(passage: Passage, sound: OpenedSound, signal: AbortSignal): Promise<void> {
      await archive.herSession.unseal({ testimony, passages: [passage.id], sound }, signal)
      again()
      did({ said: say('her.did.soundOpened'), passage: passage.id, undo: null })
    },

    /** What she said about a passage whose words are open already. */
    async openSpoken(passage: Passage): Promise<void> {
      await archive.herSession.unseal({ testimony, passages: [passage.id] })
      again()
      did({ said: say('her.did.spokenOpened'), passage: passage.id, undo: null })
    },

    async answerSuggestion(
      passage: Passage,
      suggestion: ShownSuggestion,
      answer: 'accept' | 'keepMine',
    ): Promise<void> {
      await archive.writing.answerSuggestion({ testimony, suggestion: suggestion.id, answer })
      again()
      const bringBack = async (): Promise<void> => {
        await archive.writing.bringBackSuggestion({ testimony, suggestion: suggestion.id })
        again()
      }
      did({
        said: say(`her.did.suggestion.${answer}`),
        passage: passage.id,
        undo: answer === 'accept' ? () => putBackWords(passage, marks) : bringBack,
      })
    },

    async throwAway(answer: string): Promise<void> {
      await archive.herSession.dropAnswer({ testimony, answer })
      again()
    },
  }
}

export type HerWork = ReturnType<typeof useHerWork>
