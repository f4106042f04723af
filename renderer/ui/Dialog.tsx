// A sheet over the page for one thing to decide. Escape and the close button leave it; nothing is decided by leaving.
import { useContext, useRef, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '../words/say.tsx'
import { Button as PlainButton } from './Button.tsx'
import { HideContext } from './hide-context.ts'
import { useStaysInSight } from './stays-in-sight.ts'
import styles from './Dialog.module.css'

export interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Wider, for a table or two columns. */
  wide?: boolean
}

export function Dialog({ title, isOpen, onClose, children, wide = false }: DialogProps) {
  const say = useWords()
  const hide = useContext(HideContext)
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''} data-wide={wide || undefined} data-scrolls-clear>
        <AriaDialog className={styles.dialog ?? ''}>
          <DialogHead>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <div className={styles.ways}>
              {hide !== null && (
                <PlainButton small onPress={hide.run}>
                  {hide.name}
                </PlainButton>
              )}
              <Button className={styles.close ?? ''} aria-label={say('ui.close')} onPress={onClose}>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
                </svg>
              </Button>
            </div>
          </DialogHead>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** NOTE: Hide now is in it, and must not be scrolled away. */
function DialogHead({ children }: { children: ReactNode }) {
  const head = useRef<HTMLDivElement>(null)
  useStaysInSight(head, '--dialog-head', 0.3)
  return (
    <div ref={head} className={styles.head}>
      {children}
    </div>
  )
}

/** The row of buttons at the end of a dialog, where it stays in sight, or of a form. */
export function DialogActions({ children }: { children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null)
  useStaysInSight(row, '--dialog-end', 0.35)
  return (
    <div ref={row} className={styles.actions}>
      {children}
    </div>
  )
}
