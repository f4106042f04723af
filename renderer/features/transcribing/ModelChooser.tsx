// Chooses a model on this machine, inside the app: folders to go through, and the files in them that are called like one.
import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { useAnswer } from '../../app/archive.tsx'
import styles from '../../app/FolderChooser.module.css'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import own from './transcribing.module.css'

interface ModelChooserProps {
  readonly isOpen: boolean
  readonly busy: boolean
  /** Why the file that was chosen last is none. */
  readonly refused: string | null
  readonly onChoose: (path: string) => void
  readonly onClose: () => void
}

const modelName = /\.(bin|ggml)$/i

export function ModelChooser({ isOpen, onClose, ...rest }: ModelChooserProps) {
  const say = useWords()
  return (
    <Dialog title={say('transcribing.model.title')} isOpen={isOpen} onClose={onClose} wide>
      <Files {...rest} />
    </Dialog>
  )
}

interface Entry {
  readonly path: string
  readonly name: string
  readonly size?: number
}

function Files({ busy, refused, onChoose }: Omit<ModelChooserProps, 'isOpen' | 'onClose'>) {
  const say = useWords()
  const [path, setPath] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const { value: here, failure } = useAnswer(
    [],
    (archive, signal) => archive.transcribing.files({ path }, signal),
    [path],
    { keepOld: true },
  )
  const shown = typed ?? (failure === null ? (here?.path ?? path) : path)
  // NOTE: only here, so that a folder that is slow to come does not take away what somebody is typing.
  const goTo = (next: string): void => {
    setTyped(null)
    setPath(next)
  }
  const go = (): void => {
    const wanted = shown.trim()
    // A whole file may be typed: then it is the one that is meant.
    if (modelName.test(wanted)) onChoose(wanted)
    else goTo(wanted)
  }
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          go()
        }}
      >
        <TextField
          label={say('transcribing.model.path')}
          value={shown}
          onChange={setTyped}
          dir="ltr"
          wrong={failure === null ? null : say.failure(failure)}
          beside={<Button type="submit">{say('transcribing.model.go')}</Button>}
        />
      </form>
      {refused !== null && (
        <Notice kind="care" said>
          {refused}
        </Notice>
      )}
      {busy && <p role="status">{say('transcribing.settings.looking')}</p>}
      <div className={styles.lists}>
        <EntryList name={say('transcribing.model.places')} entries={here?.places ?? []} onGo={goTo} />
        <div>
          <EntryList
            name={say('transcribing.model.folders')}
            none={say('transcribing.model.noFolders')}
            entries={here?.folders ?? []}
            onGo={goTo}
            up={here?.parent ?? null}
          />
        </div>
      </div>
      <EntryList
        name={say('transcribing.model.files')}
        none={say('transcribing.model.none')}
        entries={here?.files ?? []}
        onGo={onChoose}
      />
    </>
  )
}

interface EntryListProps {
  readonly name: string
  readonly entries: readonly Entry[]
  readonly onGo: (path: string) => void
  readonly none?: string
  readonly up?: string | null
}

function EntryList({ name, entries, onGo, none, up }: EntryListProps) {
  const say = useWords()
  return (
    <div>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        {up !== undefined && (
          <Button small isDisabled={up === null} onPress={() => onGo(up ?? '')}>
            {say('transcribing.model.up')}
          </Button>
        )}
      </div>
      <ListBox
        aria-label={name}
        className={styles.list ?? ''}
        items={entries.map((entry) => ({ ...entry, id: entry.path }))}
        selectionMode="none"
        onAction={(id) => onGo(String(id))}
        renderEmptyState={() => <p className={styles.none}>{none}</p>}
      >
        {(entry) => (
          <ListBoxItem id={entry.path} textValue={entry.name} className={styles.item ?? ''}>
            <bdi>{entry.name}</bdi>
            {entry.size !== undefined && (
              <span className={own.size}>{say('transcribing.size', { size: entry.size / 1_000_000 })}</span>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  )
}
