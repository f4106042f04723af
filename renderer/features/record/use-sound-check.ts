// Tries the microphone: it is heard, shown in words, and nothing of it is kept anywhere.
import { useCallback, useEffect, useRef, useState } from 'react'
import { hideEvent } from '../../app/hide.ts'
import { startCapture, type Capture, type NoCapture } from '../../recorder/sound/capture.ts'
import { levelOf, loudnessOf, noSound, together, type Level } from '../../recorder/sound/loudness.ts'

interface Heard {
  readonly state: 'off' | 'asking' | 'on'
  readonly level: Level
  readonly peak: number
  readonly why: NoCapture | null
}

export interface SoundCheck extends Heard {
  readonly begin: () => void
  readonly end: () => void
}

const silent: Heard = { state: 'off', level: 'none', peak: 0, why: null }
/** Blocks of 20 ms that one look is made of: a quarter of a second, so that words do not flicker. */
const blocksLooked = 12

export function useSoundCheck(device: string, channels: number): SoundCheck {
  const [heard, setHeard] = useState<Heard>(silent)
  const capture = useRef<Capture | null>(null)
  /** Another device, or the end, makes an older answer nobody's. */
  const turn = useRef(0)
  const end = useCallback(() => {
    turn.current += 1
    capture.current?.stop()
    capture.current = null
    setHeard(silent)
  }, [])
  const begin = useCallback(() => {
    end()
    const mine = turn.current
    let [loudness, blocks] = [noSound, 0]
    setHeard({ ...silent, state: 'asking' })
    void startCapture(device, channels, (block) => {
      loudness = together(loudness, loudnessOf(block))
      blocks += 1
      if (blocks < blocksLooked) return
      const { peak } = loudness
      if (mine === turn.current) setHeard({ state: 'on', level: levelOf(loudness), peak, why: null })
      ;[loudness, blocks] = [noSound, 0]
    }).then((started) => {
      if (mine !== turn.current) {
        if (typeof started !== 'string') started.stop()
      } else if (typeof started === 'string') setHeard({ ...silent, why: started })
      else {
        capture.current = started
        setHeard({ ...silent, state: 'on' })
      }
    })
  }, [device, channels, end])
  useEffect(() => {
    window.addEventListener(hideEvent, end)
    return () => {
      window.removeEventListener(hideEvent, end)
      end()
    }
  }, [end, device, channels])
  return { ...heard, begin, end }
}
