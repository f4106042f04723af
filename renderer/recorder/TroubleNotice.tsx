// What is not well just now, said at once, and what can be done about it.
import type { ReactNode } from 'react'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/say.tsx'
import type { TakeTrouble } from './sound/watch-capture.ts'
import type { NoCapture } from './sound/capture.ts'

interface TroubleNoticeProps {
  readonly trouble: TakeTrouble | null
  readonly why?: NoCapture | null
  readonly keptMs: number
  readonly children?: ReactNode
}

export function TroubleNotice({ trouble, why = null, keptMs, children }: TroubleNoticeProps) {
  const say = useWords()
  if (trouble === null && why === null) return null
  return (
    <Notice kind="care" said action={children}>
      {why !== null
        ? say(`record.check.${why}`)
        : trouble !== null && say(`recorder.trouble.${trouble}`, { time: say.time(keptMs) })}
    </Notice>
  )
}
