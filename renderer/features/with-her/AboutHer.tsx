// About her, as she says it: how she is called by whom, whether she is in lists, words not to be used, her colour.
import { useState, type FormEvent } from 'react'
import { existences, type Existence, type Narrator } from '../../../shared/domain/story.ts'
import type { Reach } from '../../../shared/domain/reach.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import { RefusedByHer } from './RefusedByHer.tsx'
import styles from './with-her.module.css'

const named = ['archive', 'circle', 'readers', 'anyone'] as const satisfies readonly Reach[]

export function AboutHer({ narrator, onKept }: { narrator: Narrator; onKept: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  const [name, setName] = useState(narrator.name)
  const [names, setNames] = useState(narrator.names)
  const [existence, setExistence] = useState<Existence>(narrator.existence)
  const [refused, setRefused] = useState(narrator.refusedWords)
  const [kept, setKept] = useState(false)
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    const said = Object.entries(names)
      .map(([reach, one]) => [reach, one.trim()] as const)
      .filter(([, one]) => one !== '')
    doing.run(async () => {
      await archive.story.changeNarrator({
        narrator: narrator.id,
        name: name.trim(),
        names: Object.fromEntries(said),
        existence,
        refusedWords: refused
          .filter(({ word }) => word.trim() !== '')
          .map(({ word, instead }) => ({ word: word.trim(), instead: instead.trim() })),
      })
      setKept(true)
      announce(say('her.about.kept'))
      onKept()
    })
  }
  const changed = (): void => setKept(false)
  return (
    <form onSubmit={keep} onInput={changed} noValidate className={styles.form}>
      <section className={styles.part}>
        <h2>{say('her.about.names')}</h2>
        <TextField
          label={say('her.about.name')}
          note={say('her.about.name.note')}
          value={name}
          onChange={setName}
          dir="auto"
          maxLength={2_000}
        />
        {named.map((reach) => (
          <TextField
            key={reach}
            label={say(`her.about.name.${reach}`)}
            value={names[reach] ?? ''}
            dir="auto"
            maxLength={2_000}
            onChange={(one) => setNames({ ...names, [reach]: one })}
          />
        ))}
        <p className={styles.soft}>{say('her.about.names.note')}</p>
      </section>
      <section className={styles.part}>
        <Answers<Existence>
          label={say('her.about.existence')}
          value={existence}
          onChange={(chosen) => {
            setExistence(chosen)
            changed()
          }}
          options={existences.map((id) => ({
            id,
            name: say(`her.about.existence.${id}`),
            note: say(`her.about.existence.${id}.note`),
          }))}
        />
      </section>
      <section className={styles.part}>
        <h2>{say('her.refused')}</h2>
        <p className={styles.soft}>{say('her.refused.note')}</p>
        <RefusedByHer words={refused} onWords={setRefused} />
      </section>
      <Failed failure={doing.failure} />
      <div className={styles.row}>
        <Button kind="primary" type="submit" isDisabled={doing.busy}>
          {say('her.about.keep')}
        </Button>
        {kept && <span>{say('her.about.kept')}</span>}
      </div>
    </form>
  )
}
