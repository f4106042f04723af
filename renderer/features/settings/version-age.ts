// When a version counts as old.

/** Both as ISO 8601 or a Date; three months by the calendar, in UTC. */
export function isOlderThanThreeMonths(builtAt: string, now: Date): boolean {
  const limit = new Date(builtAt)
  limit.setUTCMonth(limit.getUTCMonth() + 3)
  return now > limit
}
