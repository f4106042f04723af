// Her line: how much of her own words must be in what is given out, and whether readers see how much it is.
import { useState } from 'react'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CheckBox } from '../../../ui/CheckBox.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer, useArchive } from '../../archive.tsx'
import { useDoing } from '../../use-doing.ts'
import { useHerEvidence } from './her-evidence.ts'
import styles from './HerRooms.module.css'

interface Line {
  readonly threshold: number | null
  readonly toReader: boolean
}

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
  const [threshold, setThreshold] = useState(line.threshold)
  const [toReader, setToReader] = useState(line.toReader)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        doing.run(() => archive.consent.mirror({ testimony, threshold, toReader, evidence }), say('her.line.kept'))
      }}
    >
      {title !== null && <h3>{say('her.line.of', { title })}</h3>}
      <p className={styles.soft}>
        {line.threshold === null ? say('her.line.none') : say('her.line.now', { threshold: line.threshold })}
      </p>
      <CheckBox isSelected={threshold !== null} onChange={(on) => setThreshold(on ? 50 : null)}>
        {say('her.line.has')}
      </CheckBox>
      {threshold !== null && (
        <NumberField
          label={say('her.line.percent')}
          value={threshold}
          minValue={1}
          maxValue={100}
          step={1}
          onChange={(percent) => setThreshold(Number.isNaN(percent) ? threshold : percent)}
        />
      )}
      <CheckBox isSelected={toReader} onChange={setToReader}>
        {say('her.line.toReader')}
      </CheckBox>
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
