// What happens next: how many will be kept, the button that keeps them, more files, or forgetting all of it.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/say.tsx'
import type { BatchWork } from './batch-work.ts'
import { FileButtons } from './FileButtons.tsx'
import styles from './KeepBar.module.css'
import { PasteText } from './PasteText.tsx'

export function KeepBar({ work, count, toKeep }: { work: BatchWork; count: number; toKeep: string }) {
  const say = useWords()
  const [asking, setAsking] = useState<'forget' | 'paste' | null>(null)
  const close = (): void => setAsking(null)
  return (
    <div className={styles.bar}>
      <Button kind="primary" isDisabled={count === 0} onPress={() => void work.keep()}>{say('bringIn.keep', { count })}</Button>
      <span className={styles.count}>{toKeep}</span>
      <div className={styles.others}>
        <FileButtons work={work} />
        <Button onPress={() => setAsking('paste')}>{say('bringIn.morePaste')}</Button>
        <Button kind="quiet" onPress={() => setAsking('forget')}>{say('bringIn.forget')}</Button>
      </div>
      <Dialog title={say('bringIn.forget.title')} isOpen={asking === 'forget'} onClose={close}>
        <p>{say('bringIn.forget.how')}</p>
        <DialogActions>
          <Button onPress={() => { close(); void work.forget() }}>{say('bringIn.forget.yes')}</Button>
          <Button onPress={close}>{say('bringIn.forget.no')}</Button>
        </DialogActions>
      </Dialog>
      <Dialog title={say('bringIn.paste.title')} isOpen={asking === 'paste'} onClose={close}>
        <PasteText onText={(text) => { close(); work.paste(text) }} />
      </Dialog>
    </div>
  )
}
