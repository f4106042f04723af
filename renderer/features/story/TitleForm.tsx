// The title: hers, or a working title that is shown as one.
import { useState } from 'react'
import type { Testimony } from '../../../shared/domain/story.ts'
import { useArchive } from '../../app/archive.tsx'
import { RefusedHint } from '../../app/RefusedHint.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './AboutSheet.module.css'
import { KeepRow } from './KeepRow.tsx'

export function TitleForm({ testimony }: { testimony: Testimony }) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const [title, setTitle] = useState(testimony.title)
  const [titleBy, setTitleBy] = useState(testimony.titleBy)
  return (
    <form
      className={styles.part}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() !== '')
          doing.run(
            () => archive.story.retitle({ testimony: testimony.id, title: title.trim(), titleBy }),
            say('story.kept'),
          )
      }}
    >
      <TextField
        label={say('story.title')}
        value={title}
        onChange={setTitle}
        dir="auto"
        lang={testimony.language}
        maxLength={2_000}
        wrong={title.trim() === '' ? say('story.title.missing') : null}
      />
      {titleBy === 'archivist' && <RefusedHint text={title} onText={setTitle} />}
      <Answers
        label={say('story.titleBy')}
        value={titleBy}
        onChange={setTitleBy}
        options={(['narrator', 'archivist'] as const).map((id) => ({ id, name: say(`story.titleBy.${id}`) }))}
      />
      <KeepRow doing={doing} name={say('story.title.keep')} isDisabled={title.trim() === ''} />
    </form>
  )
}
