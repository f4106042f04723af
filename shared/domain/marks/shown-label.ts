// Which labels may be seen outside.
import type { Label } from './marks.ts'

/** Her stance lets it be seen: her own, or taken as hers, contested, or for this place only. */
export function isShown(label: Label): boolean {
  if (label.stance === 'none') return label.assertedBy === 'narrator'
  return label.stance === 'mine' || label.stance === 'contested' || label.stance === 'onlyHere'
}
