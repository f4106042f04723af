// How a passage that was given out begins: hers in the reading face, anybody else's on a tint, with who is speaking.
import { VoiceOfNarrator, VoiceOfOthers } from '../../ui/Voices.tsx'
import { useWords } from '../../words/say.tsx'
import type { SpeaksTo } from './recall-in-words.ts'
import type { GivenSpan } from './recall-shapes.ts'
import styles from './recall.module.css'

interface Props {
  readonly span: Pick<GivenSpan, 'firstWords' | 'hers' | 'speaker' | 'language' | 'direction'>
  readonly speaksTo: SpeaksTo
}

export function GivenWords({ span: { firstWords, hers, speaker, language, direction }, speaksTo }: Props) {
  const say = useWords()
  if (firstWords === '')
    return <p className={styles.soft}>{say(speaksTo === 'narrator' ? 'her.gone.sealed' : 'recall.span.sealed')}</p>
  if (hers)
    return (
      <VoiceOfNarrator className={styles.hers ?? ''} lang={language} dir={direction}>
        {firstWords}
      </VoiceOfNarrator>
    )
  return (
    <VoiceOfOthers
      className={styles.others ?? ''}
      signed={<bdi>{speaker.trim() === '' ? say('recall.span.somebody') : speaker}:</bdi>}
    >
      <span lang={language} dir={direction}>
        {firstWords}
      </span>
    </VoiceOfOthers>
  )
}
