// A new paper does not count yet: what closing now means, and the way to leave it.
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'

interface NotYetProps {
  readonly title: string
  readonly ifClosed: string
  readonly leave: string
  readonly onLeave: () => void
}

export function NotYet({ title, ifClosed, leave, onLeave }: NotYetProps) {
  return (
    <Notice
      kind="care"
      title={title}
      action={
        <Button small onPress={onLeave}>
          {leave}
        </Button>
      }
    >
      {ifClosed}
    </Notice>
  )
}
