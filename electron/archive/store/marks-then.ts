// Redactions as they were at an earlier moment, as far as the steps that undo keeps can tell.
import type { Redaction } from '../../../shared/domain/marks/marks.ts'
import type { ReadableArchive } from './archive-database.ts'

/**
 * The redactions of a testimony that had been made by `moment`, each as it stood then.
 *
 * @param ids which of them; what is not known any more is left out, as if nothing had been taken out there
 * @param now as they are, for those that have not changed since
 */
export function redactionsThen(
  archive: ReadableArchive,
  testimony: string,
  ids: readonly string[],
  moment: string,
  now: readonly Redaction[],
): Redaction[] {
  return ids.flatMap((id) => {
    const step = archive.get<{ before_json: string | null }>(
      `SELECT before_json FROM mark_steps WHERE testimony = ? AND kind = 'redaction' AND mark = ? AND undone = 0 AND at > ?
       ORDER BY sequence LIMIT 1`,
      [testimony, id, moment],
    )
    if (step === undefined) return now.filter((redaction) => redaction.id === id)
    return step.before_json === null ? [] : [JSON.parse(step.before_json) as Redaction]
  })
}
