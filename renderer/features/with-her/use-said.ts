// A choice that is kept as soon as it is made: it stays chosen while it is being kept, and goes back where it could not be.
import { useEffect, useState } from 'react'
import type { Doing } from '../../app/use-doing.ts'

interface Said<T> {
  readonly chosen: T | null
  readonly choose: (choice: T) => void
}

export function useSaid<T extends string>(
  doing: Doing,
  kept: T | null,
  keep: (choice: T) => Promise<unknown>,
): Said<T> {
  const [said, setSaid] = useState<T | null>(null)
  useEffect(() => setSaid(null), [kept])
  const choose = (choice: T): void => {
    if (doing.busy) return
    setSaid(choice)
    doing.run(() => keep(choice))
  }
  return { chosen: doing.failure === null ? (said ?? kept) : kept, choose }
}
