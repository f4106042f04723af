// What goes, or has gone, a line for each kind of thing that there is.
import { spokenTime } from '../../app/sound/spoken-time.ts'
import { useWords, type Say } from '../../words/say.tsx'
import type { Counts, Who } from './erase-shapes.ts'
import styles from './erase.module.css'

const plain = ['versions', 'marks', 'suggestions', 'excerpts', 'spoken', 'readings', 'evidence', 'decisions'] as const

function linesOf(say: Say, counts: Counts, who: Who, isNarrator: boolean): string[] {
  const { stories, passages, words, sealed, sealedSound, recordings, soundMs, about } = counts
  return [
    ...(stories > 0 ? [say('erase.goes.stories', { count: stories })] : []),
    say('erase.goes.passages', { count: passages, words }),
    ...(sealed > 0 ? [say('erase.goes.sealed', { count: sealed, who })] : []),
    ...(sealedSound > 0 ? [say('erase.goes.sealedSound', { count: sealedSound, who })] : []),
    ...(recordings > 0 ? [say('erase.goes.recordings', { count: recordings, length: spokenTime(say, soundMs) })] : []),
    ...(about > 0 ? [say('erase.goes.about', { count: about, who })] : []),
    ...plain.flatMap((kind) => (counts[kind] > 0 ? [say(`erase.goes.${kind}`, { count: counts[kind] })] : [])),
    say('erase.goes.found'),
    ...(isNarrator ? [say('erase.goes.names', { who })] : []),
  ]
}

export function WhatGoes({ counts, who, isNarrator }: { counts: Counts; who: Who; isNarrator: boolean }) {
  const say = useWords()
  return (
    <ul className={styles.list}>
      {linesOf(say, counts, who, isNarrator).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
