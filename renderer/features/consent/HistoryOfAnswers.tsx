// All that she has decided, newest first, each with how it is known. Nothing here can be changed.
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useWords } from '../../words/say.tsx'
import type { Entry, Recipient } from './consent-shapes.ts'
import type { SpeaksTo } from './history-in-words.ts'
import { OneDecision } from './OneDecision.tsx'
import styles from './consent.module.css'

interface Props {
  readonly testimony: string
  readonly speaksTo: SpeaksTo
  readonly entries: readonly Entry[]
  /** When her passphrase was done away with and not typed. */
  readonly keysForgotten: readonly string[]
  /** When her own paper gave her another passphrase. */
  readonly papersUsed: readonly string[]
  readonly recipients: readonly Recipient[]
}

const titles = { archivist: 'consent.history', narrator: 'her.answers.all' } as const
const keyForgotten = { archivist: 'consent.history.keyForgotten', narrator: 'her.decided.keyForgotten' } as const
const paperUsed = { archivist: 'consent.history.paperUsed', narrator: 'her.decided.paperUsed' } as const
const none = { archivist: 'consent.history.none', narrator: 'her.decided.none' } as const

export function HistoryOfAnswers({ testimony, speaksTo, entries, keysForgotten, papersUsed, recipients }: Props) {
  const say = useWords()
  const isEmpty = entries.length === 0
  return (
    <Disclosure title={say(titles[speaksTo])}>
      {(isEmpty || speaksTo === 'archivist') && (
        <p className={styles.soft}>{say(isEmpty ? none[speaksTo] : 'consent.history.lasts')}</p>
      )}
      {keysForgotten.map((at) => (
        <p key={at} className={styles.soft}>
          {say(keyForgotten[speaksTo], { moment: say.moment(at) })}
        </p>
      ))}
      {papersUsed.map((at) => (
        <p key={at} className={styles.soft}>
          {say(paperUsed[speaksTo], { moment: say.moment(at) })}
        </p>
      ))}
      <ol className={styles.history} reversed>
        {entries.toReversed().map((entry) => (
          <li key={entry.id}>
            <OneDecision
              testimony={testimony}
              speaksTo={speaksTo}
              entry={entry}
              entries={entries}
              recipients={recipients}
            />
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
