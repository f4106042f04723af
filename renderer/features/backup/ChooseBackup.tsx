// Which backup: the folder, what lies in it with its date, and one of them.
import { useEffect, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { FolderField } from '../../app/FolderField.tsx'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { Generation } from './backup-shapes.ts'
import styles from './backup.module.css'

interface ChooseBackupProps {
  /** Where to begin; looked into at once where it is not empty. */
  readonly start: string
  readonly chosen: Generation | null
  readonly onChoose: (generation: Generation | null) => void
  readonly isDisabled: boolean
}

export function ChooseBackup({ start, chosen, onChoose, isDisabled }: ChooseBackupProps) {
  const say = useWords()
  const archive = useArchive()
  const [folder, setFolder] = useState(start)
  const [found, setFound] = useState<readonly Generation[] | null>(null)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const look = async (place: string): Promise<void> => {
    setFailure(null)
    setFound(null)
    onChoose(null)
    try {
      const { generations } = await archive.backup.look({ folder: place.trim() })
      setFound(generations)
      onChoose(generations.find(({ madeAt }) => madeAt !== null) ?? null)
    } catch (thrown) {
      setFailure(codeOf(thrown))
    }
  }
  useEffect(() => {
    if (start !== '') void look(start)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only where it begins
  }, [])
  const readable = found?.filter(({ madeAt }) => madeAt !== null) ?? []
  const unreadable = (found?.length ?? 0) - readable.length
  return (
    <>
      <FolderField label={say('backup.from')} folder={folder} onChange={setFolder} isDisabled={isDisabled} />
      <div className={styles.actions}>
        <Button onPress={() => void look(folder)} isDisabled={isDisabled || folder.trim() === ''}>
          {say('backup.look')}
        </Button>
      </div>
      {failure !== null && (
        <Notice kind="care" said>
          {say.failure(failure)}
        </Notice>
      )}
      {readable.length > 0 && (
        <Answers
          label={say('backup.which')}
          value={chosen === null ? null : placeOf(chosen)}
          onChange={(place) => onChoose(readable.find((one) => placeOf(one) === place) ?? null)}
          options={readable.map((one) => ({
            id: placeOf(one),
            name: say('backup.of', { when: say.moment(one.madeAt ?? '') }),
          }))}
          isDisabled={isDisabled}
        />
      )}
      {unreadable > 0 && <p className={styles.soft}>{say('backup.unreadable', { count: unreadable })}</p>}
    </>
  )
}

function placeOf({ root, id }: Generation): string {
  return `${root} ${id}`
}
