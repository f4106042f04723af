// The receipt as files in a new folder, on something of hers.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { FolderField } from '../../app/FolderField.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import type { Wanted } from './receipt-shapes.ts'
import styles from './receipt.module.css'

export function SaveReceipt({ wanted }: { wanted: Wanted }) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const [parentFolder, setParent] = useState('')
  const [folderName, setName] = useState('receipt')
  const [saved, setSaved] = useState<string | null>(null)
  const save = () =>
    doing.run(
      () =>
        archive.receipt
          .save({ ...wanted, parentFolder: parentFolder.trim(), folderName })
          .then(({ folder }) => setSaved(folder)),
      say('receipt.saved'),
    )
  return (
    <div className={styles.part}>
      <p className={styles.soft}>{say('receipt.save.says')}</p>
      <FolderField
        label={say('takeHome.where')}
        choose={say('takeHome.choose')}
        folder={parentFolder}
        onChange={setParent}
        isDisabled={doing.busy}
      />
      <TextField label={say('receipt.save.name')} value={folderName} onChange={setName} isDisabled={doing.busy} />
      {doing.failure !== null && (
        <Notice kind="care" said title={say('receipt.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
      {doing.done && saved !== null && (
        <Notice title={say('receipt.saved')}>
          <span className={styles.where}>{say('receipt.saved.where', { folder: saved })}</span>
        </Notice>
      )}
      <div className={styles.actions}>
        <Button
          kind="primary"
          onPress={save}
          isDisabled={doing.busy || parentFolder.trim() === '' || folderName.trim() === ''}
        >
          {say('receipt.save.press')}
        </Button>
      </div>
    </div>
  )
}
