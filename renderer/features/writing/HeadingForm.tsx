// A heading above a passage.
import { useState, type FormEvent } from 'react'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'

interface HeadingFormProps {
  readonly heading: string
  readonly onKeep: (heading: string) => Promise<unknown>
  readonly onClose: () => void
}

export function HeadingForm({ heading: before, onKeep, onClose }: HeadingFormProps) {
  const say = useWords()
  const [heading, setHeading] = useState(before)
  const doing = useDoing()
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    if (heading.trim() !== '') doing.run(() => onKeep(heading.trim()).then(onClose))
  }
  return (
    <Dialog title={say('writing.passage.heading')} isOpen onClose={onClose}>
      <form onSubmit={keep} noValidate>
        <TextField
          label={say('writing.heading')}
          note={say('writing.heading.note')}
          value={heading}
          onChange={setHeading}
          dir="auto"
          maxLength={500}
          autoFocus
        />
        {doing.failure !== null && (
          <Notice kind="care" said>
            {say.failure(doing.failure)}
          </Notice>
        )}
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={doing.busy || heading.trim() === ''}>
            {say('writing.heading.keep')}
          </Button>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
