// She says in her own words what the card means: in writing, aloud, or not at all.
import { useState } from 'react'
import { SpokenEvidence } from '../../../app/evidence/SpokenEvidence.tsx'
import { Answers } from '../../../ui/Answers.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { useWords } from '../../../words/say.tsx'
import { teachBackOf, type OwnWords } from './answer-draft.ts'
import type { StagePageProps } from './AnswerPage.tsx'
import { StageEnd } from './StageEnd.tsx'
import { useTalk } from './talk.ts'
import { Turned } from './Turned.tsx'
import styles from './conversation.module.css'

const ways = ['written', 'spoken', 'none'] as const

function faultOf({ way, ...rest }: OwnWords) {
  if (way === null) return 'talk.own.missing' as const
  return way === 'none' || teachBackOf({ way, ...rest }) !== undefined ? null : (`talk.own.missing.${way}` as const)
}

export function OwnWordsPage({ step, draft, onChange, onGoOn, onBack }: StagePageProps) {
  const say = useWords()
  const { testimony, isCopy } = useTalk()
  const [wasTried, setTried] = useState(false)
  const { ownWords } = draft
  const fault = faultOf(ownWords)
  const change = (part: Partial<OwnWords>): void => onChange({ ownWords: { ...ownWords, ...part } })
  return (
    <>
      <Turned>{say('talk.own')}</Turned>
      <p>{say('talk.own.says')}</p>
      {isCopy && <p className={styles.soft}>{say('talk.own.copySays')}</p>}
      <div className={styles.fields}>
        <Answers
          label={say('talk.own.way')}
          value={ownWords.way}
          onChange={(way) => change({ way })}
          // NOTE: a recording made in her own copy could not be brought home.
          options={ways.filter((id) => id !== 'spoken' || !isCopy).map((id) => ({ id, name: say(`talk.own.${id}`) }))}
          wrong={wasTried && fault !== null ? say(fault) : null}
        />
        {ownWords.way === 'written' && (
          <TextArea
            label={say('talk.own.words')}
            value={ownWords.said}
            dir="auto"
            lang={step.card.language}
            maxLength={2_000}
            onChange={(said) => change({ said })}
          />
        )}
        {ownWords.way === 'spoken' && (
          <SpokenEvidence
            testimony={testimony}
            value={ownWords.file}
            onChange={(file) => change({ file })}
            says={say('talk.own.spokenSays')}
          />
        )}
        {ownWords.way === 'none' && <p className={styles.soft}>{say('talk.own.noneSays')}</p>}
      </div>
      <StageEnd
        name={say('talk.go')}
        onGoOn={() => {
          setTried(true)
          if (fault === null) onGoOn()
        }}
        onBack={onBack}
      />
    </>
  )
}
