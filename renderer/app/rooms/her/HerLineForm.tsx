// Her line: how much of her own words must be in what is given out, and whether readers see how much it is.
import { useState } from 'react'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer, useArchive } from '../../archive.tsx'
import { LineFields, type Line } from '../../LineFields.tsx'
import { useDoing } from '../../use-doing.ts'
import { useHerEvidence } from './her-evidence.ts'
import styles from './HerRooms.module.css'

/** `title`: of which of her stories it is; null where she has one alone. */
export function HerLineForm({ testimony, title }: { testimony: string; title: string | null }) {
  const { value, failure } = useAnswer(['consent'], (client, signal) => client.consent.read({ testimony }, signal), [
    testimony,
  ])
  if (value === undefined) return <Failed failure={failure} />
  const { threshold, toReader } = value.herLine
  return <LineForm key={`${threshold} ${toReader}`} testimony={testimony} title={title} line={value.herLine} />
}

function LineForm({ testimony, title, line }: { testimony: string; title: string | null; line: Line }) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const evidence = useHerEvidence()
  const [chosen, setChosen] = useState<Line>(line)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        doing.run(() => archive.consent.mirror({ testimony, ...chosen, evidence }), say('her.line.kept'))
      }}
    >
      {title !== null && <h3>{say('her.line.of', { title })}</h3>}
      <p className={styles.soft}>
        {line.threshold === null ? say('her.line.none') : say('her.line.now', { threshold: line.threshold })}
      </p>
      <LineFields
        line={chosen}
        onChange={(change) => setChosen((before) => ({ ...before, ...change }))}
        words={{
          has: say('her.line.has'),
          percent: say('her.line.percent'),
          toReader: say('her.line.toReader'),
        }}
      />
      <Failed failure={doing.failure} />
      <div className={styles.row}>
        <Button type="submit" isDisabled={doing.busy}>
          {say('her.line.keep')}
        </Button>
        {doing.done && <span className={styles.soft}>{say('her.line.kept')}</span>}
      </div>
    </form>
  )
}
