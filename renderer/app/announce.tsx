// Says a short result to people who listen to the screen. What is said is also shown in its place.
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'

const AnnounceContext = createContext<((text: string) => void) | null>(null)

export function AnnounceProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  // NOTE: two regions in turn, so that the same text twice is said twice.
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden>
        <div role="status" aria-live="polite">
          {said.turn % 2 === 0 ? said.text : ''}
        </div>
        <div role="status" aria-live="polite">
          {said.turn % 2 === 1 ? said.text : ''}
        </div>
      </VisuallyHidden>
    </AnnounceContext>
  )
}

export function useAnnounce(): (text: string) => void {
  const announce = useContext(AnnounceContext)
  if (announce === null) throw new Error('useAnnounce outside AnnounceProvider')
  return announce
}
