// The exact files as the recipient gets them, and below them her yes to them.
import { useState, type ReactNode } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/say.tsx'
import { ExactPages } from './ExactPages.tsx'
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
      <ExactPages made={made} title={title} onLoad={() => setLoaded(true)} />
      {isLoaded && children}
    </Dialog>
  )
}
