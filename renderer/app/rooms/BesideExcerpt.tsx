// What is opened over an excerpt's desk: one of her consent cards, or whether she has gone through her story.
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { ConsentCard } from '../../features/consent/ConsentCard.tsx'
import { ReviewOfHers } from '../../features/consent/ReviewOfHers.tsx'
import { useConsent } from '../../features/consent/use-consent.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/say.tsx'

export type Beside =
  | { readonly kind: 'card'; readonly use: UseName; readonly passages: readonly string[] }
  | { readonly kind: 'review' }

interface Props {
  readonly testimony: string
  readonly beside: Beside
  readonly onClose: () => void
}

export function BesideExcerpt({ testimony, beside, onClose }: Props) {
  const say = useWords()
  const read = useConsent(testimony)
  return beside.kind === 'card' ? (
    <ConsentCard
      testimony={testimony}
      read={read}
      use={beside.use}
      selectedPassages={beside.passages}
      onClose={onClose}
      onKept={onClose}
    />
  ) : (
    <Dialog title={say('consent.review')} isOpen onClose={onClose}>
      <ReviewOfHers testimony={testimony} standing={read.standing} />
    </Dialog>
  )
}
