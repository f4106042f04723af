// Papers saved as files in a new folder: where to, what came of it, and one press.
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/say.tsx'
import { proposedName } from './proposed-name.ts'
import { useDoing } from './use-doing.ts'
import { isWhole, trimmed, WhereTo, type PlaceOnDisk } from './WhereTo.tsx'
import styles from './SaveInFolder.module.css'

interface SaveInFolderProps {
  /** What is saved, in a sentence or two. */
  readonly says: string
  /** The name of the new folder until somebody writes another. */
  readonly proposed: string
  readonly press: string
  readonly saved: string
  readonly failed: string
  readonly onSave: (where: { parentFolder: string; folderName: string }) => Promise<{ folder: string }>
}

export function SaveInFolder({ says, proposed, press, saved, failed, onSave }: SaveInFolderProps) {
  const say = useWords()
  const doing = useDoing()
  const [place, setPlace] = useState<PlaceOnDisk>({ parent: '', name: proposedName(proposed) })
  const [folder, setFolder] = useState<string | null>(null)
  const save = (): void =>
    doing.run(async () => {
      const { parent: parentFolder, name: folderName } = trimmed(place)
      setFolder((await onSave({ parentFolder, folderName })).folder)
    }, saved)
  return (
    <div className={styles.save}>
      <p className={styles.says}>{says}</p>
      <WhereTo place={place} onChange={setPlace} isDisabled={doing.busy} />
      {doing.failure !== null && (
        <Notice kind="care" said title={failed}>
          {say.failure(doing.failure)}
        </Notice>
      )}
      {doing.done && folder !== null && (
        <Notice title={saved}>
          <span className={styles.where}>{say('folders.isIn', { folder })}</span>
        </Notice>
      )}
      <div>
        <Button kind="primary" onPress={save} isDisabled={doing.busy || !isWhole(place)}>
          {press}
        </Button>
      </div>
    </div>
  )
}
