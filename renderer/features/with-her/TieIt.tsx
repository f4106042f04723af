// Ties: which passages, what she asks of them, and why, in her words. Everybody who works on the story sees it.
import { useState, type FormEvent } from 'react'
import { tieKinds, type TieKind } from '../../../shared/domain/marks/marks.ts'
import type { Passage } from '../../../shared/domain/story.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import type { Walk } from './walk.ts'
import { WhichPassages } from './WhichPassages.tsx'
import styles from './with-her.module.css'

interface TieItProps {
  readonly passage: Passage
  readonly passages: readonly Passage[]
  readonly walk: Walk
  readonly sealed: ReadonlySet<string>
  readonly onKeep: (passages: readonly string[], kind: TieKind, reason: string) => Promise<void>
  readonly onClose: () => void
}

export function TieIt({ passage, passages, walk, sealed, onKeep, onClose }: TieItProps) {
  const say = useWords()
  const doing = useDoing()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set([passage.id]))
  const [kind, setKind] = useState<TieKind | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const tooFew = kind === 'together' && chosen.size < 2
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (kind === null || chosen.size === 0 || tooFew) return
    const ordered = passages.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
    doing.run(async () => {
      await onKeep(ordered, kind, reason.trim())
      onClose()
    })
  }
  return (
    <Dialog title={say('her.tie')} isOpen onClose={onClose} wide>
      <form onSubmit={keep} noValidate className={styles.form}>
        <Answers<TieKind>
          label={say('her.tie.kind')}
          value={kind}
          onChange={setKind}
          options={tieKinds.map((id) => ({
            id,
            name: say(`her.tie.${id}`),
            note: say(`her.tie.${id}.note`),
          }))}
          wrong={tried && kind === null ? say('her.missing') : null}
        />
        <TextField
          label={say('her.tie.why')}
          note={say('her.tie.why.note')}
          value={reason}
          onChange={setReason}
          dir="auto"
          maxLength={2_000}
        />
        <WhichPassages
          passages={passages}
          walk={walk}
          sealed={sealed}
          chosen={chosen}
          onChoose={setChosen}
          wrong={tried && (tooFew || chosen.size === 0) ? say('her.tie.tooFew') : null}
        />
        <Failed failure={doing.failure} />
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={doing.busy}>
            {say('her.tie.keep')}
          </Button>
          <Button onPress={onClose}>{say('her.change.leave')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
