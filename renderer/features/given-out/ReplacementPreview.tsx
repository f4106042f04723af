// The page that would stand there, as it would be read: her lines, or nothing at all.
import { useEffect, useState } from 'react'
import { useAnswer } from '../../app/archive.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { ReplacementWords } from './recall-shapes.ts'
import styles from './recall.module.css'

/** So long after the last key is the page asked for anew. */
const pauseMs = 400

interface Props {
  readonly disclosure: string
  /** What is being chosen; null for the page as it is kept. */
  readonly chosen: ReplacementWords | null
  /** It says words of hers, and no sentence of the program's. */
  readonly isHers: boolean
}

export function ReplacementPreview({ disclosure, chosen, isHers }: Props) {
  const say = useWords()
  const wanted = JSON.stringify(chosen)
  const [asked, setAsked] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), pauseMs)
    return () => clearTimeout(timer)
  }, [wanted])
  const { value, failure } = useAnswer(
    ['givenOut', 'consent', 'marks'],
    (archive, signal) => {
      const words = JSON.parse(asked) as ReplacementWords | null
      return archive.recall.replacementPage({ disclosure, ...(words === null ? {} : { chosen: words }) }, signal)
    },
    [disclosure, asked],
    { keepOld: true },
  )
  const label = say(chosen === null ? 'recall.replacement.page' : 'recall.replacement.wouldBe')
  if (failure !== null)
    return (
      <Notice kind="care" said>
        {say.failure(failure)}
      </Notice>
    )
  return (
    <figure className={styles.page}>
      <figcaption className={styles.soft}>{label}</figcaption>
      <div
        className={styles.pageItself}
        data-hers={isHers || undefined}
        role="group"
        aria-label={label}
        {...(value === undefined || value.lines.length === 0 ? {} : { lang: value.language, dir: value.direction })}
      >
        {value?.lines.map((line, at) => (
          <p key={`${at}-${line}`}>{line}</p>
        ))}
        {value?.lines.length === 0 && <p className={styles.unseen}>{say('recall.replacement.empty')}</p>}
      </div>
    </figure>
  )
}
