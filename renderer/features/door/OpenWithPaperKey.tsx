// Opens the archive with the 24 words of the paper key.
import { useRef, useState } from 'react'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { useFocusNext } from '../../app/use-focus-next.ts'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { paperWords, saysOfWords, wordsOfKey } from './paper-words.ts'
import { PaperWordsField } from './PaperWordsField.tsx'
import styles from './Door.module.css'

export function OpenWithPaperKey({
  folder,
  onOpened,
  onPassphrase,
}: {
  folder: string
  onOpened: () => void
  onPassphrase: () => void
}) {
  const say = useWords()
  const archive = useArchive()
  const field = useRef<HTMLTextAreaElement>(null)
  const focusNext = useFocusNext()
  const [opening, setOpening] = useState(false)
  const [wrong, setWrong] = useState<readonly string[]>([])

  const open = async (): Promise<void> => {
    const input = field.current
    if (input === null || opening) return
    const words = paperWords(input.value)
    if (words.length !== wordsOfKey) {
      setWrong([say('door.paper.needed', { count: words.length })])
      return input.focus()
    }
    setOpening(true)
    setWrong([])
    try {
      await archive.door.openWithPaperKey({ folder, words: words.join(' ') })
      input.value = ''
      onOpened()
    } catch (thrown) {
      setWrong(await saysOfWords(say, archive, codeOf(thrown), words))
      setOpening(false)
      focusNext(() => input)
    }
  }

  return (
    <>
      <h2>{say('door.paper.title')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <PaperWordsField inputRef={field} wrong={wrong} />
        {opening && <Progress label={say('door.open.opening')} value={null} note={say('door.open.openingNote')} />}
        <Button kind="primary" type="submit" isDisabled={opening}>
          {say('door.open.press')}
        </Button>
      </form>
      <div className={styles.others}>
        <Button kind="quiet" onPress={onPassphrase}>
          {say('door.paper.withPassphrase')}
        </Button>
      </div>
    </>
  )
}
