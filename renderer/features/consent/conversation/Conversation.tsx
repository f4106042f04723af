// The consent conversation: one card after another, in her order, to be stopped and gone on with at any time.
import { useEffect, useRef, type ReactNode } from 'react'
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import { useUses } from '../../../app/uses.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useCards, useConsent } from '../use-consent.ts'
import { AnswerPage } from './AnswerPage.tsx'
import { KeptPage } from './KeptPage.tsx'
import { PrintedAnswers } from './PrintedAnswers.tsx'
import { RestPage } from './RestPage.tsx'
import { StartPage } from './StartPage.tsx'
import { TalkContext, type ChoosePassages, type Evidence, type Talk } from './talk.ts'
import { useConversation } from './use-conversation.ts'
import { useReworded } from '../use-cards-read.ts'
import { stepsOf } from './where-she-is.ts'
import styles from './conversation.module.css'

interface ConversationProps {
  readonly testimony: string
  readonly title: { readonly text: string; readonly language: string }
  readonly who: 'archivist' | 'narrator'
  readonly herEvidence: Evidence | null
  readonly isCopy: boolean
  readonly choosePassages: (props: ChoosePassages) => ReactNode
  /** The card to open at once. */
  readonly first: UseName | null
  /** Only what is to be looked at again. */
  readonly onlyAgain: boolean
  readonly onLeave: () => void
  readonly onNames: () => void
}

export function Conversation({ title, first, onlyAgain, ...props }: ConversationProps) {
  const say = useWords()
  const { testimony } = props
  const { asked } = useUses()
  const uses = asked.map(({ use }) => use)
  const underWay = useConversation(testimony, {})
  const { place, set } = underWay
  const language = underWay.language ?? say.locale
  const { standing, recipients, failure } = useConsent(testimony)
  const { cards, languages, answering, failure: cardFailure } = useCards(language)
  const reworded = useReworded(standing?.entries ?? [], uses)
  // Whoever comes for something comes to it, whatever was open before.
  const arrived = useRef(false)
  useEffect(() => {
    if (arrived.current) return
    arrived.current = true
    if (first !== null) set({ place: { at: 'card', use: first }, onlyAgain: false })
    else if (onlyAgain) set({ place: { at: 'start' }, onlyAgain })
  }, [first, onlyAgain, set])

  const failed = failure ?? cardFailure
  if (failed !== null)
    return (
      <Notice kind="care" said>
        {say.failure(failed)}
      </Notice>
    )
  if (standing === undefined || cards === undefined) return <p className={styles.soft}>{say('talk.reading')}</p>
  const steps = stepsOf(cards, uses, standing, reworded, new Date().toISOString())
  const talk: Talk = { ...props, steps, standing, recipients, language, languages, answering, underWay }
  const step = place.at === 'card' ? steps.find(({ use }) => use === place.use) : undefined
  return (
    <TalkContext value={talk}>
      <div className={styles.conversation} data-who={props.who}>
        {place.at === 'kept' && <KeptPage told={place.told} />}
        {place.at === 'rest' && <RestPage />}
        {step !== undefined && <AnswerPage key={step.use} step={step} />}
        {(place.at === 'start' || (place.at === 'card' && step === undefined)) && <StartPage />}
      </div>
      <PrintedAnswers title={title} />
    </TalkContext>
  )
}
