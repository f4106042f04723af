// A stretch of one of her recordings that shows what she decided, to be heard from its beginning to its end.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnswer } from '../archive.tsx'
import styles from '../EvidenceFields.module.css'
import type { EvidenceClip } from './evidence-draft.ts'

interface Props {
  readonly testimony: string
  readonly clip: EvidenceClip
}

export function ShownClip({ testimony, clip }: Props) {
  const say = useWords()
  const [isOpen, setOpen] = useState(false)
  const [start, end] = [say.time(clip.startMs), say.time(clip.endMs)]
  return isOpen ? (
    <Sound testimony={testimony} clip={clip} />
  ) : (
    <Button small aria-label={say('evidence.play.named', { start, end })} onPress={() => setOpen(true)}>
      {say('evidence.play')}
    </Button>
  )
}

function Sound({ testimony, clip }: Props) {
  const say = useWords()
  const { value } = useAnswer(
    [],
    async (archive, signal) => (await archive.story.read({ testimony }, signal)).story.recordings,
    [testimony],
  )
  if (value === undefined) return null
  const recording = value.find(({ id }) => id === clip.recording)
  if (recording === undefined) return <p>{say('evidence.file.missing')}</p>
  return (
    <audio
      controls
      autoPlay
      controlsList="nodownload noplaybackrate noremoteplayback"
      // The browser plays from the one to the other and stops there (W3C Media Fragments).
      src={`/media/${recording.media}#t=${clip.startMs / 1000},${clip.endMs / 1000}`}
      className={styles.audio}
      aria-label={say('evidence.play.named', { start: say.time(clip.startMs), end: say.time(clip.endMs) })}
    />
  )
}
