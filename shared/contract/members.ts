// Who can open the archive: archivists with a passphrase each, and shares among people they trust.
import { z } from 'zod'
import { call, nothing, stream } from './define.ts'
import { opensWith } from './opens-with.ts'
import { id, language, moment, shortText } from './shapes.ts'

const since = moment.nullable()

/** How many shares there are, and how many of them open the archive. */
const counts = { needed: z.int().min(2).max(15), of: z.int().min(2).max(15) }

export const shareSheet = z.object({
  number: z.int(),
  words: z.array(z.string()).length(24),
  /** An SVG path of the QR code of the words, and its size in modules. */
  qrPath: z.string(),
  qrSize: z.int(),
  /** Places (0 to 23) of the words to be typed back. */
  check: z.array(z.int()).min(2),
})

export const members = {
  list: call(
    'archivist',
    nothing,
    z.object({
      members: z.array(
        z.object({
          id,
          name: shortText,
          isYou: z.boolean(),
          since,
          /** False where it was sealed by an older version and not used since: a new archive key cannot be handed to it. */
          isCarried: z.boolean(),
        }),
      ),
      /** What the archive was opened with. */
      openedWith: z.enum(['passphrase', 'paper', 'shares']),
      paper: z.object({ since, isCarried: z.boolean() }).nullable(),
      shares: z.object({ ...counts, since }).nullable(),
      /** How many more can be added. */
      room: z.int(),
    }),
  ),
  /** She types her passphrase herself. */
  add: call('archivist', z.object({ opensWith, name: shortText.min(1), passphrase: z.string().max(1_000) }), nothing),
  /**
   * Makes a new archive key, and enciphers the database anew, which `progress` follows. Cancelled, everything is as it was.
   * `left`: it was her own passphrase that went, and the archive is locked.
   */
  remove: call('archivist', z.object({ opensWith, member: id }), z.object({ left: z.boolean() })),
  /** How far the making of a new archive key is, in bytes; `resting` where none is made. */
  progress: stream(
    'door',
    nothing,
    z.object({ step: z.enum(['resting', 'writing', 'reading']), done: z.number(), total: z.number() }),
  ),
  /** Nothing changes before `confirmShares`; the sheets of before stop at that moment. */
  beginShares: call(
    'archivist',
    z.object({ opensWith, ...counts, language }),
    z.object({ ...counts, sheets: z.array(shareSheet) }),
  ),
  /** The words typed back, sheet by sheet. `wrong`: the numbers of the sheets that are not right; none, and they count. */
  confirmShares: call(
    'archivist',
    z.object({ words: z.array(z.array(z.string().max(40)).max(24)).max(15) }),
    z.object({ wrong: z.array(z.int()) }),
  ),
  /** From then on no sheets open the archive. */
  endShares: call('archivist', z.object({ opensWith }), nothing),
} as const
