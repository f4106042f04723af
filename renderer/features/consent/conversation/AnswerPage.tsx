// One card from reading it to keeping her answer, stage by stage. What is begun stays until it is kept or she forgets it.
import { useRef } from 'react'
import { useUses } from '../../../app/uses.tsx'
import { Button } from '../../../ui/Button.tsx'
import { UsePicture } from '../../../ui/UsePicture.tsx'
import { useWords } from '../../../words/say.tsx'
import { spokenCard } from '../CardFace.tsx'
import { CardLanguage } from '../CardLanguage.tsx'
import { ReadAloud } from '../ReadAloud.tsx'
import { stagesOf, type AnswerDraft, type Stage } from './answer-draft.ts'
import { AtHand } from './AtHand.tsx'
import { CardPage } from './CardPage.tsx'
import { InHerLanguage } from './InHerLanguage.tsx'
import { KeepPage } from './KeepPage.tsx'
import { KnownPage } from './KnownPage.tsx'
import { LimitsPage } from './LimitsPage.tsx'
import { OwnWordsPage } from './OwnWordsPage.tsx'
import { useTalk } from './talk.ts'
import { useSaidIsSeen } from './use-said-is-seen.ts'
import { isAgain, type Step } from './where-she-is.ts'
import styles from './conversation.module.css'

export interface StagePageProps {
  readonly step: Step
  readonly draft: AnswerDraft
  readonly onChange: (part: Partial<AnswerDraft>) => void
  /** To the stage after this one, of the answer as it is then. */
  readonly onGoOn: () => void
  readonly onBack: () => void
}

const pages: Readonly<Record<Stage, (props: StagePageProps) => React.ReactNode>> = {
  card: CardPage,
  limits: LimitsPage,
  ownWords: OwnWordsPage,
  known: KnownPage,
  keep: KeepPage,
}

/** What speaks to her alone is in her language; the card has its own, and how it is known is asked of the archivist. */
const isHers: Readonly<Record<Stage, boolean>> = { card: false, limits: true, ownWords: true, known: false, keep: true }

export function AnswerPage({ step }: { readonly step: Step }) {
  const say = useWords()
  const { nameOf } = useUses()
  const { steps, underWay, herEvidence, language, languages } = useTalk()
  const { draftOf, change, go, goTo, onlyAgain } = underWay
  const { use, card } = step
  const draft = draftOf(use)
  const stages = stagesOf(draft.said, herEvidence === null)
  const at = Math.max(0, stages.indexOf(draft.stage))
  const stage = stages[at] ?? 'card'
  const Page = pages[stage]
  // Where only some cards are gone through, those alone are turned over.
  const round = onlyAgain ? steps.filter((one) => one === step || isAgain(one)) : steps
  const place = round.indexOf(step)
  const [before, after] = [round[place - 1], round[place + 1]]
  const page = useRef<HTMLElement>(null)
  useSaidIsSeen(page)
  const goOn = (): void => {
    const now = draftOf(use)
    const order = stagesOf(now.said, herEvidence === null)
    const next = order[order.indexOf(stage) + 1]
    if (next !== undefined) goTo(use, next)
  }
  const shown = (
    <Page
      key={stage}
      step={step}
      draft={draft}
      onChange={(part) => change(use, part)}
      onGoOn={goOn}
      onBack={() => goTo(use, stages[at - 1] ?? 'card')}
    />
  )
  return (
    <section ref={page} className={styles.page} data-scrolls-clear>
      <div className={styles.where}>
        <p className={styles.count}>{say('talk.where', { number: place + 1, count: round.length })}</p>
        <div className={styles.buttons}>
          <Button
            small
            isDisabled={before === undefined}
            onPress={() => before !== undefined && go({ at: 'card', use: before.use })}
          >
            {say('talk.before')}
          </Button>
          <Button
            small
            isDisabled={after === undefined}
            onPress={() => after !== undefined && go({ at: 'card', use: after.use })}
          >
            {say('talk.after')}
          </Button>
          <Button small onPress={() => go({ at: 'start' })}>
            {say('talk.kept.all')}
          </Button>
        </div>
      </div>
      {stage === 'card' && (
        <div className={styles.tools}>
          <CardLanguage
            language={language}
            languages={languages}
            onLanguage={(chosen) => underWay.set({ language: chosen })}
          />
          <ReadAloud key={card.language} language={card.language} text={spokenCard(card)} />
        </div>
      )}
      {stage !== 'card' && draft.said !== null && (
        <p className={styles.yours}>
          <UsePicture use={use} size="2rem" />
          <InHerLanguage>
            <Answering lang={card.language} title={card.title || nameOf(use)} said={draft.said} />
          </InHerLanguage>
        </p>
      )}
      {isHers[stage] ? <InHerLanguage>{shown}</InHerLanguage> : shown}
      <AtHand use={stage === 'card' ? null : use} />
    </section>
  )
}

interface AnsweringProps {
  readonly lang: string
  readonly title: string
  readonly said: NonNullable<AnswerDraft['said']>
}

function Answering({ lang, title, said }: AnsweringProps) {
  const say = useWords()
  return (
    <span>
      {say('talk.yours')} <bdi lang={lang}>{title}</bdi>, <strong>{say(`uses.answer.${said}`)}</strong>
    </span>
  )
}
