// One item, to be looked at and corrected: what to know about it, its names, who speaks, its sound, its words.
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { canBeKept, type PreviewItem } from './batch-state.ts'
import type { Correction } from './batch-corrections.ts'
import type { BatchWork } from './batch-work.ts'
import { KeptField } from './KeptField.tsx'
import { LanguageChoice } from '../../app/LanguageChoice.tsx'
import { MatchSound } from './MatchSound.tsx'
import { nameOf } from './name-of.ts'
import styles from './PreviewItemView.module.css'
import { PreviewSpeakers } from './PreviewSpeakers.tsx'
import { PreviewTranscript } from './PreviewTranscript.tsx'
import { reasonsToLook } from './reasons-to-look.ts'
import { SoundSays } from './SoundSays.tsx'

interface PreviewItemViewProps {
  item: PreviewItem
  items: readonly PreviewItem[]
  work: BatchWork
  textVersion: number
  onBack: () => void
}

export function PreviewItemView({ item, items, work, textVersion, onBack }: PreviewItemViewProps) {
  const say = useWords()
  const correct = (change: Correction): void => work.corrections.correct(item.item, change)
  const reasons = reasonsToLook(item)
  const facts = [
    item.turns > 0 ? say('bringIn.turns', { count: item.turns }) : '',
    item.passages > 0 ? say('bringIn.passages', { count: item.passages }) : '',
    item.words > 0 ? say('bringIn.words', { count: item.words }) : '',
    item.speakers.length > 0 ? say('bringIn.speakers', { count: item.speakers.length }) : '',
    item.durationMs !== null ? say('bringIn.sound', { time: say.time(item.durationMs) }) : '',
  ].filter((fact) => fact !== '')
  return (
    <div className={styles.item}>
      <div className={styles.back}>
        <Button small onPress={onBack}>
          {say('bringIn.back')}
        </Button>
      </div>
      <h2 className={styles.title} tabIndex={-1} data-one-title>
        <bdi>{nameOf(say, item)}</bdi>
      </h2>
      {!canBeKept(item) && item.failure !== null ? (
        <Notice kind="care" title={say('bringIn.cannot')}>
          {say.failure(item.failure)}
        </Notice>
      ) : (
        <>
          <p className={styles.facts}>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
          {reasons.some((reason) => reason.asksForLook) && (
            <Notice kind="care" title={say('bringIn.look')}>
              <ul className={styles.reasons}>
                {reasons
                  .filter((reason) => reason.asksForLook)
                  .map(({ words }) => (
                    <li key={words}>{say(words)}</li>
                  ))}
              </ul>
            </Notice>
          )}
          {reasons.some((reason) => !reason.asksForLook) && (
            <ul className={styles.told}>
              {reasons
                .filter((reason) => !reason.asksForLook)
                .map(({ words }) => (
                  <li key={words}>{say(words)}</li>
                ))}
            </ul>
          )}
          <SoundSays says={item.soundSays} />
          <div className={styles.keep}>
            <CheckBox isSelected={item.keep} onChange={(keep) => correct({ keep })}>
              {say('bringIn.story.keep')}
            </CheckBox>
          </div>
          <h3>{say('bringIn.about')}</h3>
          <div className={styles.fields}>
            <KeptField
              label={say('bringIn.story.title')}
              note={say('bringIn.story.title.how')}
              value={item.title}
              onValue={(title) => correct({ title })}
            />
            <KeptField
              label={say('bringIn.story.name')}
              note={say('bringIn.story.name.how')}
              value={item.narratorName}
              onValue={(narratorName) => correct({ narratorName })}
            />
            <LanguageChoice
              label={say('bringIn.story.language')}
              value={item.language}
              onChange={(language) => correct({ language })}
            />
          </div>
        </>
      )}
      <MatchSound item={item} items={items} work={work} />
      {canBeKept(item) && item.speakers.length > 0 && <PreviewSpeakers item={item} onCorrect={correct} />}
      {canBeKept(item) && item.passages > 0 && <PreviewTranscript item={item} work={work} textVersion={textVersion} />}
    </div>
  )
}
