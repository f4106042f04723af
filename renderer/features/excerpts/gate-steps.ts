// The one next step for each reason at the gate, as a table: what is done, and what its button says.
import type { FramingPart } from '../../../shared/domain/gate/reasons.ts'
import type { BesideStory } from '../../app/navigation.tsx'
import type { WordId } from '../../words/index.ts'
import type { Reason } from './excerpt-shapes.ts'

export type FramingField = 'title' | 'introduction' | 'keywords' | 'recipient' | 'use'

export type Step =
  | { readonly kind: 'chooseAll' | 'unsigned' | 'review' | 'make' | 'show' }
  | { readonly kind: 'field'; readonly field: FramingField }
  /** To the caption of a passage; null for the first there is. */
  | { readonly kind: 'caption'; readonly passage: string | null }
  | { readonly kind: 'leaveOutAbout'; readonly words: string }
  | { readonly kind: 'card'; readonly passages: readonly string[] }
  /** To where the first of them is read by somebody else. */
  | { readonly kind: 'readings'; readonly passages: readonly string[] }
  /** To the passages; to the first of these, where it is about some. */
  | { readonly kind: 'choose'; readonly passages: readonly string[] }
  /** Chooses these too. */
  | { readonly kind: 'chooseAlso'; readonly passages: readonly string[] }
  /** To the story, and to what lies beside it there. */
  | { readonly kind: 'story'; readonly passage: string | null; readonly beside: BesideStory }

export interface NextStep {
  readonly step: Step
  readonly words: WordId
}

const partSteps: Readonly<Record<FramingPart, NextStep>> = {
  title: { step: { kind: 'field', field: 'title' }, words: 'excerpts.step.changeTitle' },
  introduction: { step: { kind: 'field', field: 'introduction' }, words: 'excerpts.step.changeIntroduction' },
  keyword: { step: { kind: 'field', field: 'keywords' }, words: 'excerpts.step.changeKeywords' },
  recipient: { step: { kind: 'field', field: 'recipient' }, words: 'excerpts.step.changeRecipient' },
  use: { step: { kind: 'field', field: 'use' }, words: 'excerpts.step.changeUse' },
  caption: { step: { kind: 'caption', passage: null }, words: 'excerpts.step.changeCaption' },
  about: { step: { kind: 'story', passage: null, beside: 'about' }, words: 'excerpts.step.changeAbout' },
  label: { step: { kind: 'story', passage: null, beside: 'labels' }, words: 'excerpts.step.labelChange' },
  nameAs: { step: { kind: 'card', passages: [] }, words: 'excerpts.step.card' },
}

/** To where in the framing something is to be changed. */
function inPart(where: { part: FramingPart; passage?: string | undefined }): NextStep {
  const next = partSteps[where.part]
  if (next.step.kind === 'caption') return { ...next, step: { kind: 'caption', passage: where.passage ?? null } }
  return next
}

/** `passages`: all that the same reason is about. */
export function nextStep(reason: Reason, passages: readonly string[]): NextStep {
  switch (reason.kind) {
    case 'nothingChosen':
      return { step: { kind: 'choose', passages }, words: 'excerpts.step.choose' }
    case 'titleMissing':
      return { step: { kind: 'field', field: 'title' }, words: 'excerpts.step.title' }
    case 'notAllowed':
      return reason.because === 'askEachTime'
        ? { step: { kind: 'show' }, words: 'excerpts.step.show' }
        : { step: { kind: 'card', passages }, words: 'excerpts.step.card' }
    case 'wholeOnly':
      return { step: { kind: 'chooseAll' }, words: 'excerpts.step.chooseAll' }
    case 'voiceNotAllowed':
      return { step: { kind: 'readings', passages }, words: 'excerpts.step.readings' }
    case 'tieBroken':
      return { step: { kind: 'chooseAlso', passages }, words: 'excerpts.step.tieBroken' }
    case 'alone':
    case 'sealed':
      return { step: { kind: 'choose', passages }, words: `excerpts.step.${reason.kind}` }
    case 'asTitle':
      return inPart({ part: reason.part, passage: reason.caption })
    case 'labelWithoutStance':
      return { step: { kind: 'story', passage: reason.passage, beside: 'labels' }, words: 'excerpts.step.stance' }
    case 'redactionUnresolved':
    case 'takenOutElsewhere':
      return { step: { kind: 'story', passage: reason.passage, beside: 'takenOut' }, words: 'excerpts.step.takeOut' }
    case 'soundTimeMissing':
      return { step: { kind: 'story', passage: reason.passage, beside: 'takenOut' }, words: 'excerpts.step.soundTime' }
    case 'signatureTells':
      return { step: { kind: 'unsigned' }, words: 'excerpts.step.unsigned' }
    case 'takenOutInFraming':
    case 'herName':
    case 'refusedWord':
      return inPart(reason)
    case 'unseenWordsAbout':
      return reason.seen === 'no'
        ? { step: { kind: 'story', passage: null, beside: 'about' }, words: 'excerpts.step.about.no' }
        : { step: { kind: 'leaveOutAbout', words: reason.wordsAbout }, words: 'excerpts.step.about.disagrees' }
    case 'belowHerLine':
      return { step: { kind: 'show' }, words: 'excerpts.step.mirror' }
    case 'notReviewed':
      return { step: { kind: 'review' }, words: 'excerpts.step.review' }
    case 'coolingOff':
      return { step: { kind: 'review' }, words: 'excerpts.step.cooling' }
    case 'keyForgotten':
      return { step: { kind: 'review' }, words: 'excerpts.step.keyForgotten' }
    case 'notPrepared':
      return { step: { kind: 'make' }, words: 'excerpts.step.prepare' }
    case 'notSignedOff':
      return { step: { kind: 'show' }, words: 'excerpts.step.show' }
    case 'changedSinceSignOff':
      return { step: { kind: 'show' }, words: 'excerpts.step.showAgain' }
    case 'refusedByHer':
      return { step: { kind: 'choose', passages }, words: 'excerpts.step.changeRefused' }
  }
}

/** While one of these stands, the files cannot be made at all. */
const beforeMaking: ReadonlySet<Reason['kind']> = new Set([
  'nothingChosen',
  'titleMissing',
  'soundTimeMissing',
  'redactionUnresolved',
])

export function canBeMade(reasons: readonly Reason[]): boolean {
  return !reasons.some(({ kind }) => beforeMaking.has(kind))
}

/** True when her yes to exactly this is all that is still wanting. */
export function onlyHerYesIsMissing(reasons: readonly Reason[]): boolean {
  return reasons.every(
    (reason) =>
      reason.kind === 'notSignedOff' ||
      reason.kind === 'changedSinceSignOff' ||
      reason.kind === 'belowHerLine' ||
      (reason.kind === 'notAllowed' && (reason.because === 'askEachTime' || reason.because === 'notYet')),
  )
}
