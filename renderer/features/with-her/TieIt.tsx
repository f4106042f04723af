// Ties: which passages, what she asks of them, and why, in her words. Everybody who works on the story sees it.
import { useState, type FormEvent } from 'react'
import { tieKinds, type TieKind } from '../../../shared/domain/marks.ts'
import type { Passage } from '../../../shared/domain/story.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import { useDoing } from './use-doing.ts'
import type { Walk } from './walk.ts'
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
        <fieldset className={styles.fields}>
          <legend>{say('her.tie.passages')}</legend>
          {tried && (tooFew || chosen.size === 0) && (
            <p className={styles.wrong} role="alert">
              {say('her.tie.tooFew')}
            </p>
          )}
          {passages.map((one) => {
            const { id, text, language, direction } = one
            const role = walk.roleOf(one)
            return (
              <CheckBox
                key={id}
                isSelected={chosen.has(id)}
                onChange={(isIn) => {
                  const next = new Set(chosen)
                  if (isIn) next.add(id)
                  else next.delete(id)
                  setChosen(next)
                }}
              >
                {sealed.has(id) ? (
                  say('her.where.sealed')
                ) : (
                  <>
                    {role !== 'narrator' && (
                      <span className={styles.soft}>
                        {say('her.asked', { who: walk.speakerOf(one) || say(`uses.role.${role}`) })}{' '}
                      </span>
                    )}
                    <bdi lang={language} dir={direction} className={role === 'narrator' ? styles.hers : undefined}>
                      {text.length > 140 ? `${text.slice(0, 140)}…` : text}
                    </bdi>
                  </>
                )}
              </CheckBox>
            )
          })}
        </fieldset>
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
