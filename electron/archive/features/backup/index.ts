// Backups as they are asked for: making, trying, restoring, leaving this machine, and when to say that one is due.
import type { backup as contract } from '../../../../shared/contract/backup.ts'
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { asFailure } from '../../as-failure.ts'
import { requireFolderPath } from '../../files/places.ts'
import { syncedDrive } from '../../files/synced-drive.ts'
import type { Session } from '../../session.ts'
import { backupChecked, keepPlan, lastBackup, lastChecked, lastWork, readPlan } from '../../store/backups.ts'
import type { Door } from '../door/door.ts'
import type { Recorder } from '../recording/recorder.ts'
import { compareWithBackup, removeArchive } from './leave.ts'
import { makeBackup } from './make.ts'
import { listGenerations, rootsIn } from '../../files/backup/medium.ts'
import { repair } from './repair.ts'
import { saveReport } from './report.ts'
import { restoreBackup } from './restore.ts'
import { requireRoot, roomFor } from './room.ts'
import { filesNow } from './source.ts'
import { tryBackup } from './tried.ts'

const dayMs = 24 * 60 * 60 * 1000
const quietDays = 7

/** What travel mode relies on: nothing was kept since it was made, as the database counts its transactions. */
interface Newest {
  readonly session: Session
  readonly root: string
  readonly generation: string
  transactions: number
  tried: boolean
}

/** Whoever asked hears at once that it is stopped; the work ends a little later, on a slow stick much later. */
interface UnderWay {
  readonly signal: AbortSignal
  readonly ended: Promise<void>
}

export function backupHandlers(door: Door, recorder: Recorder, now: () => Date): Handlers<typeof contract> {
  const { open } = door
  let newest: Newest | null = null
  let underWay: UnderWay | null = null

  /** One at a time: two would hold the same pages, or write into the same folder. What was stopped already is waited for. */
  async function* alone<Step, Result>(
    signal: AbortSignal,
    work: () => AsyncGenerator<Step, Result>,
  ): AsyncGenerator<Step, Result> {
    while (underWay?.signal.aborted === true) await underWay.ended
    if (underWay !== null) throw new Failure('alreadyOpenElsewhere')
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    underWay = { signal, ended }
    try {
      return yield* work()
    } finally {
      underWay = null
      resolve()
    }
  }

  const isUnchanged = (session: Session): boolean =>
    newest?.session === session && newest.transactions === session.database.transactions

  return {
    state: () => stateOf(open()),
    plan(wanted) {
      const session = open()
      session.save(['backup'], (archive) => keepPlan(archive, { ...readPlan(archive), ...wanted }))
      return {}
    },
    putOff() {
      const session = open()
      const quietUntil = new Date(now().getTime() + quietDays * dayMs).toISOString()
      session.save(['backup'], (archive) => keepPlan(archive, { ...readPlan(archive), quietUntil }))
      return {}
    },
    async room({ folder }) {
      const session = open()
      const root = requireRoot(session, folder)
      const { files } = await filesNow(session)
      return { root, synced: syncedDrive(root), ...(await roomFor(root, session.backupKey(), files)) }
    },
    async look({ folder }) {
      try {
        const roots = await rootsIn(requireFolderPath(folder))
        const found = (await Promise.all(roots.map((root) => listGenerations(root)))).flat()
        if (found.length === 0) throw new Failure('noBackupHere')
        return { generations: found.map(({ id, root, file }) => ({ id, root, madeAt: file?.madeAt ?? null })) }
      } catch (error) {
        throw asFailure(error)
      }
    },
    async *make({ folder }, signal) {
      const session = open()
      const made = yield* alone(signal, () => makeBackup(session, folder, signal))
      const { id: generation, transactions, ...rest } = made
      // What it wrote down of itself is the one transaction more.
      newest = { session, root: made.root, generation, transactions: transactions + 1, tried: false }
      yield { kind: 'made', generation, ...rest }
    },
    async *check({ root, generation, opensWith }, signal) {
      const session = open()
      const place = requireFolderPath(root)
      const tried = yield* alone(signal, () => tryBackup(session, { root: place, generation, opensWith }, signal))
      const wasUnchanged = isUnchanged(session)
      if (tried.damaged.length === 0) {
        session.save(['backup'], (archive) => backupChecked(archive, generation, session.moment(), tried.fromMedium))
        if (wasUnchanged && newest !== null) {
          newest.transactions = session.database.transactions
          newest.tried ||= newest.generation === generation && newest.root === place
        }
      }
      yield { kind: 'checked', ...tried, damaged: [...tried.damaged] }
    },
    async *restore(asked, signal) {
      if (door.session() !== null) throw new Failure('archiveHere')
      const at = now().toISOString()
      const restored = yield* alone(signal, () =>
        restoreBackup({ ...asked, root: requireFolderPath(asked.root) }, at, signal),
      )
      yield { kind: 'restored', ...restored, damaged: [...restored.damaged] }
    },
    async *leave({ root, generation }, signal) {
      const session = open()
      if (recorder.underWay !== null) throw new Failure('stillRecording')
      const isIt =
        newest?.session === session && newest.generation === generation && newest.root === requireFolderPath(root)
      if (!isIt || newest?.tried !== true) throw new Failure('notTried')
      if (!isUnchanged(session)) throw new Failure('changedSinceBackup')
      yield* alone(signal, () => compareWithBackup(session, { root: requireFolderPath(root), generation }, signal))
      if (signal.aborted) throw new Failure('cancelled')
      if (!isUnchanged(session)) throw new Failure('changedSinceBackup')
      newest = null
      await door.leaveMachine(removeArchive)
    },
    async *repair(_, signal) {
      const session = open()
      if (recorder.underWay !== null) throw new Failure('stillRecording')
      yield* alone(signal, () => repair(session, signal))
    },
    saveReport: async ({ parentFolder, folderName, text }) => ({
      folder: await saveReport(open(), parentFolder, folderName, text),
    }),
  }

  function stateOf({ database }: Session) {
    const [last, tried, plan, work] = [
      lastBackup(database),
      lastChecked(database),
      readPlan(database),
      lastWork(database),
    ]
    const workSince = work !== null && (last === null || work > last.madeAt)
    const today = now().toISOString()
    // NOTE: with no backup yet, the days count from the work itself.
    const isLong = (since: string): boolean => now().getTime() - Date.parse(since) >= plan.remindAfterDays * dayMs
    const due =
      workSince &&
      plan.remindAfterDays > 0 &&
      (plan.quietUntil === null || plan.quietUntil < today) &&
      isLong(last?.madeAt ?? work)
    return {
      last: last === null ? null : { ...last, fromMedium: last.fromMedium === 1 },
      tried:
        tried?.checkedAt == null
          ? null
          : {
              root: tried.root,
              madeAt: tried.madeAt,
              triedAt: tried.checkedAt,
              fromMedium: tried.checkedFromMedium === 1,
            },
      workSince,
      due,
      keep: plan.keep,
      remindAfterDays: plan.remindAfterDays,
    }
  }
}
