// Looking after the archive: the invariants of the domain, checked, and word of what has changed.
import type { care as contract } from '../../../shared/contract/care.ts'
import type { Handlers } from '../../../shared/contract/define.ts'
import type { FoundFault } from '../../../shared/domain/consent/ledger-chain.ts'
import type { ReadableArchive } from '../store/archive-database.ts'
import type { ChangedConcept, OpenSession, Session } from '../session.ts'
import { countBroken, damagedPages, rowRules, strayMediaFiles, testimonyCount } from '../store/invariants.ts'
import { ledgerSize } from '../store/ledger.ts'
import { checkLedger } from '../store/ledger-check.ts'
import { mediaNames, readMedia } from '../store/media-rows.ts'
import { describeMedia, type DamagedFile } from './backup/damaged.ts'
import { damagedMedia } from './backup/repair.ts'

/** Word of changes for whoever listens; nothing of what changed goes with it. */
export class Changes {
  readonly #listeners = new Set<(concept: ChangedConcept) => void>()

  readonly tell = (concept: ChangedConcept): void => {
    for (const listener of this.#listeners) listener(concept)
  }

  async *listen(signal: AbortSignal): AsyncGenerator<{ concept: ChangedConcept }> {
    const waiting: ChangedConcept[] = []
    let wake: (() => void) | null = null
    const listener = (concept: ChangedConcept) => {
      if (!waiting.includes(concept)) waiting.push(concept)
      wake?.()
    }
    const stop = () => wake?.()
    this.#listeners.add(listener)
    signal.addEventListener('abort', stop)
    try {
      while (!signal.aborted) {
        const concept = waiting.shift()
        if (concept !== undefined) yield { concept }
        else await new Promise<void>((resolve) => (wake = resolve))
        wake = null
      }
    } finally {
      this.#listeners.delete(listener)
      signal.removeEventListener('abort', stop)
    }
  }
}

type Finding = {
  rule:
    | Parameters<typeof countBroken>[1]
    | 'pageDamaged'
    | 'ledgerBroken'
    | 'signatureBroken'
    | 'mediaWithoutFile'
    | 'fileWithoutMedia'
    | 'mediaDamaged'
  count: number
}

/** So many entries are one step of the work that is told of. */
const entriesAStep = 5_000
/** And so many bytes of media. */
const bytesAStep = 1024 * 1024

/** Just ends where it is not wanted any more. */
async function* check(session: Session, signal: AbortSignal) {
  try {
    yield* checkAll(session, signal)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

async function* checkAll(session: Session, signal: AbortSignal) {
  const { database } = session
  const names = mediaNames(database)
  const bytes = [...names].reduce((sum, name) => sum + readMedia(database, name).size, 0)
  const total = rowRules.length + 1 + Math.ceil(ledgerSize(database) / entriesAStep) + Math.ceil(bytes / bytesAStep)
  let done = 0
  const findings: Finding[] = [{ rule: 'pageDamaged', count: damagedPages(database) }]
  yield { kind: 'checking' as const, done: (done += 1), total }
  for (const rule of rowRules) {
    if (signal.aborted) return
    findings.push({ rule, count: countBroken(database, rule) })
    yield { kind: 'checking' as const, done: (done += 1), total }
  }
  const checking = checkLedger(database)
  let inStep = 0
  let next = await checking.next()
  for (; next.done !== true; next = await checking.next()) {
    if (signal.aborted) return
    inStep += next.value
    for (; inStep >= entriesAStep; inStep -= entriesAStep)
      yield { kind: 'checking' as const, done: (done += 1), total: Math.max(done, total) }
  }
  const ledger = next.value
  findings.push(
    { rule: 'ledgerBroken', count: ledger.broken },
    { rule: 'signatureBroken', count: ledger.signaturesBroken },
  )
  if (inStep > 0) yield { kind: 'checking' as const, done: (done += 1), total: Math.max(done, total) }
  const before = done
  const damaged: DamagedFile[] = []
  for await (const step of damagedMedia(session, signal)) {
    if ('media' in step) damaged.push(describeMedia(database, step.media, step.missing))
    else if (before + Math.floor(step.done / bytesAStep) > done)
      yield {
        kind: 'checking' as const,
        done: (done = before + Math.floor(step.done / bytesAStep)),
        total: Math.max(done, total),
      }
  }
  findings.push(
    { rule: 'mediaWithoutFile', count: damaged.filter(({ missing }) => missing).length },
    { rule: 'mediaDamaged', count: damaged.filter(({ missing }) => !missing).length },
    { rule: 'fileWithoutMedia', count: await strayMediaFiles(database, session.folder, names) },
  )
  yield {
    kind: 'checked' as const,
    findings: findings.filter(({ count }) => count > 0),
    stories: testimonyCount(database),
    recordings: names.size,
    damaged,
    entries: ledger.entries,
    signed: ledger.signed,
    erased: ledger.erased,
    faults: ledger.faults.map((fault) => ({ ...fault, ...placeOf(database, fault) })),
  }
}

/** When an entry that is wrong was made, and in whose story, as far as that can still be read. */
function placeOf(database: ReadableArchive, { sequence }: FoundFault): { at: string | null; title: string | null } {
  const row = database.get<{ at: string; title: string | null }>(
    'SELECT l.at, t.title FROM ledger l LEFT JOIN testimonies t ON t.id = l.testimony WHERE l.sequence = ?',
    [sequence],
  )
  return { at: row !== undefined && !Number.isNaN(Date.parse(row.at)) ? row.at : null, title: row?.title ?? null }
}

export function careHandlers(open: OpenSession, changes: Changes): Handlers<typeof contract> {
  return {
    check: (_, signal) => check(open(), signal),
    changes: (_, signal) => changes.listen(signal),
  }
}
