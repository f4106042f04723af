// What the main window and the recorder's window tell each other. It stays inside this browser, between pages of one origin.
import { useEffect, useRef } from 'react'

/** A question of the archive's own, in the words in which it is asked. */
export interface AskedCard {
  readonly words: string
  readonly language: string
}

/** What was chosen for a take that begins or goes on now. */
export interface ChosenBeside {
  /** Empty for the system's own. */
  readonly microphone: string
  /** The take that was begun or taken up by a press in the main window, and that nobody has begun to record yet. */
  readonly begin: string | null
}

export type Beside =
  /** The recorder's window has come, and asks for the two below. */
  | { readonly kind: 'hello' }
  /** How somebody wants a window to look. */
  | { readonly kind: 'looks'; readonly language: string; readonly theme: string; readonly textSize: number }
  | ({ readonly kind: 'chosen' } & ChosenBeside)
  /** The recorder's window has begun with this take: it begins by itself no more. */
  | { readonly kind: 'begun'; readonly take: string }
  | { readonly kind: 'questions'; readonly questions: readonly AskedCard[] }
  /** Hide now was pressed in the recorder's window: the main one hides and locks. */
  | { readonly kind: 'hideAll' }
  /** The archive was opened by somebody who is at the main window now. */
  | { readonly kind: 'opened' }
  /** Hide now: the recorder's window empties itself too, and goes on. */
  | { readonly kind: 'hide' }
  /** What was heard until now is to be kept before something is done with it; `kept` answers. */
  | { readonly kind: 'handOn' }
  | { readonly kind: 'kept' }

const channelName = 'firsthand'

export interface BesideChannel {
  say(message: Beside): void
  end(): void
}

/** NOTE: only pages of our own origin can speak here; what is not one of ours is not even looked at. */
export function openBeside(heard: (message: Beside) => void): BesideChannel {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'object' && data !== null && 'kind' in data) heard(data as Beside)
  }
  return {
    say: (message) => channel.postMessage(message),
    end: () => channel.close(),
  }
}

/** Says one thing to whoever is there. */
export function sayBeside(message: Beside): void {
  const channel = openBeside(() => {})
  channel.say(message)
  channel.end()
}

/** Tells the recorder's window something now, whenever it changes, and when that window comes. Null tells nothing. */
export function useTellBeside(message: Beside | null): void {
  const latest = useRef(message)
  latest.current = message
  const asText = JSON.stringify(message)
  const channel = useRef<BesideChannel | null>(null)
  useEffect(() => {
    const opened = openBeside(({ kind }) => {
      if (kind === 'hello' && latest.current !== null) opened.say(latest.current)
    })
    channel.current = opened
    return () => opened.end()
  }, [])
  useEffect(() => {
    if (latest.current !== null) channel.current?.say(latest.current)
  }, [asText])
}

/** How long the recorder's window may take to hand on what it holds. */
const patience = 1_500

/** Asks the recorder's window to hand on what was heard until now; resolves when it has, or is not there. */
export function handedOnBeside(isThere: boolean): Promise<void> {
  if (!isThere) return Promise.resolve()
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(limit)
      channel.end()
      resolve()
    }
    const limit = setTimeout(done, patience)
    const channel = openBeside(({ kind }) => {
      if (kind === 'kept') done()
    })
    channel.say({ kind: 'handOn' })
  })
}
