// Something she says aloud, from the first word to the last: begun, handed on while she speaks, finished, or thrown away.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf } from '../archive.tsx'
import { hideEvent } from '../hide.ts'
import { aliveEvent } from '../watch-life.ts'
import type { Level } from './level.ts'
import { VoiceRecorder, type NoVoice } from './voice-recorder.ts'

/** Where what she says is kept. The archive says first that somebody speaks: only then may a window ask for the microphone. */
export interface SpokenKeeper<T> {
  readonly begin: () => Promise<string>
  readonly append: (id: string, bytes: Uint8Array) => Promise<unknown>
  /** `durationMs`: how long she spoke, at least 1. */
  readonly finish: (id: string, durationMs: number) => Promise<T>
  /** Under way or finished, it is destroyed. */
  readonly drop: (id: string) => Promise<unknown>
}

export type Speaking<T> =
  | { readonly state: 'ready'; readonly why: NoVoice | null }
  | { readonly state: 'asking' }
  | { readonly state: 'speaking' | 'paused'; readonly level: Level | null; readonly spokenMs: number }
  | { readonly state: 'finishing' }
  | { readonly state: 'said'; readonly kept: T; readonly durationMs: number }

export interface Spoken<T> {
  readonly speaking: Speaking<T>
  readonly failure: FailureCode | null
  readonly begin: () => Promise<void>
  readonly pause: () => void
  readonly goOn: () => void
  readonly stop: () => void
  readonly throwAway: () => Promise<void>
}

export function useSpeaking<T>(keeper: SpokenKeeper<T>): Spoken<T> {
  const latest = useRef(keeper)
  latest.current = keeper
  const [speaking, setSpeaking] = useState<Speaking<T>>({ state: 'ready', why: null })
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const recorder = useRef<VoiceRecorder | null>(null)
  const answer = useRef<string | null>(null)
  const sending = useRef<Promise<unknown>>(Promise.resolve())
  const clock = useRef({ spoken: 0, since: 0 })
  const wanted = useRef(true)
  /** Begun, and not yet given to be kept. */
  const isUnderWay = useRef(false)

  const spokenMs = (): number =>
    clock.current.spoken + (clock.current.since === 0 ? 0 : Date.now() - clock.current.since)

  /** What was begun, or kept, is destroyed; with it goes the window's leave to use the microphone. */
  const drop = useCallback(async (): Promise<void> => {
    wanted.current = false
    recorder.current?.stop()
    recorder.current = null
    const dropped = answer.current
    answer.current = null
    isUnderWay.current = false
    await sending.current.catch(() => {})
    if (dropped !== null) await latest.current.drop(dropped)
  }, [])

  const throwAway = async (): Promise<void> => {
    await drop()
    setSpeaking({ state: 'ready', why: null })
  }

  useEffect(() => {
    const silence = (): void => {
      wanted.current = false
      recorder.current?.stop()
    }
    window.addEventListener(hideEvent, silence)
    return () => {
      window.removeEventListener(hideEvent, silence)
      silence()
      // NOTE: where the archive is locked meanwhile, it has destroyed it by itself.
      if (isUnderWay.current) void drop().catch(() => {})
    }
  }, [drop])

  const fail = (thrown: unknown): void => {
    setFailure(codeOf(thrown))
    wanted.current = false
    recorder.current?.stop()
    if (isUnderWay.current) void drop().catch(() => {})
    setSpeaking({ state: 'ready', why: null })
  }

  const begin = async (): Promise<void> => {
    setFailure(null)
    setSpeaking({ state: 'asking' })
    wanted.current = true
    sending.current = Promise.resolve()
    clock.current = { spoken: 0, since: 0 }
    // NOTE: begun in the archive first: only then may this window ask for the microphone.
    let id: string
    try {
      id = await latest.current.begin()
    } catch (thrown) {
      return fail(thrown)
    }
    answer.current = id
    isUnderWay.current = true
    if (!wanted.current) return void drop().catch(() => {})
    const hand = (bytes: Uint8Array): void => {
      if (answer.current !== id) return
      window.dispatchEvent(new Event(aliveEvent))
      sending.current = sending.current.then(() => latest.current.append(id, bytes))
      sending.current.catch(fail)
    }
    const begun = await VoiceRecorder.begin({
      onBytes: hand,
      onLevel: (level) =>
        setSpeaking((now) => (now.state === 'speaking' ? { state: 'speaking', level, spokenMs: spokenMs() } : now)),
      onEnd: () => void finish(),
    })
    if (typeof begun === 'string') {
      await drop().catch(() => {})
      return setSpeaking({ state: 'ready', why: begun })
    }
    // She left while the microphone was asked for.
    if (!wanted.current || answer.current !== id) return begun.stop()
    recorder.current = begun
    clock.current.since = Date.now()
    setSpeaking({ state: 'speaking', level: null, spokenMs: 0 })
  }

  const finish = async (): Promise<void> => {
    const id = answer.current
    if (!wanted.current || id === null) return
    setSpeaking({ state: 'finishing' })
    try {
      await sending.current
      isUnderWay.current = false
      const durationMs = Math.max(1, Math.round(spokenMs()))
      const kept = await latest.current.finish(id, durationMs)
      setSpeaking({ state: 'said', kept, durationMs })
    } catch (thrown) {
      fail(thrown)
    }
  }

  const pause = (): void => {
    recorder.current?.pause()
    clock.current = { spoken: spokenMs(), since: 0 }
    setSpeaking({ state: 'paused', level: null, spokenMs: spokenMs() })
  }
  const goOn = (): void => {
    clock.current.since = Date.now()
    recorder.current?.goOn()
    setSpeaking({ state: 'speaking', level: null, spokenMs: spokenMs() })
  }
  const stop = (): void => {
    clock.current = { spoken: spokenMs(), since: 0 }
    recorder.current?.stop()
  }
  return { speaking, failure, begin, pause, goOn, stop, throwAway }
}
