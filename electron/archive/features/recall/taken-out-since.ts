// What was taken out of her words after they had been given out: what is outside says it still.
import { heirsOf, type History } from '../../../../shared/domain/consent/lineage.ts'
import type { Redaction, SoundStretch } from '../../../../shared/domain/marks/marks.ts'
import { isHiddenFrom } from '../../../../shared/domain/reach.ts'
import { silences } from '../../../../shared/domain/sound/silences.ts'
import { useOf } from '../../../../shared/domain/consent/uses.ts'
import type { Session } from '../../session.ts'
import { readMarks } from '../../store/marks.ts'
import { redactionsThen } from '../../store/marks-then.ts'
import type { GivenPlace } from '../../store/prints.ts'
import type { Disclosure } from '../../store/register.ts'
import { readStory } from '../../store/stories.ts'

/**
 * How to ask when more of a passage was taken out than had been when it left (ISO 8601 UTC); null where nothing was.
 * NOTE: a range that has grown with her words counts as the one it was.
 */
export function takenOutSince({ database }: Session, testimony: string, history: History) {
  const { redactions } = readMarks(database, testimony)
  const isSoundAlone = redactions.some(({ stretches = [] }) => stretches.length > 0)
  const passages = isSoundAlone ? readStory(database, testimony).passages : []
  /** In its sound alone; its words are there still. */
  const isSilent = ({ stretches = [] }: Redaction, heirs: ReadonlySet<string>) =>
    stretches.some((stretch) => passages.some((passage) => heirs.has(passage.id) && silences(stretch, passage)))
  const isIn = ({ ranges }: Redaction, heirs: ReadonlySet<string>) =>
    ranges.some(({ passage, start, end, unresolved }) => heirs.has(passage) && (unresolved || end > start))

  return (row: Disclosure) => {
    const { reach } = useOf(row.use)
    const now = redactions.filter((redaction) => isHiddenFrom(redaction.reach, reach))
    const then = new Map(
      now.length === 0
        ? []
        : redactionsThen(database, testimony, row.redactions, row.at, redactions).map((one) => [one.id, one]),
    )
    const stoodThen = (redaction: Redaction, heirs: ReadonlySet<string>) => {
      const before = then.get(redaction.id)
      return (
        before !== undefined &&
        isHiddenFrom(before.reach, reach) &&
        before.way === redaction.way &&
        before.replacement === redaction.replacement &&
        before.ranges.some(({ passage }) => heirsOf(passage, history).some((heir) => heirs.has(heir)))
      )
    }
    /** NOTE: one that has grown since is more than stood then: what is outside says the rest of it. */
    const silentThen = (redaction: Redaction, heirs: ReadonlySet<string>) => {
      const before = then.get(redaction.id)
      const had = before !== undefined && isHiddenFrom(before.reach, reach) ? (before.stretches ?? []) : []
      const covers = (one: SoundStretch) =>
        had.some((was) => was.id === one.id && was.startMs <= one.startMs && was.endMs >= one.endMs)
      return (redaction.stretches ?? []).every(
        (one) => covers(one) || !isSilent({ ...redaction, stretches: [one] }, heirs),
      )
    }
    return ({ passage, startMs }: GivenPlace): string | null => {
      const heirs = new Set(heirsOf(passage, history))
      const more = now.filter(
        (redaction) =>
          (isIn(redaction, heirs) &&
            (redaction.thing !== 'voice' || startMs !== null) &&
            !stoodThen(redaction, heirs)) ||
          (startMs !== null && isSilent(redaction, heirs) && !silentThen(redaction, heirs)),
      )
      const moments = more.map(
        ({ id }) =>
          database.get<{ at: string }>(
            `SELECT at FROM mark_steps WHERE testimony = ? AND kind = 'redaction' AND mark = ? AND undone = 0 AND at > ?
             ORDER BY sequence LIMIT 1`,
            [testimony, id, row.at],
          )?.at ?? row.at,
      )
      return moments.toSorted()[0] ?? null
    }
  }
}
