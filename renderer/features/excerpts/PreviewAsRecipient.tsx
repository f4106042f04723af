// The exact files as the recipient gets them, in a frame that can run nothing, and below it her yes to them.
import { useState, type ReactNode } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useWords } from '../../words/say.tsx'
import type { Prepared } from './excerpt-shapes.ts'
import styles from './excerpts.module.css'

interface Props {
  readonly made: Prepared
  readonly recipientName: string
  readonly onClose: () => void
  readonly children: ReactNode
}

export function PreviewAsRecipient({ made, recipientName, onClose, children }: Props) {
  const say = useWords()
  const [isLoaded, setLoaded] = useState(false)
  const title = say('excerpts.preview', { recipient: recipientName })
  return (
    <Dialog title={title} isOpen onClose={onClose} wide>
      <p className={styles.soft}>{say('excerpts.preview.says')}</p>
      <iframe
        className={styles.preview}
        sandbox="allow-same-origin"
        src={`/held/${made.held}/index.html`}
        title={title}
        onLoad={() => setLoaded(true)}
      />
      <Disclosure title={say('excerpts.files', { count: made.files.length })}>
        <p className={styles.soft}>{say('excerpts.files.hash')}</p>
        <p className={styles.hash}>{made.contentHash}</p>
        <ul className={styles.files}>
          {made.files.map(({ path, size, sha256 }) => (
            <li key={path}>
              <span>{path}</span> <span className={styles.soft}>{say('excerpts.files.bytes', { size })}</span>
              <p className={styles.hash}>{sha256}</p>
            </li>
          ))}
        </ul>
      </Disclosure>
      {isLoaded && children}
    </Dialog>
  )
}
