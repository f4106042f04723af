// How much of what could be tried is tried. `npm test` tries a part, spread over all of it; `npm run torture -- --only
// tests.full` everything. NOTE: FIRSTHAND_TRIES=none is the control: what tries nothing must fail.

const wanted = process.env['FIRSTHAND_TRIES'] ?? 'some'

/** `all` where everything is tried, `some` where a part is. */
export const tries = (all: number, some: number): number => (wanted === 'all' ? all : wanted === 'none' ? 0 : some)

/** Every one of them where everything is tried, every `step`th where a part is. */
export const spread = <T>(all: readonly T[], step: number): T[] =>
  wanted === 'none' ? [] : all.filter((_, at) => wanted === 'all' || at % step === 0)
