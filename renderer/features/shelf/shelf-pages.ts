// Reads the shelf page by page. What was read stays when more is asked for; a change in the archive reads all of it again.
import { useCallback, useRef, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { useAnswer } from '../../app/archive.tsx'
import type { ShelfCardData, ShelfWish } from './shelf-wish.ts'

export const pageSize = 60
/** The most that the contract gives at a time. */
const mostAtOnce = 500

export interface ShelfPages {
  /** Undefined until the first answer. */
  readonly cards: readonly ShelfCardData[] | undefined
  readonly total: number
  readonly failure: FailureCode | null
  readonly isReading: boolean
  readonly more: () => void
  readonly again: () => void
}

interface Read {
  readonly wish: ShelfWish
  readonly wanted: number
  readonly total: number
  readonly cards: readonly ShelfCardData[]
}

export function useShelfPages(wish: ShelfWish): ShelfPages {
  const [asked, setAsked] = useState({ wish, wanted: pageSize })
  const wanted = asked.wish === wish ? asked.wanted : pageSize
  const known = useRef<Read | null>(null)

  const { value, failure, again } = useAnswer<Read>(
    ['shelf', 'story', 'marks', 'consent'],
    async (archive, signal) => {
      const before = known.current
      // NOTE: only when more is wanted of the same is the beginning taken as read; any other reason to ask is a change.
      const goesOn = before !== null && before.wish === wish && before.wanted < wanted
      const cards = goesOn ? [...before.cards] : []
      let total = 0
      do {
        const count = Math.min(mostAtOnce, wanted - cards.length)
        const page = await archive.shelf.list({ ...wish, from: cards.length, count }, signal)
        cards.push(...page.cards)
        total = page.total
        if (page.cards.length === 0) break
      } while (cards.length < Math.min(wanted, total))
      const read = { wish, wanted, total, cards }
      known.current = read
      return read
    },
    [wish, wanted],
    { keepOld: true },
  )

  const more = useCallback(() => setAsked({ wish, wanted: wanted + pageSize }), [wish, wanted])
  const isReading = failure === null && (value === undefined || value.wish !== wish || value.wanted !== wanted)
  return { cards: value?.cards, total: value?.total ?? 0, failure, isReading, more, again }
}
