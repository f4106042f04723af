// Every time that somebody wrote down that what is called back may be brought in again, or may not after all; newest first.
import { useWords } from '../../words/say.tsx'
import type { SpeaksTo } from './recall-in-words.ts'
import type { RecallDetails } from './recall-shapes.ts'
import styles from './recall.module.css'

export function RecallLifts({ lifts, speaksTo }: { lifts: RecallDetails['lifts']; speaksTo: SpeaksTo }) {
  const say = useWords()
  if (speaksTo === 'archivist')
    return lifts.map(({ lifted, note, at, by }, number) => (
      <p key={`${at}-${number}`} className={styles.soft}>
        {say('recall.listed.was', { lifted: String(lifted), date: say.date(at), by, note })}
      </p>
    ))
  return (
    <ol reversed className={styles.steps} aria-label={say('her.gone.lifts')}>
      {lifts.toReversed().map(({ lifted, note, at, by, of }, number) => (
        <li key={`${at}-${lifts.length - number}`}>
          <p>
            <time dateTime={at}>{say.date(at)}</time>: {say(`her.gone.lifts.${of}`, { lifted: String(lifted) })}
          </p>
          <p className={styles.note}>
            <bdi>{note}</bdi>
          </p>
          <p className={styles.soft}>{say('recall.step.by', { by })}</p>
        </li>
      ))}
    </ol>
  )
}
