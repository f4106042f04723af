// The only ones that her yes holds for: those she has named before, and whoever she adds.
import type { Recipient } from '../../../features/consent/consent-shapes.ts'
import { NamedRecipients } from '../../../features/consent/NamedRecipients.tsx'
import { useWords } from '../../../words/say.tsx'

interface HerRecipientsProps {
  /** For this use a yes holds only for those she names. */
  readonly mustName: boolean
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly recipients: readonly Recipient[]
  readonly onAdded: ((added: Recipient) => void) | null
  readonly onUnfinished: (isUnfinished: boolean) => void
}

export function HerRecipients({ mustName, recipients, onAdded, ...rest }: HerRecipientsProps) {
  const say = useWords()
  if (onAdded === null && recipients.length === 0) return null
  return (
    <NamedRecipients
      {...rest}
      recipients={recipients}
      onAdded={onAdded}
      hint={say(mustName ? 'her.card.recipients.needed' : 'consent.recipients.hint')}
    />
  )
}
