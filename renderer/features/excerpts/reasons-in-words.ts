// The gate's reasons as plain sentences. The same reason for several passages is one sentence, naming them.
import type { Say } from '../../words/say.tsx'
import type { Reason } from './excerpt-shapes.ts'
import { canBeMade, nextStep, type NextStep } from './gate-steps.ts'

export interface ReasonInWords {
  readonly key: string
  readonly words: string
  /** Ids of the passages it is about, in order. */
  readonly passages: readonly string[]
  /** Null where nothing can be done about it before something else. */
  readonly next: NextStep | null
  /** Longer words in which `words` are found, and of which it may be said that they are somebody else. */
  readonly longer: readonly { readonly words: string; readonly other: string }[]
}

export interface About {
  /** As she is asked about it. */
  readonly useName: string
  readonly recipientName: string
  /** The first words of words about her, by their id. */
  readonly aboutInWords?: ((id: string) => string) | undefined
}

function sentence(
  say: Say,
  reason: Reason,
  { useName, recipientName, aboutInWords = () => '…' }: About,
  all: readonly Reason[],
): string {
  switch (reason.kind) {
    case 'notAllowed':
      return say(`excerpts.reason.notAllowed.${reason.because}`, {
        use: useName,
        recipient: recipientName,
      })
    case 'labelWithoutStance':
      return say('excerpts.reason.labelWithoutStance', { label: reason.words })
    case 'takenOutElsewhere':
      return say('excerpts.reason.takenOutElsewhere', { words: reason.words })
    case 'takenOutInFraming':
      return say(`excerpts.reason.takenOutInFraming.${reason.part}`, { words: reason.words })
    case 'signatureTells':
      return say('excerpts.reason.signatureTells', { words: reason.words })
    case 'herName':
      return say(`excerpts.reason.herName.${reason.part}`)
    case 'refusedWord': {
      const refused = say(`excerpts.reason.refusedWord.${reason.part}`, { word: reason.stands ?? reason.word })
      return reason.instead === ''
        ? refused
        : `${refused} ${say('excerpts.reason.refusedWord.instead', { instead: reason.instead })}`
    }
    case 'tieBroken':
    case 'alone':
      return withReason(say, say(`excerpts.reason.${reason.kind}`), reason.reason)
    case 'asTitle':
      return withReason(say, say(`excerpts.reason.asTitle.${reason.part}`), reason.reason)
    case 'coolingOff':
      return say('excerpts.reason.coolingOff', { moment: say.moment(reason.until) })
    case 'keyForgotten':
      return say('excerpts.reason.keyForgotten', { date: say.date(reason.at), moment: say.moment(reason.until) })
    case 'notPrepared':
      return say(canBeMade(all) ? 'excerpts.reason.notPrepared' : 'excerpts.reason.notPrepared.later')
    case 'unseenWordsAbout':
      return say(`excerpts.reason.unseenWordsAbout.${reason.seen}`, { words: aboutInWords(reason.wordsAbout) })
    case 'belowHerLine':
      return say('excerpts.reason.belowHerLine', { share: reason.share, threshold: reason.threshold })
    case 'refusedByHer':
      return withReason(say, say('excerpts.reason.refusedByHer', { date: say.date(reason.at) }), reason.why)
    case 'sealed':
    case 'nothingChosen':
    case 'titleMissing':
    case 'wholeOnly':
    case 'voiceNotAllowed':
    case 'redactionUnresolved':
    case 'soundTimeMissing':
    case 'notReviewed':
    case 'notSignedOff':
    case 'changedSinceSignOff':
      return say(`excerpts.reason.${reason.kind}`)
  }
}

/** With why she asks it, in her words, where she has said so. */
function withReason(say: Say, said: string, why: string): string {
  return why.trim() === '' ? said : `${said} ${say('excerpts.reason.why', { why })}`
}

export function reasonsInWords(say: Say, reasons: readonly Reason[], about: About): ReasonInWords[] {
  const grouped = new Map<string, { words: string; reason: Reason; passages: string[]; longer: Set<string> }>()
  for (const reason of reasons) {
    const words = sentence(say, reason, about, reasons)
    const found = grouped.get(words) ?? { words, reason, passages: [], longer: new Set<string>() }
    grouped.set(words, found)
    const passage = 'passage' in reason ? reason.passage : null
    if (typeof passage === 'string' && !found.passages.includes(passage)) found.passages.push(passage)
    if (reason.kind === 'takenOutElsewhere') for (const other of reason.longer ?? []) found.longer.add(other)
  }
  return [...grouped].map(([key, { words, reason, passages, longer }]) => ({
    key,
    words,
    passages,
    next: reason.kind === 'notPrepared' && !canBeMade(reasons) ? null : nextStep(reason, passages),
    longer: reason.kind === 'takenOutElsewhere' ? [...longer].map((other) => ({ words: reason.words, other })) : [],
  }))
}
