// Backups: made, read back, tried, restored; travel mode; and repairing what can be repaired.
import { z } from 'zod'
import { call, nothing, stream } from './define.ts'
import { opensWith } from './opens-with.ts'
import { id, moment, shortText } from './shapes.ts'

const place = z.string().max(4_096)
const working = <P extends string>(parts: readonly [P, ...P[]]) =>
  z.object({ kind: z.literal('working'), part: z.enum(parts), done: z.number(), total: z.number() })

/** One backup in a folder. `bytes` and what is in it are known only to whoever opens it. */
export const generation = z.object({
  id,
  root: place,
  /** Null where its file is damaged, or of a newer program. */
  madeAt: moment.nullable(),
})

/** Something of a backup or of the archive that is not as it was written. */
export const damagedFile = z.object({
  kind: z.enum(['database', 'recording', 'evidence', 'prepared', 'other']),
  /** The story that it is of, where that can be read. */
  title: shortText.nullable(),
  sitting: z.int().nullable(),
  missing: z.boolean(),
})

const lastMade = z.object({ root: place, madeAt: moment, bytes: z.number(), fromMedium: z.boolean() })
const lastTried = z.object({ root: place, madeAt: moment, triedAt: moment, fromMedium: z.boolean() })

/** What a repair did, or found: a line each, with how many. */
export const repairs = [
  'searchRebuilt',
  'peaksForgotten',
  'strayPutAside',
  'savedAsOwn',
  'nothingReadable',
  'stillMissing',
] as const

export const backup = {
  /** `due`: work was done since the last one, so long ago that the shelf says so. */
  state: call(
    'archivist',
    nothing,
    z.object({
      last: lastMade.nullable(),
      tried: lastTried.nullable(),
      workSince: z.boolean(),
      due: z.boolean(),
      keep: z.int(),
      remindAfterDays: z.int(),
    }),
  ),
  /** `remindAfterDays` 0: never. */
  plan: call(
    'archivist',
    z.object({ keep: z.int().min(1).max(50), remindAfterDays: z.int().min(0).max(365) }),
    nothing,
  ),
  /** Says nothing of it for a week. */
  putOff: call('archivist', nothing, nothing),
  /** Failures: pathNotWhole, notAFolder, folderMissing, backupInside. */
  room: call(
    'archivist',
    z.object({ folder: place }),
    z.object({
      root: place,
      /** The synced drive that it lies in; a backup is encrypted, so this is said and not refused. */
      synced: z.string().nullable(),
      free: z.number(),
      needed: z.number(),
      there: z.int(),
      fits: z.int(),
    }),
  ),
  /** The backups in a folder, the newest first. Failures: pathNotWhole, notAFolder, folderMissing, noBackupHere. */
  look: call('entering', z.object({ folder: place }), z.object({ generations: z.array(generation) })),
  /** `make.ts` says what it throws. */
  make: stream(
    'archivist',
    z.object({ folder: place }),
    z.discriminatedUnion('kind', [
      working(['copying', 'readingBack']),
      z.object({
        kind: z.literal('made'),
        root: place,
        generation: id,
        madeAt: moment,
        bytes: z.number(),
        copied: z.number(),
        there: z.int(),
        fromMedium: z.boolean(),
        missing: z.int(),
      }),
    ]),
  ),
  /** Opens it as a restore would, and reads every byte. Failures: noBackupHere, wrongPassphrase, wrongPaperKey, otherArchive. */
  check: stream(
    'archivist',
    z.object({ root: place, generation: id, opensWith }),
    z.discriminatedUnion('kind', [
      working(['reading', 'opening']),
      z.object({
        kind: z.literal('checked'),
        madeAt: moment,
        damaged: z.array(damagedFile),
        stories: z.int(),
        recordings: z.int(),
        fromMedium: z.boolean(),
      }),
    ]),
  ),
  /**
   * Into an empty or new folder. Failures: noBackupHere, wrongPassphrase, wrongPaperKey, backupDamaged (the archive's own
   * file), archiveHere, folderNotEmpty, folderSynced, folderReadOnly, diskFull, newerVersion, cancelled.
   */
  restore: stream(
    'entering',
    z.object({ root: place, generation: id, into: place, opensWith }),
    z.discriminatedUnion('kind', [
      working(['copying', 'opening']),
      z.object({
        kind: z.literal('restored'),
        folder: place,
        madeAt: moment,
        damaged: z.array(damagedFile),
        /** A newer backup there opens with something else, so what was erased since may be in this one. */
        newerUnread: z.boolean(),
      }),
    ]),
  ),
  /**
   * Travel mode: takes the archive off this machine, which locks it. Failures: notTried, changedSinceBackup,
   * stillRecording, backupDamaged, folderMissing (the stick is not there).
   */
  leave: stream('archivist', z.object({ root: place, generation: id }), working(['comparing'])),
  /** Failures: stillRecording, diskFull. */
  repair: stream(
    'archivist',
    nothing,
    z.discriminatedUnion('kind', [
      working(['looking', 'saving']),
      z.object({
        kind: z.literal('repaired'),
        done: z.array(z.object({ what: z.enum(repairs), count: z.int() })),
        /** Recordings that are damaged, and how much of each was saved as a recording of its own. */
        damaged: z.array(damagedFile.extend({ savedMs: z.number().nullable(), lostBytes: z.number() })),
        /** Where files lie that belong to nothing; null where there were none. */
        aside: place.nullable(),
      }),
    ]),
  ),
  /** A report as a text file; its words come from the window, in the person's language, and name no story. */
  saveReport: call(
    'archivist',
    z.object({ parentFolder: place, folderName: shortText.min(1), text: z.string().max(200_000) }),
    z.object({ folder: place }),
  ),
} as const
