// What happens next: how many will be kept, the button that keeps them, or forgetting all of it.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/say.tsx'
import type { BatchWork } from './batch-work.ts'
import styles from './KeepBar.module.css'

export function KeepBar({ work, count, toKeep }: { work: BatchWork; count: number; toKeep: string }) {
  const say = useWords()
  const [asking, setAsking] = useState(false)
  const close = (): void => setAsking(false)
  return (
    <div className={styles.bar}>
      <Button kind="primary" isDisabled={count === 0} onPress={() => void work.keep()}>
        {say('bringIn.keep', { count })}
      </Button>
      <span className={styles.count}>{toKeep}</span>
      <div className={styles.others}>
        <Button kind="quiet" onPress={() => setAsking(true)}>
          {say('bringIn.forget')}
        </Button>
      </div>
      <Dialog title={say('bringIn.forget.title')} isOpen={asking} onClose={close}>
        <p>{say('bringIn.forget.how')}</p>
        <DialogActions>
          <Button
            onPress={() => {
              close()
              void work.forget()
            }}
          >
            {say('bringIn.forget.yes')}
          </Button>
          <Button onPress={close}>{say('bringIn.forget.no')}</Button>
        </DialogActions>
      </Dialog>
    </div>
  )
}
