// Foot pedals: choose what one should do, press it, and it does. What cannot work is said beforehand.
import { useEffect, useRef, useState } from 'react'
import type { CommandId } from '../../../shared/contract/commands.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { conflictOf, withoutPedal, withPedal } from '../../app/key-bindings.ts'
import { platformHere } from '../../app/key-match.ts'
import { whyNotKeys } from '../../app/key-rules.ts'
import { isPadButton } from '../../app/pads.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import { PressHere } from './PressHere.tsx'
import styles from './keys.module.css'
import settings from './settings.module.css'
import { pedalCommands, type KeyDesk } from './use-key-choices.ts'
import { usePedalName } from './use-pedal-name.ts'

export function Pedals({ desk }: { desk: KeyDesk }) {
  const say = useWords()
  const announce = useAnnounce()
  const { choices, change, asked, written, nameOf } = desk
  const pedalName = usePedalName(written)
  const [does, setDoes] = useState<CommandId>('story.playPause')
  const [isWaiting, setWaiting] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  const give = (pedal: string): void => {
    change(withPedal(pedal, does, choices))
    announce(say('settings.pedals.given', { pedal: pedalName(pedal), name: nameOf(does) }))
    setRefused(null)
    setWaiting(false)
  }
  const pressed = (keys: string): void => {
    const reason = whyNotKeys(keys, platformHere() === 'mac')
    if (reason !== null) return setRefused(say(`settings.keys.refused.${reason}`, { mod: written('Mod') }))
    const taken = conflictOf('', keys, asked, choices, platformHere())
    if (taken === null) return give(keys)
    setRefused(say('settings.pedals.isKey', { keys: written(keys), other: nameOf(taken.id) }))
  }
  const leave = (): void => {
    setRefused(null)
    setWaiting(false)
  }
  const adder = useRef<HTMLButtonElement>(null)
  const wasWaiting = useRef(isWaiting)
  useEffect(() => {
    if (wasWaiting.current && !isWaiting) adder.current?.focus()
    wasWaiting.current = isWaiting
  }, [isWaiting])

  const pedals = Object.entries(choices.pedals)
  return (
    <section className={styles.pedals} aria-labelledby="settings-pedals">
      <h3 id="settings-pedals">{say('settings.pedals')}</h3>
      <p>{say('settings.pedals.says')}</p>
      <p className={settings.soft}>{say('settings.pedals.not')}</p>
      {pedals.length === 0 ? (
        <p className={settings.soft}>{say('settings.pedals.none')}</p>
      ) : (
        <ul className={styles.list}>
          {pedals.map(([pedal, id]) => (
            <li key={pedal} className={styles.row}>
              <span className={styles.name}>{nameOf(id)}</span>
              <kbd className={styles.keys} dir={isPadButton(pedal) ? undefined : 'ltr'}>
                {pedalName(pedal)}
              </kbd>
              <span className={styles.act}>
                <Button
                  small
                  aria-label={say('settings.pedals.forget.of', { pedal: pedalName(pedal) })}
                  onPress={() => change(withoutPedal(pedal, choices))}
                >
                  {say('settings.pedals.forget')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.addPedal}>
        <Choice
          label={say('settings.pedals.does')}
          value={does}
          onChange={setDoes}
          options={pedalCommands.map((id) => ({ id, name: nameOf(id) }))}
        />
        {!isWaiting && (
          <Button ref={adder} onPress={() => setWaiting(true)}>
            {say('settings.pedals.add')}
          </Button>
        )}
      </div>
      {isWaiting && (
        <div className={styles.change}>
          <PressHere
            prompt={say('settings.pedals.pressNow')}
            about={nameOf(does)}
            refused={refused}
            onKeys={pressed}
            onPad={give}
          />
          <div className={styles.actions}>
            <Button small onPress={leave}>
              {say('settings.keys.leave')}
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}
