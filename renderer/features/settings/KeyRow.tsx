// One command and its keys, and the way to other ones: press them, hear whose they are, take them or try others.
import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { isChanged, resetKeys } from '../../app/key-bindings.ts'
import { platformHere } from '../../app/key-match.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { ChangeKeys } from './ChangeKeys.tsx'
import styles from './keys.module.css'
import type { KeyDesk, KeyedCommand } from './use-key-choices.ts'

interface KeyRowProps {
  readonly command: KeyedCommand
  readonly desk: KeyDesk
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

export function KeyRow({ command, desk, isOpen, onOpen }: KeyRowProps) {
  const say = useWords()
  const announce = useAnnounce()
  const changer = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(isOpen)
  const { id, name, keys, fixed, asked } = command
  const { choices, change, written } = desk
  useEffect(() => {
    // NOTE: what had the focus is gone with the change; leaving by Tab has moved it on already.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) changer.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return (
    <li className={styles.row} data-open={isOpen || undefined}>
      <span className={styles.name}>{name}</span>
      {keys === undefined ? (
        <span className={styles.none}>{say('settings.keys.none')}</span>
      ) : (
        <kbd className={styles.keys} dir="ltr">
          {written(keys)}
        </kbd>
      )}
      {fixed ? (
        <span className={styles.none}>{say('settings.keys.stays')}</span>
      ) : (
        !isOpen && (
          <span className={styles.act}>
            {isChanged(asked, choices, platformHere()) && (
              <Button
                small
                kind="quiet"
                aria-label={say('settings.keys.reset.of', { name })}
                onPress={() => {
                  change(resetKeys(id, desk.asked, choices, platformHere()))
                  announce(say('settings.keys.resetDone', { name }))
                }}
              >
                {say('settings.keys.reset')}
              </Button>
            )}
            <Button
              small
              ref={changer}
              aria-label={say('settings.keys.change.of', { name })}
              onPress={() => onOpen(true)}
            >
              {say('settings.keys.change')}
            </Button>
          </span>
        )
      )}
      {isOpen && <ChangeKeys command={command} desk={desk} onDone={() => onOpen(false)} />}
    </li>
  )
}
