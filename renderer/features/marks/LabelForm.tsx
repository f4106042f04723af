// A label: her words for it, what it means to her, who says so, and how she stands to it. Nothing is chosen beforehand.
import { useState, type FormEvent } from 'react'
import {
  assertedByChoices,
  stances,
  type AssertedBy,
  type Label,
  type Stance,
} from '../../../shared/domain/marks/marks.ts'
import { OfferedLabels } from '../../app/OfferedLabels.tsx'
import { RefusedHint } from '../../app/RefusedHint.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { ColourChoice } from './ColourChoice.tsx'
import styles from './MarkForm.module.css'

export interface LabelWords {
  readonly words: string
  readonly language: string
  readonly meaning: string
  readonly assertedBy: AssertedBy
  readonly stance: Stance
  readonly colour: number
}

interface LabelFormProps {
  /** The label that is changed; null for a new one. */
  readonly label: Label | null
  readonly quotes: readonly string[]
  readonly language: string
  readonly languages: readonly string[]
  readonly firstColour: number
  readonly onKeep: (words: LabelWords) => Promise<void>
  readonly onClose: () => void
}

export function LabelForm({
  label,
  quotes,
  language: storyLanguage,
  languages,
  firstColour,
  onKeep,
  onClose,
}: LabelFormProps) {
  const say = useWords()
  const [words, setWords] = useState(label?.words ?? '')
  const [language, setLanguage] = useState(label?.language ?? storyLanguage)
  const [meaning, setMeaning] = useState(label?.meaning ?? '')
  const [assertedBy, setAssertedBy] = useState<AssertedBy | null>(label?.assertedBy ?? null)
  const [stance, setStance] = useState<Stance>(label?.stance ?? 'none')
  const [colour, setColour] = useState(label?.colour ?? firstColour)
  const [asked, setAsked] = useState(false)
  const doing = useDoing()

  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (words.trim() === '' || assertedBy === null) return
    doing.run(async () => {
      await onKeep({ words: words.trim(), language, meaning: meaning.trim(), assertedBy, stance, colour })
      onClose()
    })
  }
  return (
    <Dialog title={say(label === null ? 'marks.label.new' : 'marks.label.change')} isOpen onClose={onClose} wide>
      <form onSubmit={keep} className={styles.form} noValidate>
        {quotes.length > 0 && <Quotes quotes={quotes} />}
        <TextField
          label={say('marks.label.words')}
          note={say('marks.label.words.note')}
          value={words}
          onChange={setWords}
          dir="auto"
          lang={language}
          maxLength={2_000}
          autoFocus
          wrong={asked && words.trim() === '' ? say('marks.label.words.missing') : null}
        />
        {assertedBy !== 'narrator' && <RefusedHint text={words} onText={setWords} />}
        {label === null && <OfferedLabels language={storyLanguage} onTake={setWords} usedAreShown />}
        <TextArea
          label={say('marks.label.meaning')}
          note={say('marks.label.meaning.note')}
          value={meaning}
          onChange={setMeaning}
          rows={2}
          dir="auto"
          maxLength={2_000}
        />
        {assertedBy !== 'narrator' && <RefusedHint text={meaning} onText={setMeaning} />}
        <Answers
          label={say('marks.label.assertedBy')}
          value={assertedBy}
          onChange={setAssertedBy}
          options={assertedByChoices.map((id) => ({ id, name: say(`uses.assertedBy.${id}`) }))}
          wrong={asked && assertedBy === null ? say('marks.label.assertedBy.missing') : null}
        />
        <Answers
          label={say('marks.label.stance')}
          note={say('marks.label.stance.note')}
          value={stance}
          onChange={setStance}
          options={stances.map((id) => ({ id, name: say(`uses.stance.${id}`) }))}
        />
        {languages.length > 1 && (
          <Choice
            label={say('marks.label.language')}
            value={language}
            onChange={setLanguage}
            options={languages.map((id) => ({ id, name: say.language(id) }))}
          />
        )}
        <ColourChoice colour={colour} onColour={setColour} />
        {doing.failure !== null && (
          <Notice kind="care" said>
            {say.failure(doing.failure)}
          </Notice>
        )}
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={doing.busy}>
            {say('marks.label.keep')}
          </Button>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** The words that the mark will lie on. */
function Quotes({ quotes }: { quotes: readonly string[] }) {
  const say = useWords()
  const [first = ''] = quotes
  return (
    <blockquote className={styles.quote} dir="auto">
      {first.length > 240 ? `${first.slice(0, 240)}…` : first}
      {quotes.length > 1 && (
        <span className={styles.more}> {say('marks.quotes.more', { count: quotes.length - 1 })}</span>
      )}
    </blockquote>
  )
}
