// The language of one passage, where it differs from the story's or was guessed wrongly.
import { useState } from 'react'
import { directionOf } from '../../../../../shared/domain/languages/direction.ts'
import { offeredLanguages } from '../../../../../shared/domain/languages/languages.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../../ui/Dialog.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { useWords } from '../../../../words/say.tsx'

interface PassageLanguageProps {
  readonly language: string
  readonly onKeep: (language: string, direction: 'ltr' | 'rtl') => void
  readonly onClose: () => void
}

export function PassageLanguage({ language: before, onKeep, onClose }: PassageLanguageProps) {
  const say = useWords()
  const [language, setLanguage] = useState(before)
  return (
    <Dialog title={say('writing.passage.language')} isOpen onClose={onClose}>
      <Choice
        label={say('story.language')}
        value={language}
        onChange={setLanguage}
        options={offeredLanguages(say.locale, [before]).map(({ code: id, name }) => ({ id, name }))}
      />
      <DialogActions>
        <Button
          kind="primary"
          isDisabled={language === before}
          onPress={() => {
            onKeep(language, directionOf(language))
            onClose()
          }}
        >
          {say('story.language.keep')}
        </Button>
        <Button onPress={onClose}>{say('ui.cancel')}</Button>
      </DialogActions>
    </Dialog>
  )
}
