// A machine that slept: time has passed that this process has not seen. An ordinary browser tells nobody of it.

const lookMs = 10_000
/** What a program that is held up for a while never takes. */
const sleptMs = 60_000

/** Calls `slept` when the machine is awake again; gives what stops. */
export function lockAfterSleep(slept: () => void): () => void {
  let seen = Date.now()
  const looking = setInterval(() => {
    const now = Date.now()
    if (now - seen > sleptMs) slept()
    seen = now
  }, lookMs)
  looking.unref()
  return () => clearInterval(looking)
}
