// Tries the microphone: it is heard, shown in words, and nothing of it is kept anywhere.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { hideEvent } from '../../app/hide.ts'
import { startCapture, type NoCapture } from '../../recorder/sound/capture.ts'
import { levelOf, loudnessOf, noSound, together, type Level } from '../../recorder/sound/loudness.ts'

interface Heard {
  readonly state: 'off' | 'asking' | 'on'
  readonly level: Level
  readonly peak: number
  readonly why: NoCapture | null
  readonly failure: FailureCode | null
}

export interface SoundCheck extends Heard {
  readonly begin: () => void
  readonly end: () => void
}

const silent: Heard = { state: 'off', level: 'none', peak: 0, why: null, failure: null }
/** Blocks of 20 ms that one look is made of: a quarter of a second, so that words do not flicker. */
const blocksLooked = 12

export function useSoundCheck(device: string, channels: number): SoundCheck {
  const archive = useArchive()
  const [heard, setHeard] = useState<Heard>(silent)
  const trying = useRef<AbortController | null>(null)
  const end = useCallback(() => {
    trying.current?.abort()
    trying.current = null
    setHeard(silent)
  }, [])
  const begin = useCallback(() => {
    end()
    const mine = new AbortController()
    trying.current = mine
    const { signal } = mine
    const show = (next: Heard): void => {
      if (!signal.aborted) setHeard(next)
    }
    show({ ...silent, state: 'asking' })
    void (async () => {
      // NOTE: the archive says first that the window may: only then is it given the microphone.
      for await (const _ of archive.recording.tryMicrophone({}, signal)) {
        let [loudness, blocks] = [noSound, 0]
        const started = await startCapture(device, channels, (block) => {
          loudness = together(loudness, loudnessOf(block))
          blocks += 1
          if (blocks < blocksLooked) return
          show({ ...silent, state: 'on', level: levelOf(loudness), peak: loudness.peak })
          ;[loudness, blocks] = [noSound, 0]
        })
        if (typeof started === 'string') return show({ ...silent, why: started })
        signal.addEventListener('abort', () => started.stop())
        if (signal.aborted) started.stop()
      }
    })().catch((thrown: unknown) => show({ ...silent, failure: codeOf(thrown) }))
  }, [archive, device, channels, end])
  useEffect(() => {
    window.addEventListener(hideEvent, end)
    return () => {
      window.removeEventListener(hideEvent, end)
      end()
    }
  }, [end, device, channels])
  return { ...heard, begin, end }
}
