// How large a story can be.

/** A testimony has at most this many passages, so that its number and a passage's sequence share one integer. */
export const mostPassages = 65_536
