// The words that others put around hers, each signed by who wrote it.
import { useState, type Ref } from 'react'
import { RefusedHint } from '../../app/RefusedHint.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { VoiceOfOthers } from '../../ui/Voices.tsx'
import { useWords } from '../../words/say.tsx'
import type { Framing } from './excerpt-shapes.ts'
import styles from './excerpts.module.css'

export interface FramingRefs {
  readonly title: Ref<HTMLInputElement>
  readonly introduction: Ref<HTMLTextAreaElement>
  readonly keywords: Ref<HTMLInputElement>
}

interface Props {
  readonly framing: Framing
  readonly author: string
  readonly refs: FramingRefs
  readonly isDisabled: boolean
  readonly onChange: (framing: Framing) => void
}

/** Commas of every script part keywords. */
export function keywordsIn(text: string): string[] {
  const words = text
    .split(/[,،、，;]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  return [...new Set(words)].slice(0, 50)
}

export function FramingFields({ framing, author, refs, isDisabled, onChange }: Props) {
  const say = useWords()
  const [keywords, setKeywords] = useState(framing.keywords.join(', '))
  const writeKeywords = (text: string): void => {
    setKeywords(text)
    onChange({ ...framing, keywords: keywordsIn(text) })
  }
  return (
    <section className={styles.framing}>
      <h2>{say('excerpts.framing')}</h2>
      <VoiceOfOthers signed={say(framing.signed ? 'excerpts.framing.signed' : 'excerpts.framing.unsigned', { author })}>
        <TextField
          label={say('excerpts.framing.title')}
          value={framing.title}
          maxLength={2_000}
          isDisabled={isDisabled}
          inputRef={refs.title}
          dir="auto"
          onChange={(title) => onChange({ ...framing, title })}
        />
        <RefusedHint text={framing.title} onText={(title) => onChange({ ...framing, title })} />
        <TextArea
          label={say('excerpts.framing.introduction')}
          rows={2}
          value={framing.introduction}
          isDisabled={isDisabled}
          inputRef={refs.introduction}
          dir="auto"
          onChange={(introduction) => onChange({ ...framing, introduction })}
        />
        <RefusedHint text={framing.introduction} onText={(introduction) => onChange({ ...framing, introduction })} />
        <TextField
          label={say('excerpts.framing.keywords')}
          note={say('excerpts.framing.keywords.hint')}
          value={keywords}
          isDisabled={isDisabled}
          inputRef={refs.keywords}
          dir="auto"
          onChange={writeKeywords}
        />
        <RefusedHint text={keywords} onText={writeKeywords} />
        <CheckBox
          isSelected={framing.signed}
          isDisabled={isDisabled}
          onChange={(signed) => onChange({ ...framing, signed })}
        >
          {say('excerpts.framing.sign', { author })}
        </CheckBox>
      </VoiceOfOthers>
    </section>
  )
}
