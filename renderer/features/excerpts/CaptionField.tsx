// What is written under a passage: not her words, signed by whoever writes it.
import { useState } from 'react'
import { RefusedHint } from '../../app/RefusedHint.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { VoiceOfOthers } from '../../ui/Voices.tsx'
import { useWords } from '../../words/say.tsx'
import type { Caption } from './excerpt-shapes.ts'
import styles from './excerpts.module.css'

interface Props {
  readonly passage: string
  readonly number: number
  readonly caption: Caption | undefined
  readonly isDisabled: boolean
  readonly onChange: (passage: string, text: string) => void
}

export function CaptionField({ passage, number, caption, isDisabled, onChange }: Props) {
  const say = useWords()
  const [isOpen, setOpen] = useState(false)
  if (caption === undefined && (!isOpen || isDisabled)) {
    if (isDisabled) return null
    return (
      <div className={styles.captionBegin}>
        <Button
          small
          kind="quiet"
          aria-label={say('excerpts.caption.writeUnder', { number })}
          onPress={() => setOpen(true)}
        >
          {say('excerpts.caption.write')}
        </Button>
      </div>
    )
  }
  const author = caption?.author ?? ''
  return (
    <div className={styles.caption} data-caption={passage}>
      <VoiceOfOthers
        signed={author === '' ? say('excerpts.caption.unsigned') : say('excerpts.framing.signed', { author })}
      >
        <TextArea
          label={say('excerpts.caption', { number })}
          rows={2}
          maxLength={2_000}
          dir="auto"
          autoFocus={isOpen}
          isDisabled={isDisabled}
          value={caption?.text ?? ''}
          onChange={(text) => onChange(passage, text)}
        />
        <RefusedHint text={caption?.text ?? ''} onText={isDisabled ? undefined : (text) => onChange(passage, text)} />
      </VoiceOfOthers>
    </div>
  )
}
