// The heading of a page of the conversation. It takes the focus when a page is turned, so that it is heard and seen first.
import { useEffect, useRef, type ReactNode } from 'react'
import { useTalk } from './talk.ts'

interface TurnedProps {
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly lang?: string
  readonly dir?: string
}

export function Turned({ children, ...rest }: TurnedProps) {
  const { takeTurn } = useTalk().underWay
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // NOTE: on arriving in the room its title has the focus.
    if (!takeTurn()) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [takeTurn])
  return (
    <h2 {...rest} ref={heading} tabIndex={-1}>
      {children}
    </h2>
  )
}
