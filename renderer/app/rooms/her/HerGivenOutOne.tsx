// One thing that was given out of hers: who has it, which passages, what was called back and what they said; and taking it back.
import { useState } from 'react'
import { GivenWords } from '../../../features/given-out/GivenWords.tsx'
import { stateToHer } from '../../../features/given-out/recall-in-words.ts'
import type { RecallDetails } from '../../../features/given-out/recall-shapes.ts'
import { RecallLifts } from '../../../features/given-out/RecallLifts.tsx'
import { RecallSpans } from '../../../features/given-out/RecallSpans.tsx'
import { RecallSteps } from '../../../features/given-out/RecallSteps.tsx'
import { ReplacementPart } from '../../../features/given-out/ReplacementPart.tsx'
import { TakeBackByDegrees } from '../../../features/given-out/TakeBackByDegrees.tsx'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer } from '../../archive.tsx'
import { useUses } from '../../uses.tsx'
import { useHerAbout } from './her-about.tsx'
import { useHerEvidence } from './her-evidence.ts'
import { useHerPlace } from './her-place.tsx'
import styles from './HerRooms.module.css'

export default function HerGivenOutOne() {
  const say = useWords()
  const { place, go } = useHerPlace()
  const disclosure = place.room === 'oneGivenOut' ? place.disclosure : ''
  const { value, failure } = useAnswer(
    ['givenOut', 'consent', 'marks', 'story', 'words'],
    (archive, signal) => archive.recall.read({ disclosure }, signal),
    [disclosure],
  )
  return (
    <div className={styles.room}>
      <h1 tabIndex={-1}>
        {value === undefined
          ? say('her.room.givenOut')
          : say.rich('her.gone.title', { recipient: <bdi key="recipient">{value.recipient.name}</bdi> })}
      </h1>
      <Failed failure={failure} />
      {value === undefined && failure === 'notFound' && <Notice>{say('her.gone.notHere')}</Notice>}
      {value !== undefined && <One details={value} />}
      <p className={styles.part}>
        <Button onPress={() => go({ room: 'givenOut' })}>{say('her.gone.back')}</Button>
      </p>
    </div>
  )
}

function One({ details }: { details: RecallDetails }) {
  const say = useWords()
  const { about } = useHerAbout()
  const { nameOf } = useUses()
  const { go } = useHerPlace()
  const evidence = useHerEvidence()
  const [isTakingBack, setTakingBack] = useState(false)
  const { testimony, title, use, recipient, at, passages, inStory, spans, ended, steps, state, lifts } = details
  const toPassage = (passage: string): void => go({ room: 'story', testimony, passage, list: false })
  const here = new Set(inStory)
  const first = passages.find(({ passage, firstWords }) => firstWords !== '' && here.has(passage))
  const facts = [
    [say('her.gone.who'), recipient.name],
    [say('her.gone.use'), nameOf(use)],
    [say('her.gone.when'), say.date(at)],
    [say('her.gone.called'), title === '' ? say('givenOut.erased') : title],
    [say('her.gone.story'), about.testimonies.find(({ id }) => id === testimony)?.title ?? ''],
    [say('her.gone.howMuch'), say('her.gone.passages.count', { count: passages.length })],
  ] as const
  return (
    <>
      <Notice
        title={stateToHer(say, state, steps)}
        action={
          <Button kind="primary" onPress={() => setTakingBack(true)}>
            {say('her.gone.takeBack')}
          </Button>
        }
      >
        {say('her.gone.outside')}
      </Notice>
      <dl className={styles.facts}>
        {facts.map(([name, words]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>
              <bdi>{words}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <Disclosure title={say('her.gone.passages')}>
        <ol className={styles.given} aria-label={say('her.gone.passages')}>
          {passages.map((span) => (
            <li key={span.number}>
              <GivenWords span={span} speaksTo="narrator" />
              {span.firstWords !== '' && here.has(span.passage) && (
                <Button
                  kind="quiet"
                  aria-label={`${say('her.gone.toPassage')}: ${say('recall.span.number', { number: say.number(span.number) })}`}
                  onPress={() => toPassage(span.passage)}
                >
                  {say('her.gone.toPassage')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </Disclosure>
      <section className={styles.part} aria-labelledby="gone-closed">
        <h2 id="gone-closed">{say('her.gone.closed')}</h2>
        {spans.length === 0 && <p>{say('her.gone.closed.none')}</p>}
        <RecallSpans label={say('her.gone.closed')} spans={spans} onStory={toPassage} speaksTo="narrator" />
      </section>
      {ended.length > 0 && (
        <section className={styles.part} aria-labelledby="gone-ended">
          <h2 id="gone-ended">{say('her.gone.ended')}</h2>
          <p>{say('her.gone.ended.says')}</p>
          <RecallSpans label={say('her.gone.ended')} spans={ended} onStory={toPassage} speaksTo="narrator" />
        </section>
      )}
      {steps.length > 0 && (
        <section className={styles.part} aria-labelledby="gone-came">
          <h2 id="gone-came">{say('her.gone.came')}</h2>
          <p className={styles.soft}>{say('her.gone.came.says')}</p>
          <RecallSteps steps={steps} speaksTo="narrator" />
        </section>
      )}
      {lifts.length > 0 && (
        <section className={styles.part} aria-labelledby="gone-lifts">
          <h2 id="gone-lifts">{say('her.gone.lifts')}</h2>
          <p>{say('her.gone.lifts.says')}</p>
          <RecallLifts lifts={lifts} speaksTo="narrator" />
        </section>
      )}
      <ReplacementPart details={details} speaksTo="narrator" herEvidence={evidence} />
      <Dialog title={say('her.gone.takeBack')} isOpen={isTakingBack} onClose={() => setTakingBack(false)}>
        <TakeBackByDegrees
          details={details}
          speaksTo="narrator"
          herEvidence={evidence}
          onDone={() => setTakingBack(false)}
          {...(first === undefined ? {} : { onSeal: () => toPassage(first.passage) })}
        />
      </Dialog>
    </>
  )
}
