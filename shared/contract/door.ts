// The door: making an archive, opening it, closing it.
import { z } from 'zod'
import { call, nothing } from './define.ts'
import { keyChoices } from './key-choices.ts'
import { opensWith } from './opens-with.ts'
import { id, language, shortText } from './shapes.ts'

const passphrase = z.string().max(1_000)
export const paperWords = z.string().max(1_000)

/** How somebody wants the window, whichever archive is open; nothing of a story. `language` is empty for the system's. */
export const preferences = z.object({
  language: z.string().max(40),
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.int().min(100).max(300),
  /** Left out where nobody has changed any. */
  keys: keyChoices.optional(),
})

export const doorState = z.object({
  state: z.enum(['none', 'closed', 'open']),
  folder: z.string(),
  /** The synced drive that the folder lies in ("Dropbox"), null where none is seen. */
  synced: z.string().nullable(),
  /** Given only while the archive is open. */
  archivist: shortText.nullable(),
  /** Whose window it is; null while the archive is closed. */
  role: z.enum(['archivist', 'narrator']).nullable(),
  /** The keyring was damaged, and the copy before it opened instead. */
  usedPreviousKeyring: z.boolean(),
  /** The making of an archive was left before its paper key was typed back: nothing of it is there. */
  leftUnmade: z.boolean(),
  /** Null where none were chosen yet. */
  preferences: preferences.nullable(),
  version: z.string(),
  builtAt: z.string(),
})

export const folder = z.object({ path: z.string(), name: z.string(), holdsArchive: z.boolean() })

/** The words of one sheet of a share, or of as many as somebody has typed. */
const sheets = z.array(paperWords).max(15)

export const newPaperKey = z.object({
  paperKey: z.array(z.string()).length(24),
  /** An SVG path of the QR code of the words, and its size in modules. */
  qrPath: z.string(),
  qrSize: z.int(),
  /** Places (0 to 23) of the words to be typed back. */
  check: z.array(z.int()).min(4),
})

export const door = {
  state: call('door', nothing, doorState),
  keepPreferences: call('door', preferences, nothing),
  proposePassphrase: call('door', z.object({ language }), z.object({ passphrase })),
  estimatePassphrase: call(
    'door',
    z.object({ passphrase }),
    z.object({ verdict: z.enum(['tooWeak', 'weak', 'fair', 'strong']), guessesLog10: z.number() }),
  ),
  /** The archive counts only after `confirmPaperKey`; until then it can be begun again. */
  create: call(
    'entering',
    z.object({ folder: z.string(), passphrase, archivist: shortText.min(1), language }),
    newPaperKey,
  ),
  confirmPaperKey: call('entering', z.object({ words: z.array(z.string().max(40)) }), z.object({ right: z.boolean() })),
  /** What is wrong with the words of a paper key, one by one; opens nothing. */
  lookAtPaperWords: call(
    'door',
    z.object({ words: paperWords }),
    z.object({
      count: z.int(),
      /** `place` counts from 1; `near` are words of the list that are spelled alike. */
      unknown: z.array(z.object({ place: z.int(), near: z.array(z.string()) })),
      whole: z.boolean(),
    }),
  ),
  open: call('entering', z.object({ folder: z.string(), passphrase }), nothing),
  openWithPaperKey: call('entering', z.object({ folder: z.string(), words: paperWords }), nothing),
  /**
   * What is wrong with the sheets of shares that were typed for the archive in `folder`, one by one; opens nothing. Places
   * count from 1. `needed` is null until one of them can be read, and `usable` counts those that go together.
   */
  lookAtShares: call(
    'entering',
    z.object({ folder: z.string(), sheets }),
    z.object({
      needed: z.int().nullable(),
      usable: z.int(),
      sheets: z.array(
        z.object({
          is: z.enum([
            'usable',
            'count',
            'unknown',
            'another',
            'swapped',
            'paper',
            'broken',
            'newer',
            'otherArchive',
            'otherSet',
            'twice',
          ]),
          /** Which sheet of its set it is; null where it cannot be read. */
          number: z.int().nullable(),
          /** How many words there are. */
          count: z.int(),
          unknown: z.array(z.object({ place: z.int(), near: z.array(z.string()) })),
          /** The word that is another one on the sheet, or the two that have changed places. */
          places: z.array(z.int()),
        }),
      ),
    }),
  ),
  openWithShares: call('entering', z.object({ folder: z.string(), sheets }), nothing),
  /**
   * The old passphrase opens nothing from then on. `member` says whose, where something else than a passphrase opens and
   * there are several.
   */
  changePassphrase: call('archivist', z.object({ opensWith, passphrase, member: id.optional() }), nothing),
  /** Nothing changes before `confirmNewPaperKey`; the old paper key stops at that moment. */
  beginNewPaperKey: call('archivist', z.object({ opensWith, language }), newPaperKey),
  confirmNewPaperKey: call(
    'archivist',
    z.object({ words: z.array(z.string().max(40)) }),
    z.object({ right: z.boolean() }),
  ),
  lock: call('door', nothing, nothing),
  /** Folders inside a folder, for choosing one; an empty path starts at the person's own folder. */
  folders: call(
    'door',
    z.object({ path: z.string() }),
    z.object({ path: z.string(), parent: z.string().nullable(), places: z.array(folder), folders: z.array(folder) }),
  ),
  makeFolder: call('door', z.object({ parent: z.string(), name: shortText.min(1) }), z.object({ path: z.string() })),
} as const
