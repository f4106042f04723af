// A voice that a program of this machine makes; where there is none, that is said.
import { useEffect, useRef, useState } from 'react'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './reading.module.css'

interface Props {
  readonly where: { readonly excerpt: string; readonly passage: string }
  /** BCP 47, of the words. */
  readonly language: string
}

export function MachineReads({ where, language }: Props) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const [chosen, setChosen] = useState<string | null>(null)
  const { value } = useAnswer([], (asked, signal) => asked.readings.voices({ language }, signal), [language])
  if (value === undefined) return null
  const [first] = value.voices
  if (first === undefined)
    return (
      <div className={styles.way}>
        <h3>{say('reading.machine')}</h3>
        <p className={styles.soft}>
          {value.program === null
            ? say('reading.machine.none')
            : say('reading.machine.noneForLanguage', { language: say.language(language) })}
        </p>
      </div>
    )
  const voice = chosen ?? first.id
  const read = (): void =>
    doing.run(async () => {
      running.current = new AbortController()
      await archive.readings.speak({ ...where, voice }, running.current.signal)
    }, say('reading.machine.done'))
  return (
    <div className={styles.way}>
      <h3>{say('reading.machine')}</h3>
      <p className={styles.soft}>{say('reading.machine.says')}</p>
      <Choice
        label={say('reading.machine.voice')}
        value={voice}
        options={value.voices}
        isDisabled={doing.busy}
        onChange={setChosen}
      />
      {doing.busy ? (
        <Progress label={say('reading.machine.reading')} value={null} onCancel={() => running.current?.abort()} />
      ) : (
        <div className={styles.buttons}>
          <Button onPress={read}>{say('reading.machine.read')}</Button>
        </div>
      )}
      {doing.failure !== null && doing.failure !== 'cancelled' && (
        <Notice kind="care" said title={say('reading.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
    </div>
  )
}
