// Before a machine listens: to what, in which language, and that she was asked.
import { useState } from 'react'
import { heardLanguage, heardLanguages } from '../../../shared/domain/languages/heard-languages.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './transcribing.module.css'
import type { DraftsState } from './transcribing-shapes.ts'
import type { Wanted } from './under-way.ts'

interface BeginFormProps {
  readonly state: DraftsState
  readonly testimony: string
  /** The story's, BCP 47. */
  readonly language: string
  readonly onBegin: (wanted: Wanted) => void
}

export function BeginForm({ state, testimony, language: own, onBegin }: BeginFormProps) {
  const say = useWords()
  const open = state.recordings.filter(
    ({ id, unwrittenMs }) => unwrittenMs > 0 && !state.drafts.some(({ recording }) => recording === id),
  )
  const isKnown = heardLanguage(own) !== null && (!state.onlyEnglish || heardLanguage(own) === 'en')
  const [recording, setRecording] = useState<string | null>(open[0]?.id ?? null)
  const [language, setLanguage] = useState<string | null>(isKnown ? own : null)
  const [asked, setAsked] = useState(false)
  const languages = [...new Set([...(isKnown ? [own] : []), ...(state.onlyEnglish ? ['en'] : heardLanguages)])]
    .map((id) => ({ id, name: say.language(id) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, say.locale))
  const chosen = open.find(({ id }) => id === recording) ?? open[0]
  if (chosen === undefined) return null
  return (
    <div className={styles.part}>
      <p>{say('transcribing.begin.what')}</p>
      {state.recordings.length > 1 && (
        <Choice
          label={say('transcribing.begin.recording')}
          value={chosen.id}
          onChange={setRecording}
          options={open.map(({ id, sitting, unwrittenMs }) => ({
            id,
            name: say('transcribing.begin.recording.one', { sitting, left: say.time(unwrittenMs) }),
          }))}
        />
      )}
      <Choice
        label={say('transcribing.begin.language')}
        placeholder={say('transcribing.begin.language.none')}
        value={language}
        onChange={setLanguage}
        options={languages}
        {...(state.onlyEnglish
          ? { note: say('transcribing.begin.onlyEnglish') }
          : isKnown || own === 'und'
            ? {}
            : { note: say('transcribing.begin.language.unheard', { language: say.language(own) }) })}
      />
      <h2>{say('transcribing.begin.asked.head')}</h2>
      <p>{say('transcribing.begin.asked.says')}</p>
      <CheckBox isSelected={asked} onChange={setAsked}>
        {say('transcribing.begin.asked')}
      </CheckBox>
      <p className={styles.soft}>{say('transcribing.begin.asked.kept')}</p>
      <Button
        kind="primary"
        isDisabled={!asked || language === null}
        onPress={() => language !== null && onBegin({ testimony, recording: chosen.id, language })}
      >
        {say('transcribing.begin.start')}
      </Button>
    </div>
  )
}
