// Hostile sounds handed to an archive in a process of its own, watched from outside: none may end it or hold it up.
import type { Fault } from './hostile-child.ts'
import { handHostile, type Handed } from './hostile-watch.ts'

/** Nothing may hold the archive up for longer; how much it grows is not asked, because the sounds themselves are in it. */
const bounds = { longestMs: 10_000, mostMiB: Number.POSITIVE_INFINITY }

/** Variants `from` to `until`, `until` not included. */
export const handHostileSounds = (from: number, until: number, fault: Fault = 'none'): Promise<Handed> =>
  handHostile('sounds', [from, until], bounds, fault)
