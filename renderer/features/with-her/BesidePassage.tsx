// What lies beside a passage and concerns it: changes that somebody proposes, what she said instead, and its marks.
import type { ReactNode } from 'react'
import type { Passage } from '../../../shared/domain/story.ts'
import type { BesideStory, ReadStory, ShownSealedAnswer } from './her-shapes.ts'
import type { MarksHere } from './marks-here.ts'
import { MarksOnPassage } from './MarksOnPassage.tsx'
import { SealedAnswers } from './SealedAnswers.tsx'
import { SpokenAnswers } from './SpokenAnswers.tsx'
import { SuggestionCard } from './SuggestionCard.tsx'
import type { HerWork } from './use-her-work.ts'
import styles from './with-her.module.css'

interface BesidePassageProps {
  readonly passage: Passage
  readonly read: ReadStory
  readonly here: MarksHere
  readonly beside: BesideStory
  /** What she said about it that is only for her. */
  readonly sealedAnswers: readonly ShownSealedAnswer[]
  readonly canOpenKey: boolean
  /** A form that asks her passphrase; null where one stands above already, or it is of no use. */
  readonly openKey: ReactNode
  readonly hidden: boolean
  readonly work: HerWork
}

export function BesidePassage(props: BesidePassageProps) {
  const { passage, read, here, beside, sealedAnswers, canOpenKey, openKey, hidden, work } = props
  return (
    <div className={styles.beside}>
      {!hidden &&
        beside.suggestions
          .filter((suggestion) => suggestion.passage === passage.id)
          .map((suggestion) => (
            <SuggestionCard
              key={suggestion.id}
              suggestion={suggestion}
              language={passage.language}
              direction={passage.direction}
              onAnswer={(answer) => work.answerSuggestion(passage, suggestion, answer)}
            />
          ))}
      <SpokenAnswers
        answers={beside.spokenAnswers.filter((answer) => answer.passage === passage.id)}
        onThrowAway={(answer) => work.throwAway(answer)}
      />
      <SealedAnswers
        answers={sealedAnswers}
        canOpenKey={canOpenKey}
        openKey={openKey}
        isPassageSealed={here.sealed}
        onOpen={() => work.openSpoken(passage)}
        onThrowAway={(answer) => work.throwAway(answer)}
      />
      <MarksOnPassage
        passage={passage.id}
        read={read}
        here={here}
        hidden={hidden}
        onStance={(label, stance) => work.stance(passage, label, stance)}
        onRemoveLabel={(label) => work.removeLabel(passage, label)}
        onPutBack={(redaction) => work.putBack(passage, redaction)}
        onLongerName={(name) => work.longerName(passage, name)}
        onUntie={(tie) => work.untie(passage, tie)}
      />
    </div>
  )
}
