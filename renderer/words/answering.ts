// The words that she answers with: they belong to the language of the cards, which may be none that the window speaks.
import { directionOf } from '../../shared/domain/languages/direction.ts'
import { primaryLanguage } from '../../shared/domain/languages/primary-language.ts'
import { languageCodes, languages, type LanguageCode, type WordId } from './index.ts'
import { makeSay, sayIn, type Say } from './make-say.ts'

/** Every word between a card and what is kept of her answer to it. */
export const answeringIds = [
  'talk.answer',
  'talk.answer.missing',
  'consent.answer.yes',
  'consent.answer.no',
  'consent.answer.notYet',
  'consent.answer.askEachTime',
  'uses.answer.yes',
  'uses.answer.no',
  'uses.answer.notYet',
  'uses.answer.askEachTime',
  'uses.answer.withdrawn',
  'talk.yours',
  'talk.notYet',
  'talk.go',
  'talk.stepBack',
  'talk.limits',
  'talk.limits.ask',
  'talk.limits.says',
  'talk.limits.named',
  'talk.scope',
  'talk.scope.testimony',
  'talk.scope.section',
  'talk.scope.passages',
  'talk.scope.which',
  'talk.scope.choose',
  'talk.scope.missing',
  'talk.scope.only',
  'talk.reviewAt',
  'talk.reviewAt.says',
  'talk.reviewAt.no',
  'talk.reviewAt.yes',
  'talk.reviewAt.missing',
  'talk.reviewAt.past',
  'her.conditions',
  'her.conditions.nameAs',
  'her.conditions.nameAs.note',
  'her.conditions.voice',
  'her.conditions.voice.own',
  'her.conditions.voice.other',
  'her.conditions.voice.text',
  'her.conditions.event',
  'her.conditions.event.note',
  'her.card.recipients.needed',
  'her.card.nobodyNamed',
  'her.card.nameUnfinished',
  'consent.recipients',
  'consent.recipients.hint',
  'consent.until',
  'consent.until.none',
  'consent.until.some',
  'consent.until.day',
  'consent.until.month',
  'consent.until.year',
  'consent.until.choose',
  'consent.until.missing',
  'consent.until.past',
  'consent.until.noSuchDay',
  'consent.event',
  'consent.event.none',
  'consent.event.some',
  'consent.event.missing',
  'consent.times',
  'consent.times.none',
  'consent.times.some',
  'consent.times.count',
  'consent.times.missing',
  'consent.noCutting',
  'talk.own',
  'talk.own.says',
  'talk.own.way',
  'talk.own.written',
  'talk.own.spoken',
  'talk.own.none',
  'talk.own.words',
  'talk.own.noneSays',
  'talk.own.missing',
  'talk.own.missing.written',
  'talk.own.missing.spoken',
  'talk.own.spokenSays',
  'talk.keep.title',
  'talk.keep.says',
  'talk.keep',
  'talk.kept',
  'talk.kept.later',
  'talk.said.yes',
  'talk.said.no',
  'talk.said.notYet',
  'talk.said.askEachTime',
  'talk.said.withdrawn',
  'talk.said.testimony',
  'talk.said.section',
  'talk.said.passages',
  'talk.said.anybody',
  'talk.said.only',
  'talk.said.unnamed',
  'talk.said.nobody',
  'talk.said.voice.own',
  'talk.said.voice.other',
  'talk.said.voice.text',
  'talk.said.nameAs',
  'talk.said.until',
  'talk.said.event',
  'talk.said.times',
  'talk.said.noEnd',
  'talk.said.noCutting',
  'talk.said.reviewAt',
  'talk.said.inOwnWords',
  'talk.said.aloud',
  'talk.said.notSaidBack',
  'talk.said.known',
  'talk.said.knownSo',
  'talk.evidence.signedPaper',
  'talk.evidence.spokenClip',
  'talk.evidence.interpreter',
  'talk.evidence.witness',
  'talk.evidence.inPerson',
  'talk.said.clip',
  'talk.said.files',
] as const satisfies readonly WordId[]

export interface AnsweringWords {
  /** BCP 47. */
  readonly language: string
  /** By the ids above; what is not there is said in the language of the window. */
  readonly words: Readonly<Record<string, string>>
  /** False while nobody who speaks the language has checked them. */
  readonly checked: boolean
}

/** The window's own languages have all their words. */
function ownLanguage(tag: string, here: LanguageCode): LanguageCode | null {
  const base = primaryLanguage(tag)
  return languages[here].locale === base ? here : (languageCodes.find((code) => code === base) ?? null)
}

/** `say` for whoever answers in the language `tag`: its words where there are any, else those of the window. */
export function sayToAnswer(say: Say, tag: string, given: AnsweringWords | null): Say {
  const own = ownLanguage(tag, say.code)
  if (own !== null) return own === say.code ? say : makeSay(own)
  if (given === null) return say
  const known = new Set<string>(answeringIds)
  const words = Object.entries(given.words).filter(([id, text]) => known.has(id) && text.trim() !== '')
  if (words.length === 0) return say
  const { language } = given
  // NOTE: the digits are those of the fields and lists around, whatever the language writes elsewhere.
  const numberLocale = new Intl.Locale(language, { numberingSystem: 'latn' }).toString()
  return sayIn({
    words: { ...languages[say.code].words(), ...Object.fromEntries(words) },
    locale: language,
    dateLocale: numberLocale,
    numberLocale,
    direction: directionOf(language),
    code: say.code,
  })
}

/** Whether some of what she answers with has to be said in the language of the window instead. */
export function isShortOfWords(say: Say, tag: string, given: AnsweringWords | null): boolean {
  if (ownLanguage(tag, say.code) !== null) return false
  return answeringIds.some((id) => (given?.words[id] ?? '').trim() === '')
}
