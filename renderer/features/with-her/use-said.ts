// A choice that is kept as soon as it is made: it stays chosen while it is being kept, and goes back where it could not be.
import { useEffect, useRef, useState } from 'react'
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
  /** Until it is kept; arrows pass over choices faster than they are, and the last one counts. */
  const wanted = useRef<T | null>(null)
  useEffect(() => setSaid((before) => (before === kept || wanted.current === null ? null : before)), [kept])
  const choose = (choice: T): void => {
    wanted.current = choice
    setSaid(choice)
    // NOTE: does nothing while one is being kept: that one goes on to what is wanted by then.
    doing.run(async () => {
      try {
        for (let next = wanted.current; next !== null; next = wanted.current === next ? null : wanted.current)
          await keep(next)
      } finally {
        wanted.current = null
      }
    })
  }
  return { chosen: doing.failure === null ? (said ?? kept) : kept, choose }
}
