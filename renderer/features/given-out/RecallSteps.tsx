// Every step of a recall, the newest first, with its day, who wrote it down, and the files that went with it.
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useWords } from '../../words/say.tsx'
import { dayInWords } from './recall-in-words.ts'
import type { RecallStep } from './recall-shapes.ts'
import styles from './recall.module.css'

export function RecallSteps({ steps }: { steps: readonly RecallStep[] }) {
  const say = useWords()
  return (
    <>
      <h3>{say('recall.steps')}</h3>
      {steps.length === 0 && <p className={styles.soft}>{say('recall.steps.none')}</p>}
      <ol reversed className={styles.steps} aria-label={say('recall.steps')}>
        {steps.toReversed().map((step, at) => (
          <li key={`${step.at}-${steps.length - at}`}>
            <p>
              <time dateTime={step.on}>{dayInWords(say, step.on)}</time>: {say(`recall.step.${step.kind}`)}
            </p>
            {step.note !== '' && (
              <p className={styles.note} dir="auto">
                {step.note}
              </p>
            )}
            <p className={styles.soft}>{say('recall.step.by', { by: step.by })}</p>
            {step.files.length > 0 && (
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
