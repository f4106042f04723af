// Chance that is the same each time for the same seed, so that what was found can be looked at again.

/** From 0 to below 1 (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** 0 to `below` - 1. */
export type Dice = (below: number) => number

export function diceFrom(seed: number): Dice {
  const chance = chanceFrom(seed)
  return (below) => Math.floor(chance() * below)
}
