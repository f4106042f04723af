// The part of the settings that turns drafts by machine on: what they are and are not, and the model that somebody chooses.
import { useState } from 'react'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { ModelChooser } from './ModelChooser.tsx'
import styles from './transcribing.module.css'

export function TurnOn() {
  const say = useWords()
  const archive = useArchive()
  const { value, again } = useAnswer(['transcribing'], (client, signal) => client.transcribing.settings({}, signal), [])
  const [isChoosing, setChoosing] = useState(false)
  const choosing = useDoing()
  const turningOff = useDoing()
  if (value === undefined) return null
  const { model, modelFailure } = value

  const choose = (path: string): void =>
    choosing.run(async () => {
      await archive.transcribing.turnOn({ path })
      setChoosing(false)
      again()
    }, say('transcribing.settings.turnedOn'))
  const turnOff = (): void =>
    turningOff.run(async () => {
      await archive.transcribing.turnOff({})
      again()
    }, say('transcribing.settings.turnedOff'))

  return (
    <section aria-labelledby="settings-transcribing">
      <h2 id="settings-transcribing">{say('transcribing.settings')}</h2>
      <div className={styles.part}>
        <p>{say('transcribing.settings.does')}</p>
        <p>{say('transcribing.settings.not')}</p>
        <p>{say('transcribing.settings.her')}</p>
        {model === null && <p className={styles.soft}>{say('transcribing.settings.model')}</p>}
        <p>
          <strong>
            {model === null || modelFailure !== null
              ? say('transcribing.settings.off')
              : say('transcribing.settings.on', {
                  name: model.name,
                  size: say('transcribing.size', { size: model.size / 1_000_000 }),
                })}
          </strong>{' '}
          {model?.onlyEnglish === true && say('transcribing.settings.onlyEnglish')}
        </p>
        {modelFailure !== null && <Notice kind="care">{say.failure(modelFailure)}</Notice>}
        {turningOff.failure !== null && (
          <Notice kind="care" said>
            {say.failure(turningOff.failure)}
          </Notice>
        )}
        <div className={styles.row}>
          <Button
            onPress={() => {
              choosing.clear()
              setChoosing(true)
            }}
          >
            {say(model === null ? 'transcribing.settings.choose' : 'transcribing.settings.another')}
          </Button>
          {model !== null && (
            <Button onPress={turnOff} isDisabled={turningOff.busy}>
              {say('transcribing.settings.turnOff')}
            </Button>
          )}
        </div>
        {model !== null && <p className={styles.soft}>{say('transcribing.settings.turnOffSays')}</p>}
      </div>
      <ModelChooser
        isOpen={isChoosing}
        busy={choosing.busy}
        refused={choosing.failure === null ? null : say.failure(choosing.failure)}
        onChoose={choose}
        onClose={() => setChoosing(false)}
      />
    </section>
  )
}
