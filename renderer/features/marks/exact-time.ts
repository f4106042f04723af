// A time in the sound to the tenth of a second, as short words need it.

/** `clock` gives 0:05 from milliseconds; this gives 0:05.6. */
export function exactTime(clock: (ms: number) => string, ms: number): string {
  const tenths = Math.round(ms / 100)
  return `${clock(Math.floor(tenths / 10) * 1000)}.${tenths % 10}`
}
