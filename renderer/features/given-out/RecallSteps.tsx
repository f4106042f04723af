// Every step of a recall, the newest first, with its day, who wrote it down, and the files that went with it.
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useWords } from '../../words/say.tsx'
import { dayInWords, stepInWords, type SpeaksTo } from './recall-in-words.ts'
import type { RecallStep } from './recall-shapes.ts'
import styles from './recall.module.css'

interface Props {
  readonly steps: readonly RecallStep[]
  readonly speaksTo: SpeaksTo
  /** Whether a heading above says already what it is. */
  readonly hasTitle?: boolean
}

export function RecallSteps({ steps, speaksTo, hasTitle = false }: Props) {
  const say = useWords()
  const toHer = speaksTo === 'narrator'
  return (
    <>
      {!hasTitle && <h3 className={toHer ? styles.unseen : undefined}>{say('recall.steps')}</h3>}
      {steps.length === 0 && <p className={styles.soft}>{say('recall.steps.none')}</p>}
      <ol reversed className={styles.steps} aria-label={say('recall.steps')}>
        {steps.toReversed().map((step, at) => (
          <li key={`${step.at}-${steps.length - at}`}>
            <p>
              <time dateTime={step.on}>{dayInWords(say, step.on)}</time>: {stepInWords(say, step.kind, speaksTo)}
            </p>
            {step.note !== '' && !(toHer && step.kind === 'letBe') && (
              <p className={styles.note}>
                <bdi>{step.note}</bdi>
              </p>
            )}
            <p className={styles.soft}>{say('recall.step.by', { by: step.by })}</p>
            {!toHer && step.files.length > 0 && (
              <Disclosure title={say('givenOut.files')}>
                {step.files.map(({ path, sha256 }) => (
                  <p key={path} className={styles.hash}>
                    {path} {sha256}
                  </p>
                ))}
              </Disclosure>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
