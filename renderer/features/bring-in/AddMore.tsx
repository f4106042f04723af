// Adds to what is looked at already: more files, a folder, pasted text.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './AddMore.module.css'
import type { BatchWork } from './batch-work.ts'
import { FileButtons } from './FileButtons.tsx'
import { PasteText } from './PasteText.tsx'

export function AddMore({ work }: { work: BatchWork }) {
  const say = useWords()
  const [pasting, setPasting] = useState(false)
  return (
    <div className={styles.add}>
      <FileButtons work={work} />
      <Button small onPress={() => setPasting(true)}>
        {say('bringIn.morePaste')}
      </Button>
      <Dialog title={say('bringIn.paste.title')} isOpen={pasting} onClose={() => setPasting(false)}>
        <PasteText
          onText={(text) => {
            setPasting(false)
            work.paste(text)
          }}
        />
      </Dialog>
    </div>
  )
}
