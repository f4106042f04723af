// The passages in it that are closed: which, where in the pages and in the sound, why and since when.
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { GivenWords } from './GivenWords.tsx'
import { becauseInWords, type SpeaksTo } from './recall-in-words.ts'
import type { RecallSpan } from './recall-shapes.ts'
import styles from './recall.module.css'

interface Props {
  readonly label: string
  readonly spans: readonly RecallSpan[]
  readonly onStory: (passage: string) => void
  readonly speaksTo: SpeaksTo
}

export function RecallSpans({ label, spans, onStory, speaksTo }: Props) {
  const say = useWords()
  return (
    <ol className={styles.spans} aria-label={label}>
      {spans.map((span) => (
        <li key={span.number} className={styles.span}>
          <p className={styles.number}>{say('recall.span.number', { number: say.number(span.number) })}</p>
          <GivenWords span={span} speaksTo={speaksTo} />
          <p>
            {becauseInWords(say, span.because, speaksTo)}{' '}
            {span.since !== null && <span>{say('recall.since', { date: say.date(span.since) })}</span>}
          </p>
          {span.startMs !== null && span.endMs !== null && (
            <p className={styles.soft}>
              {say('recall.span.sound', { from: say.time(span.startMs), to: say.time(span.endMs) })}
            </p>
          )}
          {span.firstWords !== '' && (
            <Button
              small
              kind="quiet"
              aria-label={`${say('recall.span.story')}: ${say('recall.span.number', { number: say.number(span.number) })}`}
              onPress={() => onStory(span.passage)}
            >
              {say('recall.span.story')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
