// Says to people who listen to the screen what the player does, and where a step back or on has led.
import { useEffect, useRef, useState } from 'react'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useWords } from '../../words/say.tsx'
import type { SoundPlayer } from './sound-player.ts'
import { usePlayerState } from './use-player.ts'

/** Steps that follow each other faster than this are said once, at their end. */
const settleMs = 300

export function TransportSaid({ player }: { player: SoundPlayer }) {
  const say = useWords()
  const playing = usePlayerState(player, (state) => state.playing)
  const jumps = usePlayerState(player, (state) => state.jumps)
  const [said, setSaid] = useState('')
  const last = useRef({ playing, jumps })
  useEffect(() => {
    const jumped = last.current.jumps !== jumps
    const turned = last.current.playing !== playing
    if (!jumped && !turned) return
    const waiting = setTimeout(() => {
      last.current = { playing, jumps }
      const position = say.time(player.current().positionMs)
      const kind = !turned ? 'at' : playing ? 'playing' : 'paused'
      setSaid(say(`story.player.said.${kind}`, { position }))
    }, settleMs)
    return () => clearTimeout(waiting)
  }, [player, playing, jumps, say])
  return (
    <VisuallyHidden>
      <div role="status" aria-live="polite">
        {said}
      </div>
    </VisuallyHidden>
  )
}
