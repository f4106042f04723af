// A passphrase of one's own, with how hard it is to guess, said in words while it is typed.
import { useEffect, useRef, useState, type Ref } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { useWords } from '../../words/say.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import styles from './OwnPassphrase.module.css'

type Verdict = 'tooWeak' | 'weak' | 'fair' | 'strong'
const steps: readonly Verdict[] = ['tooWeak', 'weak', 'fair', 'strong']
/** Long enough not to ask at every letter, short enough to follow the typing. */
const pause = 250

export function OwnPassphrase({ inputRef, wrong }: { inputRef: Ref<HTMLInputElement>; wrong: string | null }) {
  const say = useWords()
  const archive = useArchive()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const asking = useRef(new AbortController())
  useEffect(() => () => asking.current.abort(), [])

  const estimate = (passphrase: string): void => {
    asking.current.abort()
    const current = new AbortController()
    asking.current = current
    if (passphrase === '') return setVerdict(null)
    setTimeout(() => {
      if (current.signal.aborted) return
      archive.door.estimatePassphrase({ passphrase }, current.signal).then(
        (estimated) => setVerdict(estimated.verdict),
        () => {},
      )
    }, pause)
  }

  return (
    <>
      <PassphraseField label={say('door.make.ownField')} wrong={wrong} inputRef={inputRef} isNew onInput={estimate} />
      <div className={styles.verdict} aria-live="polite">
        <span className={styles.steps} aria-hidden="true">
          {steps.map((step, place) => (
            <span
              key={step}
              className={styles.step}
              data-reached={(verdict !== null && place <= steps.indexOf(verdict)) || undefined}
            />
          ))}
        </span>
        <span>{say(`door.make.verdict.${verdict ?? 'empty'}`)}</span>
      </div>
    </>
  )
}
