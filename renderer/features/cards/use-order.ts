// Putting away, asking again, and the order: each done at once, and to be undone and done again while somebody is here.
import { useState } from 'react'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { useWords } from '../../words/say.tsx'
import type { UseWithCards } from './card-shapes.ts'

interface Arranged {
  readonly order: readonly UseName[]
  readonly away: ReadonlySet<UseName>
}

const arrangedAs = (uses: readonly UseWithCards[]): Arranged => ({
  order: uses.map(({ use }) => use),
  away: new Set(uses.filter(({ retiredAt }) => retiredAt !== null).map(({ use }) => use)),
})

/** Uses that came since keep their places at the end. */
function withNew(order: readonly UseName[], now: readonly UseName[]): UseName[] {
  return [...order.filter((use) => now.includes(use)), ...now.filter((use) => !order.includes(use))]
}

export function useOrder(uses: readonly UseWithCards[]) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const [before, setBefore] = useState<readonly Arranged[]>([])
  const [after, setAfter] = useState<readonly Arranged[]>([])
  const now = arrangedAs(uses)

  const arrange = async ({ order, away }: Arranged): Promise<void> => {
    const wanted = withNew(order, now.order)
    if (wanted.join(' ') !== now.order.join(' ')) await archive.cards.order({ uses: wanted })
    for (const use of wanted) {
      const on = away.has(use)
      if (order.includes(use) && on !== now.away.has(use)) await archive.cards.retire({ use, on })
    }
  }
  const change = (wanted: Arranged, said: string): void =>
    doing.run(async () => {
      await arrange(wanted)
      setBefore([...before, now])
      setAfter([])
    }, said)

  return {
    doing,
    /** @param by -1: before the one that stands before it among those she is asked about; 1: after the next */
    move: (use: UseName, by: -1 | 1, said: string): void => {
      const asked = now.order.filter((one) => !now.away.has(one))
      const other = asked[asked.indexOf(use) + by]
      if (other === undefined) return
      const swapped = now.order.map((one) => (one === use ? other : one === other ? use : one))
      change({ ...now, order: swapped }, said)
    },
    putAway: (use: UseName, on: boolean, said: string): void => {
      const away = new Set(now.away)
      if (on) away.add(use)
      else away.delete(use)
      change({ ...now, away }, said)
    },
    undo: {
      isDisabled: before.length === 0,
      run: () => {
        const last = before.at(-1)
        if (last === undefined) return
        doing.run(async () => {
          await arrange(last)
          setBefore(before.slice(0, -1))
          setAfter([...after, now])
        }, say('cards.undone'))
      },
    },
    redo: {
      isDisabled: after.length === 0,
      run: () => {
        const next = after.at(-1)
        if (next === undefined) return
        doing.run(async () => {
          await arrange(next)
          setAfter(after.slice(0, -1))
          setBefore([...before, now])
        }, say('cards.redone'))
      },
    },
  }
}
