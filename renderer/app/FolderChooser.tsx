// Chooses a folder on this machine, inside the app: the system's own dialog would remember and show more than it should.
import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/say.tsx'
import { codeOf, useAnswer, useArchive } from './archive.tsx'
import type { FailureCode } from '../../shared/contract/failure.ts'
import styles from './FolderChooser.module.css'

export interface FolderChooserProps {
  isOpen: boolean
  /** Where to begin; empty for the person's own folder. */
  start: string
  /** Choosing a folder that holds an archive: one press on it is enough. */
  forArchive?: boolean
  onChoose: (path: string) => void
  onClose: () => void
}

export function FolderChooser({ isOpen, start, forArchive = false, onChoose, onClose }: FolderChooserProps) {
  const say = useWords()
  return (
    <Dialog title={say('folders.title')} isOpen={isOpen} onClose={onClose} wide>
      <Folders start={start} forArchive={forArchive} onChoose={onChoose} />
    </Dialog>
  )
}

interface Entry {
  readonly path: string
  readonly name: string
  readonly holdsArchive: boolean
}

function Folders({
  start,
  forArchive,
  onChoose,
}: {
  start: string
  forArchive: boolean
  onChoose: (path: string) => void
}) {
  const say = useWords()
  const archive = useArchive()
  const [path, setPath] = useState(start)
  const [typed, setTyped] = useState<string | null>(null)
  const [newName, setNewName] = useState('')
  const [makeFailure, setMakeFailure] = useState<FailureCode | null>(null)
  const {
    value: here,
    failure,
    again,
  } = useAnswer([], (client, signal) => client.door.folders({ path }, signal), [path], { keepOld: true })
  // A folder that is not there yet (the one that is proposed) is no place to begin at.
  useEffect(() => {
    if (failure !== null && here === undefined && path !== '') setPath('')
  }, [failure, here, path])
  const shownPath = failure === null ? (here?.path ?? path) : path

  const goTo = (entry: Entry): void => {
    if (forArchive && entry.holdsArchive) return onChoose(entry.path)
    setTyped(null)
    setPath(entry.path)
  }
  const make = async (): Promise<void> => {
    try {
      const made = await archive.door.makeFolder({ parent: shownPath, name: newName.trim() })
      setNewName('')
      setMakeFailure(null)
      setTyped(null)
      setPath(made.path)
      again()
    } catch (thrown) {
      setMakeFailure(codeOf(thrown))
    }
  }
  const goTyped = (): void => {
    setPath((typed ?? shownPath).trim())
    setTyped(null)
  }

  return (
    <>
      <form
        onSubmit={(event) => {
          alone(event)
          goTyped()
        }}
      >
        <TextField
          label={say('folders.path')}
          value={typed ?? shownPath}
          onChange={setTyped}
          dir="ltr"
          wrong={failure === null ? null : say.failure(failure)}
          beside={<Button type="submit">{say('folders.go')}</Button>}
        />
      </form>
      <div className={styles.lists}>
        <FolderList name={say('folders.places')} entries={here?.places ?? []} onGo={goTo} />
        <FolderList
          name={say('folders.inside')}
          entries={here?.folders ?? []}
          onGo={goTo}
          beside={
            <Button
              small
              isDisabled={here === undefined || here.parent === null}
              onPress={() => {
                setTyped(null)
                setPath(here?.parent ?? '')
              }}
            >
              {say('folders.up')}
            </Button>
          }
        />
      </div>
      <form
        onSubmit={(event) => {
          alone(event)
          void make()
        }}
      >
        <TextField
          label={say('folders.newName')}
          value={newName}
          onChange={setNewName}
          wrong={makeFailure === null ? null : say.failure(makeFailure)}
          beside={
            <Button type="submit" isDisabled={newName.trim() === ''}>
              {say('folders.make')}
            </Button>
          }
        />
      </form>
      <DialogActions>
        <Button kind="primary" isDisabled={failure !== null || here === undefined} onPress={() => onChoose(shownPath)}>
          {say('folders.use')}
        </Button>
      </DialogActions>
    </>
  )
}

/** NOTE: React lets a submit rise out of the dialog into a form around it. */
function alone(event: FormEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

interface FolderListProps {
  name: string
  entries: readonly Entry[]
  onGo: (entry: Entry) => void
  beside?: ReactNode
}

function FolderList({ name, entries, onGo, beside }: FolderListProps) {
  const say = useWords()
  return (
    <div>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        {beside}
      </div>
      <ListBox
        aria-label={name}
        className={styles.list ?? ''}
        items={entries.map((entry) => ({ ...entry, id: entry.path }))}
        selectionMode="none"
        onAction={(id) => {
          const entry = entries.find((one) => one.path === id)
          if (entry !== undefined) onGo(entry)
        }}
        renderEmptyState={() => <p className={styles.none}>{say('folders.none')}</p>}
      >
        {(entry) => (
          <ListBoxItem id={entry.path} textValue={entry.name} className={styles.item ?? ''}>
            <bdi>{entry.name}</bdi>
            {entry.holdsArchive && <span className={styles.mark}>{say('folders.holdsArchive')}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  )
}
