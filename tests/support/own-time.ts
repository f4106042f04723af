// How long something works, whatever else the machine does meanwhile: for holding that no input makes it work for ever.

/** Milliseconds of the processor that this thread has had. */
export function ownMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
