// The way to her receipt: a button, and the sheet that it opens.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/say.tsx'
import { ReceiptSheet, type ReceiptSheetProps } from './ReceiptSheet.tsx'

export function Receipt(receipt: ReceiptSheetProps) {
  const say = useWords()
  const [isOpen, setOpen] = useState(false)
  const { who } = receipt
  return (
    <>
      <Button onPress={() => setOpen(true)}>{say('receipt.open', { who })}</Button>
      <Dialog title={say('receipt.title', { who })} isOpen={isOpen} onClose={() => setOpen(false)} wide>
        <ReceiptSheet {...receipt} />
      </Dialog>
    </>
  )
}
