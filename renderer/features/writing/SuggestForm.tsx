// Proposing other words for a passage or the title: as they should read, and why.
import { useState, type FormEvent } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf } from '../../app/archive.tsx'
import { RefusedHint } from '../../app/RefusedHint.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'

interface SuggestFormProps {
  readonly before: string
  readonly language: string
  readonly forTitle: boolean
  readonly onKeep: (after: string, why: string) => Promise<unknown>
  readonly onClose: () => void
}

export function SuggestForm({ before, language, forTitle, onKeep, onClose }: SuggestFormProps) {
  const say = useWords()
  const [after, setAfter] = useState(before)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const [busy, setBusy] = useState(false)
  const same = after.trim() === before.trim() || after.trim() === ''
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (same || busy) return
    setBusy(true)
    onKeep(after.trim(), why.trim()).then(onClose, (thrown: unknown) => {
      setBusy(false)
      setFailure(codeOf(thrown))
    })
  }
  return (
    <Dialog title={say(forTitle ? 'writing.suggest.title' : 'writing.suggest')} isOpen onClose={onClose} wide>
      <form onSubmit={keep} noValidate>
        <TextArea
          label={say('writing.suggest.words')}
          value={after}
          onChange={setAfter}
          rows={forTitle ? 2 : 8}
          lang={language}
          dir="auto"
          wrong={tried && same ? say('writing.suggest.same') : ''}
        />
        {forTitle && <RefusedHint text={after} onText={setAfter} />}
        <TextField label={say('writing.suggest.why')} value={why} onChange={setWhy} dir="auto" maxLength={2_000} />
        <RefusedHint text={why} onText={setWhy} />
        {failure !== null && (
          <Notice kind="care" said>
            {say.failure(failure)}
          </Notice>
        )}
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={busy}>
            {say('writing.suggest.keep')}
          </Button>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
