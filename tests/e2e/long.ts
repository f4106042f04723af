// Walks that `npm run torture -- --only walks.long` takes and `npm test` leaves out: a walk again in another language or at
// another length, where a shorter one says the same rule.

export const long = { tag: '@long' } as const

/** Not for the one that `npm test` takes of several that differ in language alone. */
export const longUnless = (isShort: boolean): { tag?: '@long' } => (isShort ? {} : long)
