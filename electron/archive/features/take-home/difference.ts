// What stands here, held against what she brings: story by story, and how she is named.
import type { Conflict } from '../../../../shared/domain/take-home/conflict.ts'
import { derivedId, merge, type Known, type Merged } from '../../../../shared/domain/take-home/take-home.ts'
import type { Decisions } from '../../../../shared/formats/decisions.ts'
import { sha256 } from '../../sha256.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { namesHash } from './copy-base.ts'
import { herNames, herState } from './her-state.ts'
import { erasedHere } from './without-erased.ts'

export interface Difference {
  readonly merged: ReadonlyMap<string, Merged>
  readonly conflicts: readonly Conflict[]
  readonly namesFrom: 'here' | 'hers'
}

/** What both sides had in common last: at the packing of the last file that was taken here, else at the taking. */
function knownOf(archive: ReadableArchive, { packs }: Decisions): number {
  const taken = new Set(archive.all<{ id: string }>('SELECT id FROM decisions_taken').map(({ id }) => id))
  return packs.findLastIndex((pack) => taken.has(pack)) + 1
}

/** @param keepHere ids of conflicts in which what stands here stays, because she says so */
export function difference(archive: ReadableArchive, given: Decisions, keepHere: ReadonlySet<string>): Difference {
  const step = knownOf(archive, given)
  const merged = new Map<string, Merged>()
  const conflicts: Conflict[] = []
  for (const { state, known } of given.testimonies) {
    const common: Known = {
      order: known.orders[step] ?? [],
      hashes: known.hashes[step] ?? {},
      lineage: known.lineages[step] ?? [],
      erased: erasedHere(archive, 'passage'),
    }
    const result = merge(herState(archive, state.id), state, common, keepHere, sha256)
    merged.set(state.id, result)
    conflicts.push(...result.conflicts)
  }
  const names = herNames(archive, given.narrator)
  const [here, hers, common] = [namesHash(names), namesHash(given.names.now), given.names.known[step] ?? '']
  if (hers === common || hers === here) return { merged, conflicts, namesFrom: 'here' }
  if (here === common) return { merged, conflicts, namesFrom: 'hers' }
  const id = derivedId(sha256, 'conflict', given.narrator, 'names')
  conflicts.push({ id, kind: 'name', passage: null, here: names.name, hers: given.names.now.name })
  return { merged, conflicts, namesFrom: keepHere.has(id) ? 'here' : 'hers' }
}
