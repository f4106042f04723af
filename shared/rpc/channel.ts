// Two ends that pass messages in order until one of them is gone. What the messages mean is not known here.

export interface Channel {
  /** Sends a plain value (objects, arrays, strings, numbers, Uint8Array). Does nothing once the channel is closed. */
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Fires once, whichever side closed; at once where the channel is closed already. */
  onClose(listener: () => void): void
  close(): void
}

/** What an adapter hands in: how to send on its wire and how to shut it. */
export interface Wire {
  post(message: unknown): void
  shut(): void
}

/** What an adapter gets back: the channel, and the two things that it reports. */
export interface ChannelEnd {
  readonly channel: Channel
  readonly arrived: (message: unknown) => void
  readonly gone: () => void
}

/** Makes a channel over `wire`. Messages that arrive before somebody listens are kept for the first listener. */
export function channelOver(wire: Wire): ChannelEnd {
  const messageListeners: Array<(message: unknown) => void> = []
  const closeListeners: Array<() => void> = []
  let early: unknown[] = []
  let open = true

  const gone = (): void => {
    if (!open) return
    open = false
    for (const listener of closeListeners) listener()
  }
  const channel: Channel = {
    send(message) {
      if (open) wire.post(message)
    },
    onMessage(listener) {
      messageListeners.push(listener)
      const kept = early
      early = []
      for (const message of kept) listener(message)
    },
    onClose(listener) {
      if (open) closeListeners.push(listener)
      else listener()
    },
    close() {
      if (!open) return
      wire.shut()
      gone()
    },
  }
  const arrived = (message: unknown): void => {
    if (!open) return
    if (messageListeners.length === 0) early.push(message)
    else for (const listener of messageListeners) listener(message)
  }
  return { channel, arrived, gone }
}
