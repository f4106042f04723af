// What is pressed while something else is being done is done after it: no press goes unheard.

/** `onFailure`: null where something new begins with nothing before it. */
export function pressTurns(
  onFailure: (thrown: unknown) => void,
): (named: string, work: () => Promise<unknown>) => void {
  const waiting = new Set<string>()
  let turn = Promise.resolve()
  return (named, work) => {
    // NOTE: only the same again, while it is being done or waits, is not done twice.
    if (waiting.has(named)) return
    if (waiting.size === 0) onFailure(null)
    waiting.add(named)
    turn = turn.then(async () => {
      try {
        await work()
      } catch (thrown) {
        onFailure(thrown)
      } finally {
        waiting.delete(named)
      }
    })
  }
}
