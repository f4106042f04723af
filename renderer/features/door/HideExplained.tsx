// What Hide now does, and, as plainly, what it does not.
import { useEffect, useRef } from 'react'
import { onMac, writtenKeys } from '../../app/key-match.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './Door.module.css'

export function HideExplained({ onGo }: { onGo: () => void }) {
  const say = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <>
      <h2 ref={title} tabIndex={-1}>
        {say('door.hide.title')}
      </h2>
      <p>
        {say.rich('door.hide.does', {
          keys: writtenKeys('Mod+Shift+L', onMac()),
          b: (parts) => <strong key="b">{parts}</strong>,
          k: (parts) => <kbd key="k">{parts}</kbd>,
        })}
      </p>
      <h3>{say('door.hide.doesTitle')}</h3>
      <ul>
        <li>{say('door.hide.does1')}</li>
        <li>{say('door.hide.does2')}</li>
      </ul>
      <h3>{say('door.hide.doesNotTitle')}</h3>
      <ul>
        <li>{say('door.hide.doesNot1')}</li>
        <li>{say('door.hide.doesNot2')}</li>
        <li>{say('door.hide.doesNot3')}</li>
      </ul>
      <div className={styles.actions}>
        <Button kind="primary" onPress={onGo}>
          {say('door.hide.go')}
        </Button>
      </div>
    </>
  )
}
