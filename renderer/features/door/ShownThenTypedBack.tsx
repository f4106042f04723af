// A paper key that was just made: shown and printed, then some of it typed back. It counts from then on.
import { useState } from 'react'
import { PaperKeyCheck, type PaperKeyCheckProps } from './PaperKeyCheck.tsx'
import { PaperKeySheet, type PaperKeySheetProps } from './PaperKeySheet.tsx'

type Props = Omit<PaperKeySheetProps, 'onPrinted'> & Pick<PaperKeyCheckProps, 'confirm' | 'onGone' | 'onRight'>

export function ShownThenTypedBack({ confirm, onGone, onRight, children, ...shown }: Props) {
  const [isPrinted, setPrinted] = useState(false)
  if (!isPrinted)
    return (
      <PaperKeySheet {...shown} onPrinted={() => setPrinted(true)}>
        {children}
      </PaperKeySheet>
    )
  return (
    <PaperKeyCheck
      heading={shown.heading}
      places={shown.paperKey.check}
      confirm={confirm}
      onShowAgain={() => setPrinted(false)}
      onGone={onGone}
      onRight={onRight}
    >
      {children}
    </PaperKeyCheck>
  )
}
