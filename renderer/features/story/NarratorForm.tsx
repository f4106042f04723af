// The narrator: how she is called, for each reach; whether she is listed; words that are not to be used of her.
import { useState } from 'react'
import { existences, type Existence, type Narrator } from '../../../shared/domain/story.ts'
import type { Reach } from '../../../shared/domain/reach.ts'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Choice } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './AboutSheet.module.css'
import { KeepRow } from './KeepRow.tsx'
import { RefusedWords } from './RefusedWords.tsx'

const named = ['archive', 'circle', 'readers', 'anyone'] as const satisfies readonly Reach[]

export function NarratorForm({ narrator }: { narrator: Narrator }) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const [name, setName] = useState(narrator.name)
  const [names, setNames] = useState<Readonly<Partial<Record<Reach, string>>>>(narrator.names)
  const [existence, setExistence] = useState<Existence>(narrator.existence)
  const [refused, setRefused] = useState(narrator.refusedWords)
  const keep = (): void => {
    const said = Object.entries(names)
      .map(([reach, one]) => [reach, one.trim()] as const)
      .filter(([, one]) => one !== '')
    const refusedWords = refused
      .filter(({ word }) => word.trim() !== '')
      .map(({ word, instead }) => ({ word: word.trim(), instead: instead.trim() }))
    doing.run(
      () =>
        archive.story.changeNarrator({
          narrator: narrator.id,
          name: name.trim(),
          names: Object.fromEntries(said),
          existence,
          refusedWords,
        }),
      say('story.kept'),
    )
  }
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <h2 className={styles.head}>{say('story.narrator')}</h2>
      <TextField
        label={say('story.narrator.name')}
        note={say('story.narrator.name.note')}
        value={name}
        onChange={setName}
        dir="auto"
        maxLength={2_000}
      />
      {named.map((reach) => (
        <TextField
          key={reach}
          label={say(`story.narrator.name.${reach}`)}
          value={names[reach] ?? ''}
          dir="auto"
          maxLength={2_000}
          onChange={(one) => setNames({ ...names, [reach]: one })}
        />
      ))}
      <p className={styles.soft}>{say('story.narrator.names.note')}</p>
      <Choice
        label={say('story.narrator.existence')}
        value={existence}
        onChange={setExistence}
        options={existences.map((id) => ({ id, name: say(`uses.existence.${id}`) }))}
      />
      <RefusedWords words={refused} onWords={setRefused} />
      <KeepRow doing={doing} name={say('story.narrator.keep')} />
    </form>
  )
}
