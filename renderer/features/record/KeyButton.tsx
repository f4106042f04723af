// A button that a single key works too, where single keys are on; the key is written on it.
import { useEffect, useRef } from 'react'
import { matchesKeys, onMac } from '../../app/key-match.ts'
import { Button, type ButtonProps } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './record.module.css'

interface KeyButtonProps extends Omit<ButtonProps, 'onPress'> {
  readonly onPress: () => void
  /** A letter; null where single keys are off. */
  readonly single: string | null
}

/** Fields in which letters are written. */
const writes =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="listbox"]'

export function KeyButton({ single, onPress, children, ...rest }: KeyButtonProps) {
  const say = useWords()
  const latest = useRef(onPress)
  latest.current = onPress
  const isOff = rest.isDisabled === true
  useEffect(() => {
    if (single === null || isOff) return undefined
    const pressed = (event: KeyboardEvent): void => {
      const isWriting = event.target instanceof Element && event.target.closest(writes) !== null
      if (event.defaultPrevented || event.repeat || isWriting || !matchesKeys(single, event, onMac())) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [single, isOff])
  return (
    <Button {...rest} onPress={onPress} {...(single === null ? {} : { 'aria-keyshortcuts': single })}>
      {children}
      {single !== null && (
        <kbd className={styles.key} aria-hidden="true" title={say('recorder.key', { key: single })}>
          {single}
        </kbd>
      )}
    </Button>
  )
}
