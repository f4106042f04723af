// The desk on which one excerpt is made: its passages, the words around them, and the way out, step by step.
import { useCallback, useRef, useState } from 'react'
import type { Marks } from '../../../shared/domain/marks/marks.ts'
import { useOf, type UseName } from '../../../shared/domain/consent/uses.ts'
import { useAnswer } from '../../app/archive.tsx'
import { useDoorState } from '../../app/door-state-context.tsx'
import type { BesideStory } from '../../app/navigation.tsx'
import { RoomHeader } from '../../app/RoomHeader.tsx'
import { Button } from '../../ui/Button.tsx'
import { Mirror } from '../../ui/Mirror.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { AboutHer } from './AboutHer.tsx'
import { ChoosePassages } from './ChoosePassages.tsx'
import type { Beside, Draft, Excerpt, Story } from './excerpt-shapes.ts'
import { FramingFields } from './FramingFields.tsx'
import { canBeMade, onlyHerYesIsMissing, type Step } from './gate-steps.ts'
import { GateReasons } from './GateReasons.tsx'
import { GiveOut } from './GiveOut.tsx'
import { HerLine } from './HerLine.tsx'
import { KeptLine } from './KeptLine.tsx'
import { MakeToLookAt } from './MakeToLookAt.tsx'
import { firstWords } from './passage-place.ts'
import { Mosaic } from './Mosaic.tsx'
import { PreviewAsRecipient } from './PreviewAsRecipient.tsx'
import { Readings } from './Readings.tsx'
import { SignOff } from './SignOff.tsx'
import { SoundTerms } from './SoundTerms.tsx'
import { UseAndRecipient } from './UseAndRecipient.tsx'
import { useDraft } from './use-draft.ts'
import { useFraming } from './use-framing.ts'
import { useMirror } from './use-mirror.ts'
import { useMaking } from './use-making.ts'
import { useRecipients } from './use-recipients.ts'
import styles from './excerpts.module.css'
import { useUses } from '../../app/uses.tsx'

interface Props {
  readonly excerpt: Excerpt
  readonly story: Story
  readonly marks: Marks
  /** What stands beside the words, words about her among it. */
  readonly beside: Beside
  /** To the story: to a passage of it, and to what lies beside it. */
  readonly onStory: (passage: string | null, beside?: BesideStory) => void
  readonly onCard: (use: UseName, passages: readonly string[]) => void
  readonly onReview: () => void
  readonly onRegister: () => void
}

