// The title of her story, given by her.
import { useState } from 'react'
import type { Testimony } from '../../../shared/domain/story.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import styles from './with-her.module.css'

export function TitleOfHers({ testimony }: { testimony: Testimony }) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  const [title, setTitle] = useState(testimony.title)
  const [wrong, setWrong] = useState<string | null>(null)
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() === '') return setWrong(say('her.title.missing'))
        setWrong(null)
        doing.run(async () => {
          await archive.story.retitle({ testimony: testimony.id, title: title.trim(), titleBy: 'narrator' })
          announce(say('her.title.kept'))
        })
      }}
    >
      <TextField
        label={say('her.title.yours')}
        note={say(testimony.titleBy === 'archivist' ? 'her.title.notYours' : 'her.title.isYours')}
        value={title}
        onChange={setTitle}
        lang={testimony.language}
        dir="auto"
        maxLength={2_000}
        wrong={wrong}
      />
      <Failed failure={doing.failure} />
      <div className={styles.row}>
        <Button type="submit" isDisabled={doing.busy}>
          {say('her.title.keep')}
        </Button>
      </div>
    </form>
  )
}
