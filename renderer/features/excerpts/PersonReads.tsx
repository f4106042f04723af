// Another person reads it: recorded on the spot, or brought as a file.
import { useRef, useState, type ChangeEvent } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { SpokenSteps } from '../../app/voice/SpokenSteps.tsx'
import { useSpeaking } from '../../app/voice/use-speaking.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { bringReading, soundFiles } from './reading-shapes.ts'
import styles from './reading.module.css'

interface Props {
  readonly where: { readonly excerpt: string; readonly passage: string }
  readonly reader: string
}

export function PersonReads({ where, reader }: Props) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const chooser = useRef<HTMLInputElement>(null)
  const [isRecording, setRecording] = useState(false)
  const { excerpt } = where
  const spoken = useSpeaking({
    begin: async () => (await archive.readings.begin({ ...where, type: 'audio/webm', live: true })).reading,
    append: (reading, bytes) => archive.readings.append({ excerpt, reading, bytes }),
    finish: (reading, durationMs) => archive.readings.finish({ excerpt, reading, durationMs, reader }),
    drop: (reading) => archive.readings.drop({ excerpt, reading }),
  })
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (file !== undefined) doing.run(() => bringReading(archive, where, file, reader), say('reading.file.kept'))
  }
  if (isRecording)
    return (
      <section className={styles.way} aria-label={say('reading.record')}>
        <SpokenSteps
          spoken={spoken}
          says={say('reading.record.says')}
          keptSays={(time) => say('reading.kept', { time })}
          addressOf={({ media }) => `/media/${media}`}
          leaving={false}
          onThrownAway={() => setRecording(false)}
          onKept={() => setRecording(false)}
          onNot={() => setRecording(false)}
          row={(buttons) => <div className={styles.buttons}>{buttons}</div>}
        />
      </section>
    )
  return (
    <div className={styles.way}>
      <p className={styles.soft}>{say('reading.record.says')}</p>
      <input ref={chooser} type="file" accept={soundFiles} hidden onChange={chosen} />
      <div className={styles.buttons}>
        <Button isDisabled={doing.busy} onPress={() => setRecording(true)}>
          {say('reading.record')}
        </Button>
        <Button isDisabled={doing.busy} onPress={() => chooser.current?.click()}>
          {say('reading.file')}
        </Button>
      </div>
      {doing.busy && <p role="status">{say('reading.file.busy')}</p>}
      {doing.failure !== null && (
        <Notice kind="care" said title={say('reading.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
    </div>
  )
}
