// Opens the archive with a passphrase. What went wrong is said under the field, and what was typed stays, selected.
import { useRef, useState } from 'react'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import styles from './Door.module.css'

export interface OpenArchiveProps {
  folder: string
  onOpened: () => void
  onPaper: () => void
  onSheets: () => void
  onOtherFolder: () => void
  onMakeNew: () => void
  onRestore: () => void
}

export function OpenArchive({
  folder,
  onOpened,
  onPaper,
  onSheets,
  onOtherFolder,
  onMakeNew,
  onRestore,
}: OpenArchiveProps) {
  const say = useWords()
  const archive = useArchive()
  const field = useRef<HTMLInputElement>(null)
  const [opening, setOpening] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)

  const open = async (): Promise<void> => {
    const input = field.current
    if (input === null || opening) return
    if (input.value === '') {
      setWrong(say('door.open.needed'))
      return input.focus()
    }
    setOpening(true)
    setWrong(null)
    try {
      await archive.door.open({ folder, passphrase: input.value })
      input.value = ''
      onOpened()
    } catch (thrown) {
      setWrong(say.failure(codeOf(thrown)))
      setOpening(false)
      requestAnimationFrame(() => input.select())
    }
  }

  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <PassphraseField label={say('door.open.passphrase')} wrong={wrong} inputRef={field} autoFocus />
        {opening && <Progress label={say('door.open.opening')} value={null} note={say('door.open.openingNote')} />}
        <Button kind="primary" type="submit" isDisabled={opening}>
          {say('door.open.press')}
        </Button>
      </form>
      <div className={styles.others}>
        <Button kind="quiet" onPress={onPaper}>
          {say('door.open.withPaper')}
        </Button>
        <Button kind="quiet" onPress={onSheets}>
          {say('door.open.withShares')}
        </Button>
        <Button kind="quiet" onPress={onOtherFolder}>
          {say('door.open.otherFolder')}
        </Button>
        <Button kind="quiet" onPress={onMakeNew}>
          {say('door.open.makeNew')}
        </Button>
        <Button kind="quiet" onPress={onRestore}>
          {say('backup.restore.have')}
        </Button>
      </div>
    </>
  )
}
