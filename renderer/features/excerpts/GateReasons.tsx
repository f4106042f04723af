// Before it can leave: every reason in plain words, with the passages it is about and one next step.
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { Reason, Story } from './excerpt-shapes.ts'
import type { Step } from './gate-steps.ts'
import { placeOf } from './passage-place.ts'
import { reasonsInWords, type About } from './reasons-in-words.ts'
import { SomebodyElse } from './SomebodyElse.tsx'
import styles from './excerpts.module.css'

const placesShown = 4

interface Props {
  readonly reasons: readonly Reason[] | undefined
  readonly failure: FailureCode | null
  readonly story: Story
  readonly about: About
  readonly onStep: (step: Step) => void
}

export function GateReasons({ reasons, failure, story, about, onStep }: Props) {
  const say = useWords()
  const listed = reasons === undefined ? [] : reasonsInWords(say, reasons, about)
  return (
    <section>
      <h2>{say('excerpts.gate')}</h2>
      {failure !== null && (
        <Notice kind="care" said title={say('excerpts.gate.failed')}>
          {say.failure(failure)}
        </Notice>
      )}
      <p role="status" className={styles.gateCount}>
        {reasons === undefined
          ? say('excerpts.gate.checking')
          : listed.length === 0
            ? say('excerpts.gate.open')
            : say('excerpts.gate.count', { count: listed.length })}
      </p>
      <ul className={styles.reasons} aria-label={say('excerpts.gate')}>
        {listed.map(({ key, words, passages, next, longer }) => (
          <li key={key}>
            <Notice
              kind="care"
              action={
                next !== null && (
                  <Button small onPress={() => onStep(next.step)}>
                    {say(next.words)}
                  </Button>
                )
              }
            >
              <p>{words}</p>
              {passages.length > 0 && <PlacesOf passages={passages} story={story} />}
              <SomebodyElse testimony={story.testimony.id} longer={longer} />
            </Notice>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PlacesOf({ passages, story }: { passages: readonly string[]; story: Story }) {
  const say = useWords()
  const wanted = new Set(passages)
  const count = wanted.size
  const more = count - placesShown
  const places = story.passages
    .flatMap((passage, at) => (wanted.has(passage.id) ? [placeOf(say, passage, at + 1)] : []))
    .slice(0, placesShown)
  return (
    <p className={styles.soft}>
      {more <= 0
        ? say('excerpts.gate.places', { count, places: say.list(places) })
        : say('excerpts.gate.placesMore', { count, places: places.join(', '), more })}
    </p>
  )
}
