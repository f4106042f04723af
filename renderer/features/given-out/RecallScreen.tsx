// One copy that was given out: what of it is closed, the letter and its file, what came of it, and what stands in its place.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { useUses } from '../../app/uses.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { CallBackAfterAll } from './CallBackAfterAll.tsx'
import { Lift } from './ListedRecalls.tsx'
import { stateInWords } from './recall-in-words.ts'
import { RecallHeard } from './RecallHeard.tsx'
import { RecallLetterPart } from './RecallLetterPart.tsx'
import { RecallLifts } from './RecallLifts.tsx'
import type { RecallDetails } from './recall-shapes.ts'
import { RecallSpans } from './RecallSpans.tsx'
import { ReplacementPart } from './ReplacementPart.tsx'
import { TakeBackByDegrees } from './TakeBackByDegrees.tsx'
import styles from './recall.module.css'

interface Props {
  readonly details: RecallDetails
  readonly onStory: (passage: string) => void
}

export function RecallScreen({ details, onStory }: Props) {
  const say = useWords()
  const archive = useArchive()
  const { nameOf } = useUses()
  const [isTakingBack, setTakingBack] = useState(false)
  const [isAfterAll, setAfterAll] = useState(false)
  const beginning = useDoing()
  const { disclosure, state, spans, ended, steps, lifted } = details
  const isLetBe = state === 'letBe'
  const isClosed = spans.length > 0 || (ended.length > 0 && steps.length > 0)
  const begin = (): void => beginning.run(() => archive.recall.begin({ disclosure }), say('recall.begun'))
  const isCalledBack = isClosed && !isLetBe
  return (
    <>
      <p className={styles.soft}>
        {say('recall.given', {
          title: details.title === '' ? say('givenOut.erased') : details.title,
          date: say.date(details.at),
        })}{' '}
        {nameOf(details.use)}.
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>{say('recall.reference')}</dt>
          <dd className={styles.hash}>{details.reference}</dd>
        </div>
        <div>
          <dt>{say('recall.folder')}</dt>
          <dd>{details.folderName === '' ? say('givenOut.erased') : details.folderName}</dd>
        </div>
      </dl>
      <Notice
        kind={state === 'owed' || state === 'begun' ? 'care' : 'note'}
        title={stateInWords(say, state, steps)}
        action={
          state === 'owed' ? (
            <Button kind="primary" isDisabled={beginning.busy} onPress={begin}>
              {say('recall.begin')}
            </Button>
          ) : isLetBe ? (
            <Button onPress={() => setAfterAll(true)}>{say('recall.again')}</Button>
          ) : (
            <Button onPress={() => setTakingBack(true)}>{say('recall.takeBack')}</Button>
          )
        }
      >
        <p>{say(state === 'owed' ? 'recall.begin.says' : 'recall.outside')}</p>
      </Notice>
      {beginning.failure !== null && (
        <Notice kind="care" said title={say('recall.failed')}>
          {say.failure(beginning.failure)}
        </Notice>
      )}
      <section className={styles.part} aria-labelledby="recall-spans">
        <h2 id="recall-spans">{say('recall.spans')}</h2>
        <p>
          {spans.length === 0
            ? say('recall.spans.none')
            : say('recall.spans.count', { closed: say.number(spans.length), all: details.passages.length })}
        </p>
        <RecallSpans label={say('recall.spans')} spans={spans} onStory={onStory} speaksTo="archivist" />
        {isClosed && (
          <div className={styles.buttons}>
            <span className={styles.soft}>
              {say(lifted ? 'recall.ownList.lifted' : isLetBe ? 'recall.ownList.letBe' : 'recall.ownList')}
            </span>
            <Lift what={disclosure} lifted={lifted} name={details.reference} isAboutHers />
          </div>
        )}
        <RecallLifts lifts={details.lifts.filter(({ of }) => of === 'own')} speaksTo="archivist" />
      </section>
      {ended.length > 0 && (
        <section className={styles.part} aria-labelledby="recall-ended">
          <h2 id="recall-ended">{say('recall.ended')}</h2>
          <p>{say('recall.ended.says')}</p>
          <RecallSpans label={say('recall.ended')} spans={ended} onStory={onStory} speaksTo="archivist" />
          {!isClosed && (
            <Button isDisabled={beginning.busy} onPress={begin}>
              {say('recall.ended.begin')}
            </Button>
          )}
        </section>
      )}
      {isCalledBack && <RecallLetterPart details={details} />}
      {(isCalledBack || steps.length > 0) && <RecallHeard details={details} mayWrite={isCalledBack} />}
      <ReplacementPart details={details} speaksTo="archivist" />
      <Dialog title={say('recall.again')} isOpen={isAfterAll} onClose={() => setAfterAll(false)}>
        <CallBackAfterAll details={details} onDone={() => setAfterAll(false)} />
      </Dialog>
      <Dialog title={say('recall.takeBack')} isOpen={isTakingBack} onClose={() => setTakingBack(false)}>
        <TakeBackByDegrees details={details} speaksTo="archivist" onDone={() => setTakingBack(false)} />
      </Dialog>
    </>
  )
}
