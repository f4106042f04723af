// Keys: which habits, how far back and on, each command with its keys, pedals, and the card to print.
import { useState } from 'react'
import { keyPresets } from '../../../shared/contract/keys-from-start.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { resetAllKeys } from '../../app/key-bindings.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { useWords } from '../../words/say.tsx'
import { KeyCard } from './KeyCard.tsx'
import { KeyRow } from './KeyRow.tsx'
import { Pedals } from './Pedals.tsx'
import styles from './keys.module.css'
import settings from './settings.module.css'
import { shownRooms, useKeyChoices } from './use-key-choices.ts'

export function Keys() {
  const say = useWords()
  const announce = useAnnounce()
  const desk = useKeyChoices()
  const { choices, change, commands } = desk
  /** The command whose keys are being changed: one at a time. */
  const [open, setOpen] = useState<string | null>(null)
  return (
    <section className={settings.part} aria-labelledby="settings-keys">
      <h2 id="settings-keys">{say('settings.keys')}</h2>
      <p className={settings.soft}>{say('settings.keys.says')}</p>
      <div className={settings.fields}>
        <Choice
          label={say('settings.keys.preset')}
          value={choices.preset}
          onChange={(preset) => change({ ...choices, preset })}
          options={keyPresets.map((id) => ({ id, name: say(`settings.keys.preset.${id}`) }))}
        />
        <NumberField
          label={say('settings.keys.skip')}
          minValue={1}
          maxValue={10}
          step={0.5}
          value={choices.skipMs / 1000}
          onChange={(seconds) => Number.isFinite(seconds) && change({ ...choices, skipMs: Math.round(seconds * 1000) })}
        />
        <NumberField
          label={say('settings.keys.stepBack')}
          minValue={0}
          maxValue={5}
          step={0.5}
          value={choices.stepBackMs / 1000}
          onChange={(seconds) =>
            Number.isFinite(seconds) && change({ ...choices, stepBackMs: Math.round(seconds * 1000) })
          }
        />
      </div>
      <div className={styles.typing}>
        <CheckBox
          isSelected={choices.pauseWhileTyping}
          onChange={(pauseWhileTyping) => change({ ...choices, pauseWhileTyping })}
          aria-describedby="settings-keys-typing"
        >
          {say('settings.keys.pauseWhileTyping')}
        </CheckBox>
        <p className={settings.soft} id="settings-keys-typing">
          {say('settings.keys.pauseWhileTyping.says')}
        </p>
      </div>
      {shownRooms.map((room) => {
        const here = commands.filter((command) => command.room === room)
        if (here.length === 0) return null
        return (
          <section key={room} aria-labelledby={`settings-keys-${room}`}>
            <h3 id={`settings-keys-${room}`}>{say(`settings.keys.room.${room}`)}</h3>
            <ul className={styles.list}>
              {here.map((command) => (
                <KeyRow
                  key={command.id}
                  command={command}
                  desk={desk}
                  isOpen={open === command.id}
                  onOpen={(isOpen) => setOpen(isOpen ? command.id : null)}
                />
              ))}
            </ul>
          </section>
        )
      })}
      <div className={styles.actions}>
        <Button onPress={() => window.print()}>{say('settings.keys.print')}</Button>
        <Button
          onPress={() => {
            setOpen(null)
            change(resetAllKeys(choices))
            announce(say('settings.keys.resetAllDone'))
          }}
        >
          {say('settings.keys.reset.all')}
        </Button>
      </div>
      <Pedals desk={desk} />
      <KeyCard desk={desk} />
    </section>
  )
}
