// Who makes the archive, where it lies, and its passphrase.
import { useEffect, useRef, useState } from 'react'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { FolderChooser } from '../../app/FolderChooser.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx'
import type { PaperKey } from './paper-key.ts'
import styles from './Door.module.css'

export interface MakeFormProps {
  folder: string
  synced: string | null
  onMaking: (making: boolean) => void
  onKey: (key: PaperKey) => void
  onBack: () => void
}

interface Wrong {
  readonly at: 'archivist' | 'folder' | 'passphrase' | 'again'
  readonly says: string
}

const aboutTheFolder = new Set([
  'archiveHere',
  'folderNotEmpty',
  'folderMissing',
  'notAFolder',
  'pathNotWhole',
  'folderReadOnly',
  'folderSynced',
  'diskFull',
  'diskFailing',
  'notAnArchive',
])

export function MakeForm({ folder: defaultFolder, synced, onMaking, onKey, onBack }: MakeFormProps) {
  const say = useWords()
  const archive = useArchive()
  const [archivist, setArchivist] = useState('')
  const [folder, setFolder] = useState(defaultFolder)
  const [choosing, setChoosing] = useState(false)
  const [making, setMaking] = useState(false)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const name = useRef<HTMLInputElement>(null)
  const { hand, fields } = useNewPassphrase()
  useEffect(() => name.current?.focus(), [])
  const wrongAt = (at: Wrong['at']): string | null => (wrong?.at === at ? wrong.says : null)

  const make = async (): Promise<void> => {
    if (making) return
    if (archivist.trim() === '') {
      setWrong({ at: 'archivist', says: say('door.make.archivistNeeded') })
      return name.current?.focus()
    }
    const read = hand.read()
    if ('wrong' in read)
      return setWrong({
        at: read.wrong,
        says: say(read.wrong === 'again' ? 'door.make.notSame' : 'door.make.needed'),
      })
    const { passphrase } = read
    setMaking(true)
    setWrong(null)
    onMaking(true)
    try {
      const key = await archive.door.create({ folder, passphrase, archivist: archivist.trim(), language: say.locale })
      hand.empty()
      onKey(key)
    } catch (thrown) {
      const code = codeOf(thrown)
      setWrong({ at: aboutTheFolder.has(code) ? 'folder' : 'passphrase', says: say.failure(code) })
      onMaking(false)
      setMaking(false)
    }
  }

  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <h2>{say('door.make.title')}</h2>
        <TextField
          label={say('door.make.archivist')}
          note={say('door.make.archivistNote')}
          value={archivist}
          onChange={setArchivist}
          wrong={wrongAt('archivist')}
          inputRef={name}
          autoComplete="off"
          maxLength={200}
        />
        <div className={styles.section} role="group" aria-labelledby="make-folder">
          <h3 id="make-folder">{say('door.make.folder')}</h3>
          <p className={styles.folder}>
            <bdi dir="ltr">{folder}</bdi>
          </p>
          {folder === defaultFolder && synced !== null && (
            <Notice kind="care" title={say('door.make.synced', { service: synced })}>
              {say('door.make.syncedSays', { service: synced })}
            </Notice>
          )}
          {wrongAt('folder') !== null && (
            <Notice kind="care" said>
              {wrongAt('folder')}
            </Notice>
          )}
          <Button small onPress={() => setChoosing(true)}>
            {say('door.make.changeFolder')}
          </Button>
        </div>
        <div className={styles.section} role="group" aria-labelledby="make-passphrase">
          <h3 id="make-passphrase">{say('door.make.passphrase')}</h3>
          <p className={styles.soft}>{say('door.make.passphraseNote')}</p>
          <NewPassphrase
            fields={{
              ...fields,
              onKind: (chosen) => {
                fields.onKind(chosen)
                setWrong(null)
              },
            }}
            wrongAgain={wrongAt('again')}
          />
        </div>
        {wrongAt('passphrase') !== null && (
          <Notice kind="care" said>
            {wrongAt('passphrase')}
          </Notice>
        )}
        {making && <Progress label={say('door.make.making')} value={null} note={say('door.open.openingNote')} />}
        <div className={styles.actions}>
          <Button kind="primary" type="submit" isDisabled={making}>
            {say('door.make.press')}
          </Button>
          <Button onPress={onBack} isDisabled={making}>
            {say('door.back')}
          </Button>
        </div>
      </form>
      <FolderChooser
        isOpen={choosing}
        start={folder}
        onClose={() => setChoosing(false)}
        onChoose={(chosen) => {
          setFolder(chosen)
          setChoosing(false)
          setWrong(null)
        }}
      />
    </>
  )
}
