// Writing something about her story; it is signed, and she will read it.
import { useState, type FormEvent } from 'react'
import { wordsAboutKinds, type WordsAbout, type WordsAboutKind } from '../../../shared/domain/writing/beside.ts'
import { RefusedHint } from '../../app/RefusedHint.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useWords } from '../../words/say.tsx'

export interface AboutWords {
  readonly kind: WordsAboutKind
  readonly language: string
  readonly text: string
}

interface WordsAboutFormProps {
  readonly words: WordsAbout | null
  readonly language: string
  readonly onKeep: (words: AboutWords) => Promise<unknown>
  readonly onClose: () => void
}

export function WordsAboutForm({ words, language, onKeep, onClose }: WordsAboutFormProps) {
  const say = useWords()
  const [kind, setKind] = useState<WordsAboutKind>(words?.kind ?? 'synopsis')
  const [own, setOwn] = useState(words?.language ?? say.locale)
  const [text, setText] = useState(words?.text ?? '')
  const doing = useDoing()
  const languages = [...new Set([own, say.locale, language, 'en', 'es'])]
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() !== '')
      doing.run(() => onKeep({ kind, language: own, text: text.trim() }).then(onClose), say('writing.about.kept'))
  }
  return (
    <Dialog
      title={say(words === null ? 'writing.about.add' : 'writing.about.change.title')}
      isOpen
      onClose={onClose}
      wide
    >
      <form onSubmit={keep} noValidate>
        <Choice
          label={say('writing.about.kind')}
          value={kind}
          onChange={setKind}
          options={wordsAboutKinds.map((id) => ({ id, name: say(`writing.about.kind.${id}`) }))}
        />
        <TextArea label={say('writing.about.words')} value={text} onChange={setText} rows={6} lang={own} dir="auto" />
        <RefusedHint text={text} onText={setText} />
        <Choice
          label={say('writing.about.language')}
          value={own}
          onChange={setOwn}
          options={languages.map((id) => ({ id, name: say.language(id) }))}
        />
        {doing.failure !== null && (
          <Notice kind="care" said>
            {say.failure(doing.failure)}
          </Notice>
        )}
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={doing.busy || text.trim() === ''}>
            {say('writing.about.keep')}
          </Button>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
