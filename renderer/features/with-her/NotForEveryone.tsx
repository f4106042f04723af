// One question: who still gets this passage. From everybody further out it is taken out whole.
import { useState, type FormEvent } from 'react'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import { stillFor, type TakenFrom } from './reach-choices.ts'
import styles from './with-her.module.css'

type Still = (typeof stillFor)[number]['id']

interface NotForEveryoneProps {
  readonly onKeep: (from: TakenFrom) => Promise<void>
  readonly onClose: () => void
}

export function NotForEveryone({ onKeep, onClose }: NotForEveryoneProps) {
  const say = useWords()
  const doing = useDoing()
  const [still, setStill] = useState<Still | null>(null)
  const [tried, setTried] = useState(false)
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const choice = stillFor.find(({ id }) => id === still)
    if (choice === undefined) return
    doing.run(async () => {
      await onKeep(choice.from)
      onClose()
    })
  }
  return (
    <Dialog title={say('her.notEveryone')} isOpen onClose={onClose}>
      <form onSubmit={keep} noValidate className={styles.form}>
        <Answers<Still>
          label={say('her.notEveryone.who')}
          value={still}
          onChange={setStill}
          options={stillFor.map(({ id }) => ({
            id,
            name: say(`her.notEveryone.${id}`),
            note: say(`her.notEveryone.${id}.note`),
          }))}
          wrong={tried && still === null ? say('her.missing') : null}
        />
        <Failed failure={doing.failure} />
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={doing.busy}>
            {say('her.notEveryone.keep')}
          </Button>
          <Button onPress={onClose}>{say('her.change.leave')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
