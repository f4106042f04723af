// One passage that was found: whose words they are is told by type, and the found words are marked.
import { memo } from 'react'
import { Link } from 'react-aria-components/Link'
import { VoiceOfNarrator, VoiceOfOthers } from '../../ui/Voices.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './FoundPassage.module.css'
import type { Hit } from './find-wish.ts'
import { foundWords } from './found-words.ts'

export const FoundPassage = memo(function FoundPassage({
  hit,
  onOpen,
}: {
  hit: Hit
  onOpen: (testimony: string, passage: string) => void
}) {
  const say = useWords()
  const who =
    hit.role === 'narrator'
      ? hit.narratorName === ''
        ? say('find.narratorUnnamed')
        : say('find.narrator', { name: hit.narratorName })
      : say(hit.role === 'interviewer' ? 'find.interviewer' : 'find.other')
  const words = foundWords(hit.text, hit.found).map(({ text, isFound }, place) =>
    isFound ? (
      <mark key={place} className={styles.found}>
        {text}
      </mark>
    ) : (
      text
    ),
  )
  return (
    <li className={styles.passage}>
      <Link className={styles.link ?? ''} data-result onPress={() => onOpen(hit.testimony, hit.passage)}>
        {hit.role === 'narrator' ? (
          <VoiceOfNarrator className={styles.narrator ?? ''}>
            <span className={styles.who}>{who}</span>
            <span className={styles.words} lang={hit.language} dir={hit.direction}>
              {words}
            </span>
          </VoiceOfNarrator>
        ) : (
          <VoiceOfOthers signed={who} className={styles.others ?? ''}>
            <span className={styles.words} lang={hit.language} dir={hit.direction}>
              {words}
            </span>
          </VoiceOfOthers>
        )}
      </Link>
    </li>
  )
})
