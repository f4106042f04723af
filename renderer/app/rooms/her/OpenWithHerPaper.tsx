// She has forgotten her passphrase: the 24 words of her own paper, and a new one, typed twice.
import { useRef, useState } from 'react'
import { useNewPassphrase, type WrongAt } from '../../../features/door/NewPassphrase.tsx'
import { paperWords, saysOfWords, wordsOfKey } from '../../../features/door/paper-words.ts'
import { PaperWordsField } from '../../../features/door/PaperWordsField.tsx'
import { useWords } from '../../../words/say.tsx'
import { codeOf, useArchive } from '../../archive.tsx'
import { useDoing } from '../../use-doing.ts'
import { useFocusNext } from '../../use-focus-next.ts'
import { TypedTwice } from './TypedTwice.tsx'
import styles from './HerRooms.module.css'

/** What is wrong with the words, and not with the new passphrase. */
const ofWords: readonly string[] = ['wrongPaperKey', 'notHerPaper', 'archivesPaper', 'noPaper']

export function OpenWithHerPaper({ onDone, onLeave }: { onDone: () => void; onLeave: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const field = useRef<HTMLTextAreaElement>(null)
  const focusNext = useFocusNext()
  const { hand, fields } = useNewPassphrase('own')
  const doing = useDoing()
  const [wrongWords, setWrongWords] = useState<readonly string[]>([])
  const [missing, setMissing] = useState<WrongAt | null>(null)

  const open = (): void => {
    const words = paperWords(field.current?.value ?? '')
    setWrongWords([])
    setMissing(null)
    if (words.length !== wordsOfKey) {
      doing.clear()
      setWrongWords([say('her.paper.needed', { count: words.length })])
      return field.current?.focus()
    }
    const read = hand.read()
    if ('wrong' in read) {
      setMissing(read.wrong)
      return doing.clear()
    }
    const { passphrase } = read
    doing.run(async () => {
      try {
        await archive.herSession.openWithPaper({ words: words.join(' '), passphrase })
      } catch (thrown) {
        const code = codeOf(thrown)
        if (!ofWords.includes(code)) throw thrown
        setWrongWords(await saysOfWords(say, archive, code, words))
        focusNext(() => field.current)
        return
      }
      hand.empty()
      if (field.current !== null) field.current.value = ''
      onDone()
    })
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        open()
      }}
    >
      <h3>{say('her.paper.open')}</h3>
      <p>{say('her.paper.open.says')}</p>
      <PaperWordsField inputRef={field} wrong={wrongWords} label={say('her.paper.words')} />
      <TypedTwice fields={fields} missing={missing} failure={doing.failure} busy={doing.busy} onLeave={onLeave} />
    </form>
  )
}
