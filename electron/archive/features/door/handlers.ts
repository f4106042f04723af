// What is asked at the door, before anybody is in: what lies here, making, opening, locking, and the keys of who is in.
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { door as contract } from '../../../../shared/contract/door.ts'
import { asFailure } from '../../as-failure.ts'
import { inspectFolder, requireFolderPath } from '../../files/places.ts'
import type { Session, Surroundings } from '../../session.ts'
import { openKeyring, openWithPaperKey, openWithPassphrase, type MayRaise } from '../../vault/keyring.ts'
import { lookAtPaperWords, readPaperKey } from '../../vault/paper-key.ts'
import { estimatePassphrase, normalisePassphrase, proposePassphrase } from '../../vault/passphrase.ts'
import { builtAt, version } from '../../version.ts'
import { lookAtSheetsFor } from '../members/look-at-shares.ts'
import { withSecret } from '../members/opens-with.ts'
import type { Raising } from '../members/raising.ts'
import type { ChangeKeys } from './change-keys.ts'
import type { Entering } from './entering.ts'
import { folderHandlers } from './folders.ts'
import type { LastFolder } from './last-folder.ts'
import type { MakingArchive } from './making-archive.ts'
import { keepPreferences, readPreferences } from './preferences.ts'

/** What the calls ask of the door. */
interface DoorOfCalls {
  readonly dataFolder: string
  readonly surroundings: Surroundings
  readonly lastFolder: LastFolder
  readonly making: MakingArchive
  readonly changeKeys: ChangeKeys
  readonly raising: Raising
  readonly standing: () => Standing
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  readonly enter: (folder: string, entering: Entering) => Promise<void>
  readonly lock: () => Promise<void>
}

interface Standing {
  readonly session: Session | null
  /** Who has it open, while its database is closed for a while; null else. */
  readonly openBetween: string | null
  readonly isLeaving: boolean
}

export function doorHandlers(door: DoorOfCalls): Handlers<typeof contract> {
  const { dataFolder, surroundings, making, raising, alone, enter } = door
  const mayRaise = (): MayRaise => ({ random: surroundings.random, now: surroundings.now().getTime() })
  return {
    state: async () => {
      const folder = await door.lastFolder.read()
      const place = inspectFolder(folder)
      const { session, openBetween, isLeaving } = door.standing()
      const isOpen = session !== null || openBetween !== null
      return {
        state: isOpen ? 'open' : place.hasArchive && !isLeaving ? 'closed' : 'none',
        folder,
        synced: place.synced,
        archivist: session?.actor.role === 'archivist' ? session.actor.name : openBetween,
        role: session?.actor.role ?? (openBetween === null ? null : 'archivist'),
        usedPreviousKeyring: session?.usedPreviousKeyring ?? false,
        leftUnmade: making.isLeft(),
        preferences: await readPreferences(dataFolder),
        version,
        builtAt,
      }
    },
    keepPreferences: async (kept) => {
      await keepPreferences(dataFolder, kept).catch((error: unknown) => {
        throw asFailure(error)
      })
      return {}
    },
    proposePassphrase: async ({ language }) => ({
      passphrase: await proposePassphrase(language, surroundings.random),
    }),
    estimatePassphrase: async ({ passphrase }) => {
      const { verdict, guessesLog10 } = await estimatePassphrase(passphrase)
      return { verdict, guessesLog10 }
    },
    create: (asked) => alone(() => making.begin(asked)),
    confirmPaperKey: ({ words }) => alone(() => making.confirm(words)),
    open: ({ folder, passphrase }) =>
      alone(async () => {
        const bytes = normalisePassphrase(passphrase)
        try {
          let [took, behind] = [0, false]
          const openTimed = async () => {
            const since = performance.now()
            const opened = await openWithPassphrase(folder, bytes, mayRaise())
            took = performance.now() - since
            behind = opened.behind
            return opened
          }
          await enter(folder, { openKeyring: openTimed, passphrase: bytes })
          void raising.after({ folder, passphrase: bytes, behind, took })
        } finally {
          bytes.fill(0)
        }
        return {}
      }),
    openWithPaperKey: ({ folder, words }) =>
      alone(async () => {
        const bytes = readPaperKey(words)
        try {
          await enter(folder, { openKeyring: () => openWithPaperKey(folder, bytes, mayRaise()) })
        } finally {
          bytes.fill(0)
        }
        return {}
      }),
    lookAtShares: ({ folder, sheets }) => lookAtSheetsFor(requireFolderPath(folder), sheets),
    openWithShares: ({ folder, sheets }) =>
      alone(async () => {
        const asked = { kind: 'shares', words: sheets.join('\n') } as const
        await withSecret(asked, (opens) => enter(folder, { openKeyring: () => openKeyring(folder, opens) }))
        return {}
      }),
    ...door.changeKeys.handlers(),
    lookAtPaperWords: ({ words }) => lookAtPaperWords(words),
    lock: async () => {
      await door.lock()
      return {}
    },
    ...folderHandlers,
  }
}
