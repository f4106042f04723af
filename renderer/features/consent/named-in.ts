// Whom her own answers name: of all whom this archive knows, these alone are put before her.
import type { Entry } from './consent-shapes.ts'

export const namedIn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap(({ conditions }) => conditions?.recipients ?? []))
