// Waits for the new keys of a command. Says why some cannot be had, and which command would lose them.
import { useState } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { conflictOf, giveKeys } from '../../app/key-bindings.ts'
import { platformHere } from '../../app/key-match.ts'
import { whyNotKeys } from '../../app/key-rules.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { PressHere } from './PressHere.tsx'
import styles from './keys.module.css'
import type { KeyDesk, KeyedCommand } from './use-key-choices.ts'

interface ChangeKeysProps {
  readonly command: KeyedCommand
  readonly desk: KeyDesk
  readonly onDone: () => void
}

export function ChangeKeys({ command: { id, name, keys: before }, desk, onDone }: ChangeKeysProps) {
  const say = useWords()
  const announce = useAnnounce()
  const [refused, setRefused] = useState<string | null>(null)
  const [conflict, setConflict] = useState<{ readonly keys: string; readonly other: string } | null>(null)
  const { choices, change, asked, written, nameOf } = desk
  const platform = platformHere()

  const give = (keys: string, said: string): void => {
    change(giveKeys(id, keys, asked, choices, platform))
    announce(said)
    onDone()
  }
  const pressed = (keys: string): void => {
    setRefused(null)
    const reason = whyNotKeys(keys, platform === 'mac')
    if (reason !== null) return setRefused(say(`settings.keys.refused.${reason}`, { mod: written('Mod') }))
    if (keys === before) return onDone()
    const found = conflictOf(id, keys, asked, choices, platform)
    if (found === null) return give(keys, say('settings.keys.given', { keys: written(keys), name }))
    const other = nameOf(found.id)
    if (found.fixed) setRefused(say('settings.keys.refused.fixed', { keys: written(keys), other }))
    else setConflict({ keys, other })
  }

  if (conflict !== null) {
    const { keys, other } = conflict
    return (
      <div className={styles.change}>
        <Notice
          said
          title={say('settings.keys.conflict', { keys: written(keys), other })}
          action={
            <div className={styles.actions}>
              <Button
                small
                kind="primary"
                autoFocus
                onPress={() => give(keys, say('settings.keys.taken', { keys: written(keys), name, other }))}
              >
                {say('settings.keys.conflict.take')}
              </Button>
              <Button small onPress={() => setConflict(null)}>
                {say('settings.keys.conflict.other')}
              </Button>
              <Button small onPress={onDone}>
                {say('settings.keys.leave')}
              </Button>
            </div>
          }
        >
          {say('settings.keys.conflict.loses', { other })}
        </Notice>
      </div>
    )
  }
  return (
    <div className={styles.change}>
      <PressHere prompt={say('settings.keys.pressNew')} about={name} refused={refused} onKeys={pressed} />
      <div className={styles.actions}>
        {before !== undefined && (
          <Button small onPress={() => give('', say('settings.keys.noneNow', { name }))}>
            {say('settings.keys.clear')}
          </Button>
        )}
        <Button small onPress={onDone}>
          {say('settings.keys.leave')}
        </Button>
      </div>
    </div>
  )
}
