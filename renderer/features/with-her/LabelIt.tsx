// A label of her own: any words in any script, what it means to her, its line. Labels to begin with are offered, none is chosen.
import { useState, type FormEvent } from 'react'
import type { Passage } from '../../../shared/domain/story.ts'
import { OfferedLabels } from '../../app/OfferedLabels.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { LabelMark } from '../../ui/LabelMark.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import type { Stretch } from './choosing-words.ts'
import { Failed } from './Failed.tsx'
import { chosenIn, noWords, WhichWords } from './WhichWords.tsx'
import styles from './with-her.module.css'

const colours = ['1', '2', '3', '4', '5', '6', '7', '8'] as const
type Colour = (typeof colours)[number]

export interface HerLabel {
  readonly words: string
  readonly language: string
  readonly meaning: string
  readonly colour: number
}

interface LabelItProps {
  readonly passage: Passage
  readonly languages: readonly string[]
  readonly onKeep: (stretches: readonly Stretch[], label: HerLabel) => Promise<void>
  readonly onClose: () => void
}

export function LabelIt({ passage, languages, onKeep, onClose }: LabelItProps) {
  const say = useWords()
  const doing = useDoing()
  const [which, setWhich] = useState(noWords)
  const [words, setWords] = useState('')
  const [meaning, setMeaning] = useState('')
  const [language, setLanguage] = useState(passage.language)
  const [colour, setColour] = useState<Colour | null>(null)
  const [tried, setTried] = useState(false)
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const stretches = chosenIn(which, passage)
    if (stretches.length === 0 || words.trim() === '' || colour === null) return
    doing.run(async () => {
      await onKeep(stretches, { words: words.trim(), language, meaning: meaning.trim(), colour: Number(colour) })
      onClose()
    })
  }
  return (
    <Dialog title={say('her.labelIt')} isOpen onClose={onClose} wide>
      <form onSubmit={keep} noValidate className={styles.form}>
        <WhichWords passage={passage} which={which} onWhich={setWhich} tried={tried} />
        <TextField
          label={say('her.labelIt.words')}
          note={say('her.labelIt.words.note')}
          value={words}
          onChange={setWords}
          lang={language}
          dir="auto"
          maxLength={2_000}
          wrong={tried && words.trim() === '' ? say('her.missing') : null}
        />
        <OfferedLabels language={passage.language} onTake={setWords} usedAreShown={false} />
        <TextArea
          label={say('her.labelIt.meaning')}
          note={say('her.canStayEmpty')}
          value={meaning}
          onChange={setMeaning}
          dir="auto"
          rows={2}
          maxLength={2_000}
        />
        {languages.length > 1 && (
          <Choice
            label={say('her.labelIt.language')}
            value={language}
            onChange={setLanguage}
            options={languages.map((id) => ({ id, name: say.language(id) }))}
          />
        )}
        <Answers<Colour>
          label={say('her.labelIt.colour')}
          value={colour}
          onChange={setColour}
          options={colours.map((id) => ({
            id,
            name: <LabelMark colour={Number(id)}>{say(`her.colour.line.${id}`)}</LabelMark>,
          }))}
          wrong={tried && colour === null ? say('her.missing') : null}
        />
        <Failed failure={doing.failure} />
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={doing.busy}>
            {say('her.labelIt.keep')}
          </Button>
          <Button onPress={onClose}>{say('her.change.leave')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
