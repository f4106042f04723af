// Tying passages: what is asked of them, and why, in her words.
import { useState, type FormEvent } from 'react'
import { tieKinds, type Tie, type TieKind } from '../../../shared/domain/marks/marks.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkForm.module.css'

interface TieFormProps {
  readonly tie: Tie | null
  readonly quotes: readonly string[]
  readonly onKeep: (kind: TieKind, reason: string) => Promise<unknown>
  readonly onClose: () => void
}

export function TieForm({ tie, quotes, onKeep, onClose }: TieFormProps) {
  const say = useWords()
  const [kind, setKind] = useState<TieKind | null>(tie?.kind ?? null)
  const [reason, setReason] = useState(tie?.reason ?? '')
  const [tried, setTried] = useState(false)
  const doing = useDoing()
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (kind === null) return
    doing.run(async () => {
      await onKeep(kind, reason.trim())
      onClose()
    })
  }
  return (
    <Dialog title={say(tie === null ? 'writing.tie.new' : 'writing.tie.change')} isOpen onClose={onClose} wide>
      <form onSubmit={keep} className={styles.form} noValidate>
        {quotes.map((quote, at) => (
          <p key={at} className={styles.quote} dir="auto">
            {quote.length > 160 ? `${quote.slice(0, 160)}…` : quote}
          </p>
        ))}
        <Answers
          label={say('writing.tie.kind')}
          value={kind}
          onChange={setKind}
          wrong={tried && kind === null ? say('writing.tie.missing') : ''}
          options={tieKinds.map((id) => ({
            id,
            name: say(`writing.tie.kind.${id}`),
            note: say(`writing.tie.kind.${id}.note`),
          }))}
        />
        <TextArea
          label={say('writing.tie.reason')}
          note={say('writing.tie.reason.note')}
          value={reason}
          onChange={setReason}
          rows={3}
          dir="auto"
          maxLength={2_000}
        />
        {doing.failure !== null && (
          <Notice kind="care" said>
            {say.failure(doing.failure)}
          </Notice>
        )}
        <div className={styles.end}>
          <DialogActions>
            <Button kind="primary" type="submit" isDisabled={doing.busy}>
              {say('writing.tie.keep')}
            </Button>
            <Button onPress={onClose}>{say('ui.cancel')}</Button>
          </DialogActions>
        </div>
      </form>
    </Dialog>
  )
}
