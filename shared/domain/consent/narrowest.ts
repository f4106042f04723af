// Two yeses of hers, where nobody can say which came last: only what both allow is allowed.
import { voices, type Conditions } from './ledger.ts'

const least = <T extends number | string>(one: T | null, other: T | null): T | null =>
  one === null || other === null ? (one ?? other) : one < other ? one : other

/** As many letters as what ends a yes may have. */
const longestEvent = 2_000

/**
 * Conditions that hold for both; null where no recipient is in both, or where there is no room to say both events. A name given at home holds.
 *
 * @param namedOnly the use is open to nobody who is not named
 */
export function narrowest(here: Conditions, brought: Conditions, namedOnly: boolean): Conditions | null {
  const [one, other] = [here.recipients, brought.recipients]
  const anybody = !namedOnly && (one.length === 0 || other.length === 0)
  const recipients = anybody ? [...one, ...other] : other.filter((recipient) => one.includes(recipient))
  if (!anybody && recipients.length === 0) return null
  const events = [...new Set([here.untilEvent, brought.untilEvent].filter((event) => event !== undefined))]
  const untilEvent = events.join('; ')
  if (untilEvent.length > longestEvent) return null
  return {
    recipients,
    nameAs: here.nameAs ?? brought.nameAs,
    // From her own voice to none at all.
    voice: voices.indexOf(here.voice) > voices.indexOf(brought.voice) ? here.voice : brought.voice,
    until: least(here.until, brought.until),
    // Whichever of the two comes first ends it.
    ...(events.length === 0 ? {} : { untilEvent }),
    times: least(here.times, brought.times),
    noCutting: here.noCutting || brought.noCutting,
  }
}
