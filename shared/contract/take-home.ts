// Take it with you: everything of hers in open formats, and a copy that opens elsewhere and brings her decisions back.
import { z } from 'zod'
import { conflictKinds } from '../domain/take-home/conflict.ts'
import { call, hers, herself, nothing, stream } from './define.ts'
import { bytes, id, milliseconds, moment, passphrase, shortText } from './shapes.ts'

const progress = z.object({ kind: z.literal('working'), done: z.int(), total: z.int() })

/**
 * A difference that both sides made since the copy was taken. `hers` is what the copy brings; `here` what stands now:
 * words, or, for a label, a redaction or a tie, JSON of the mark without its places, with `quotes`; empty where it is
 * not there.
 */
export const conflict = z.object({
  id,
  kind: z.enum(conflictKinds),
  passage: id.nullable(),
  here: z.string(),
  hers: z.string(),
})

export const takeHome = {
  /** Everything of hers as text, HTML, WebVTT, JSON and her recordings, into a new folder `name` inside `parent`. */
  openFormats: stream(
    hers('narrator'),
    z.object({ narrator: id, parent: z.string(), name: shortText.min(1) }),
    z.discriminatedUnion('kind', [
      progress,
      /** `missing`: recordings that the archive could not read any more. */
      z.object({ kind: z.literal('done'), folder: z.string(), files: z.int(), missing: z.int() }),
    ]),
  ),
  /**
   * An archive of her own with nothing of anybody else, as a new folder `name` inside `parent`. Failures: noPassphrase,
   * wrongPassphrase, folderNotEmpty, folderReadOnly, diskFull.
   */
  makeCopy: stream(
    herself('narrator'),
    z.object({ narrator: id, parent: z.string(), name: shortText.min(1), passphrase }),
    z.discriminatedUnion('kind', [progress, z.object({ kind: z.literal('done'), folder: z.string() })]),
  ),
  /** In her copy: what she has changed, marked and decided since, as one file, signed with her key and sealed to the archive it came from. */
  packDecisions: call(
    herself('narrator'),
    z.object({ narrator: id, parent: z.string(), name: shortText.min(1), passphrase }),
    z.object({ file: z.string() }),
  ),

  /** Handing such a file over, in order, at most 1 MiB at a time. Failure: fileTooLarge. */
  beginDecisions: call('archivist', nothing, z.object({ file: id })),
  appendDecisions: call('archivist', z.object({ file: id, bytes }), nothing),
  /**
   * Reads it; nothing is taken yet. Failures: fileTooLarge, notHerFile, signatureWrong, otherArchive, takenAlready,
   * newerVersion, notFound (one of its stories is not here any more).
   */
  readDecisions: call(
    'archivist',
    z.object({ file: id }),
    z.object({
      pack: id,
      narratorName: shortText,
      madeAt: moment,
      changedPassages: z.int(),
      marks: z.int(),
      /** Entries for the ledger, and things she said. */
      entries: z.int(),
      spoken: z.int(),
      conflicts: z.array(conflict),
      /**
       * Passages that she sealed in her copy and whose sound is sealed here with them. Of what is encoded the window hands
       * over `toDecode` before, whole (`erase.beginSound`); what it does not stays open. Left out for none.
       */
      toClose: z
        .object({
          passages: z.int(),
          toDecode: z.array(
            z.object({ testimony: id, passages: z.array(id), recording: id, media: id, durationMs: milliseconds }),
          ),
        })
        .optional(),
    }),
  ),
  /**
   * Takes it: hers wins but where a conflict's id is in `keepHere`, which only she may say. The sound of what she sealed is
   * sealed with it, and all of it counts at once. Failures: notFound, changedMeanwhile, diskFull, checkFailed, cancelled.
   */
  takeDecisions: call(
    'archivist',
    z.object({ pack: id, keepHere: z.array(id) }),
    z.object({
      testimonies: z.array(id),
      /** They are taken, and what they lay on is cleared at the next opening. Left out where it is. */
      toBeCleaned: z.boolean().optional(),
      /** Passages in them that are sealed and whose sound is in its recording still: closing it is hers, at her window. Left out for none. */
      soundOpen: z.int().optional(),
      /** Passages whose sound she opened in her copy: here it stays sealed until she opens it with her key. Left out for none. */
      soundStillSealed: z.int().optional(),
    }),
  ),
  leaveDecisions: call('archivist', z.object({ pack: id }), nothing),
} as const