export function ExcerptDesk({ excerpt, story, marks, beside, onStory, onCard, onReview, onRegister }: Props) {
  const say = useWords()
  const { nameOf } = useUses()
  const { id } = excerpt
  const { archivist } = useDoorState()
  const {
    value: checked,
    failure: checkFailure,
    again,
  } = useAnswer(
    ['excerpts', 'consent', 'marks', 'story', 'words', 'givenOut'],
    (archive, signal) => archive.excerpts.check({ excerpt: id }, signal),
    [id],
  )
  const { draft, kept, change, keepNow } = useDraft(excerpt, again)
  const mirror = useMirror(story, marks, beside, draft.passages)
  const { making, make, stop, forget } = useMaking(id)
  const { recipients, again: askRecipientsAgain } = useRecipients()
  const [isShown, setShown] = useState(false)
  const [beingRead, setBeingRead] = useState<string | null>(null)
  const [isGivenNow, setGivenNow] = useState(false)
  // NOTE: its row is in the register before its folder has its name; what was begun here says itself how it ended.
  const [isGivingHere, setGivingHere] = useState(false)
  const places = {
    title: useRef<HTMLInputElement>(null),
    introduction: useRef<HTMLTextAreaElement>(null),
    keywords: useRef<HTMLInputElement>(null),
    terms: useRef<HTMLDivElement>(null),
    passages: useRef<HTMLDivElement>(null),
  }

  const { use, framing } = draft
  const recipientName = recipients.find((one) => one.id === draft.recipient)?.name ?? excerpt.recipient.name
  const reasons = checked?.reasons
  const isReadOnly = isGivenNow || excerpt.givenOutAt !== null
  const made =
    making.state === 'made' && kept.isKept && checked?.prepared === making.made.contentHash ? making.made : null
  const hasSound = story.recordings.length > 0

  const changeDraft = useCallback(
    (part: Partial<Draft>): void => {
      forget()
      change(part)
    },
    [forget, change],
  )
  const choose = useCallback((passages: readonly string[]) => changeDraft({ passages }), [changeDraft])
  const { writeCaption, goAlong } = useFraming(framing, archivist ?? '', (words) => changeDraft({ framing: words }))
  const show = async (): Promise<void> => {
    if (!(await keepNow())) return
    const shown = made ?? (await make())
    again()
    setShown(shown !== null)
  }
  const takeStep = (step: Step): void => {
    switch (step.kind) {
      case 'choose': {
        const boxes = [...(places.passages.current?.querySelectorAll<HTMLElement>('[data-passage]') ?? [])]
        const wanted = boxes.find(({ dataset }) => step.passages.includes(dataset['passage'] ?? ''))
        return (wanted ?? boxes[0])?.focus()
      }
      case 'chooseAlso': {
        const wanted = new Set([...draft.passages, ...step.passages])
        return choose(story.passages.flatMap(({ id: passage }) => (wanted.has(passage) ? [passage] : [])))
      }
      case 'chooseAll':
        return changeDraft({ passages: story.passages.map((passage) => passage.id) })
      case 'readings':
        return setBeingRead(step.passages[0] ?? null)
      case 'leaveOutAbout':
        return goAlong(framing.about.filter((one) => one !== step.words))
      case 'caption': {
        const fields = [...(places.passages.current?.querySelectorAll<HTMLElement>('[data-caption]') ?? [])]
        const field = fields.find(({ dataset }) => dataset['caption'] === step.passage) ?? fields[0]
        return field?.querySelector('textarea')?.focus()
      }
      case 'unsigned':
        return changeDraft({ framing: { ...framing, signed: false } })
      case 'review':
        return onReview()
      case 'make':
      case 'show':
        return void show()
      case 'card':
        return void keepNow().then(() => onCard(use, step.passages))
      case 'story':
        return void keepNow().then(() => onStory(step.passage, step.beside))
      case 'field':
        if (step.field === 'use') places.terms.current?.querySelector('button')?.focus()
        else if (step.field === 'recipient') places.terms.current?.querySelectorAll('button')[1]?.focus()
        else places[step.field].current?.focus()
    }
  }

  const aboutInWords = (words: string): string =>
    firstWords(beside.wordsAbout.find((one) => one.id === words)?.text ?? '')

  return (
    <div className={styles.desk}>
      <RoomHeader
        title={framing.title.trim() === '' ? say('excerpts.untitled') : framing.title}
        about={say('excerpts.about', {
          use: nameOf(use),
          reach: say(`uses.reach.${useOf(use).reach}`),
          recipient: recipientName,
        })}
      >
        <KeptLine kept={kept} onAgain={() => void keepNow()} />
        <Button onPress={() => void keepNow().then(() => onStory(null))}>{say('excerpts.story')}</Button>
      </RoomHeader>
      <div className={styles.sheet} data-pane>
        <FramingFields
          framing={framing}
          author={archivist ?? ''}
          refs={places}
          isDisabled={isReadOnly}
          onChange={(words) => changeDraft({ framing: words })}
        />
        <AboutHer wordsAbout={beside.wordsAbout} chosen={framing.about} isDisabled={isReadOnly} onChange={goAlong} />
        <section ref={places.terms} className={styles.terms}>
          <h2>{say('excerpts.terms')}</h2>
          <UseAndRecipient
            use={use}
            onUse={(other) => changeDraft({ use: other })}
            recipient={draft.recipient}
            onRecipient={(recipient) => changeDraft({ recipient })}
            recipients={recipients}
            onAdded={askRecipientsAgain}
            isDisabled={isReadOnly}
          />
          <SoundTerms draft={draft} hasSound={hasSound} isDisabled={isReadOnly} onChange={changeDraft} />
        </section>
        {hasSound && draft.withSound && (
          <Readings excerpt={id} story={story} isDisabled={isReadOnly} open={beingRead} onOpen={setBeingRead} />
        )}
        <div ref={places.passages}>
          <ChoosePassages
            story={story}
            marks={marks}
            use={use}
            chosen={draft.passages}
            captions={framing.captions}
            isDisabled={isReadOnly}
            onChange={choose}
            onCaption={writeCaption}
          />
        </div>
      </div>
      <aside className={styles.side} aria-label={say('excerpts.wayOut')} data-pane>
        {!isGivingHere && excerpt.givenOutAt !== null && (
          <Notice action={<Button onPress={onRegister}>{say('excerpts.give.register')}</Button>}>
            {say('excerpts.give.already', { date: say.date(excerpt.givenOutAt) })}
          </Notice>
        )}
        {!isReadOnly && (
          <>
            <GateReasons
              reasons={reasons}
              failure={checkFailure}
              story={story}
              about={{ useName: nameOf(use), recipientName, aboutInWords }}
              onStep={takeStep}
            />
            <div>
              <Mirror mirror={mirror} to="others" threshold={checked?.herLine.threshold ?? null} />
              {checked !== undefined && <HerLine testimony={excerpt.testimony} line={checked.herLine} onKept={again} />}
            </div>
            <Mosaic
              excerpt={id}
              recipientName={recipientName}
              to="others"
              onPassage={(passage) => void keepNow().then(() => onStory(passage))}
            />
            <MakeToLookAt
              making={made === null && making.state === 'made' ? { state: 'none' } : making}
              recipientName={recipientName}
              isDisabled={reasons === undefined || !canBeMade(reasons)}
              onMake={() => void show()}
              onStop={stop}
              onShow={() => setShown(true)}
            />
          </>
        )}
        {(isGivingHere || excerpt.givenOutAt === null) && (
          <GiveOut
            excerpt={id}
            recipientName={recipientName}
            mayLeave={kept.isKept && checkFailure === null && reasons?.length === 0}
            onRegister={onRegister}
            onBegun={() => setGivingHere(true)}
            onGivenOut={() => setGivenNow(true)}
          />
        )}
      </aside>
      {isShown && made !== null && (
        <PreviewAsRecipient made={made} recipientName={recipientName} onClose={() => setShown(false)}>
          <Mirror mirror={made.mirror} to="others" threshold={checked?.herLine.threshold ?? null} />
          <SignOff
            excerpt={id}
            contentHash={made.contentHash}
            mirrorHash={made.mirrorHash}
            mustWait={reasons === undefined || !onlyHerYesIsMissing(reasons)}
            isSigned={reasons?.length === 0}
            signsHerself={checked?.signsHerself ?? true}
            onSigned={again}
          />
        </PreviewAsRecipient>
      )}
    </div>
  )
}
