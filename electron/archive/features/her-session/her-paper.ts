// A paper of her own, which nobody needs: with it she sets another passphrase where she has forgotten hers. The keys behind
// it stay the same, so that what she sealed opens and what she signs is signed with the same key.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { herSession as contract } from '../../../../shared/contract/her-session.ts'
import type { Session } from '../../session.ts'
import { copyOf } from '../../store/looks.ts'
import { keyInUse, rewrapKey } from '../../store/narrator-keys.ts'
import { keepPaperUsed, paperInUse, putPaper } from '../../store/narrator-papers.ts'
import { pagesToBeCleaned } from '../../store/pages-to-clean.ts'
import { changePassphrase } from '../../vault/keyring-change.ts'
import { openWithPaperKey } from '../../vault/keyring.ts'
import { withPassphrase, zeroedWhereFailing } from '../../vault/narrator-key.ts'
import { rewrapWithPaper, wrapForPaper, type KeptPaper } from '../../vault/narrator-paper.ts'
import { areTypedBack, paperKeyLength, readPaperKey } from '../../vault/paper-key.ts'
import { requireStrength } from '../../vault/passphrase.ts'
import { cleanPages, onceItCounts } from '../clean-pages.ts'
import { showPaperKey, type ShownPaperKey } from '../door/change-keys.ts'
import type { Keeper } from './hand-over.ts'
import { herSession, requireStillHers } from './her.ts'

type Calls = Pick<Handlers<typeof contract>, 'beginPaper' | 'confirmPaper' | 'openWithPaper'>

/** One that was shown and not typed back: it opens nothing. */
interface Begun {
  /** Fires when somebody else is at the window. */
  readonly atWindow: AbortSignal
  readonly key: string
  readonly paper: KeptPaper
  readonly shown: ShownPaperKey
}

export function herPaperHandlers(keeper: Keeper): Calls {
  const { open } = keeper
  let begun: Begun | null = null
  const forget = (): void => {
    begun = null
  }
  return {
    beginPaper: ({ passphrase, language }) =>
      keeper.alone(async () => {
        forget()
        const { session, her } = herSession(open)
        if (copyOf(session.database) !== null) throw new Failure('paperAtHome')
        const kept = keyInUse(session.database, her.narrator)
        if (kept === null) throw new Failure('noPassphrase')
        const { random } = session.surroundings
        const bytes = random(paperKeyLength)
        try {
          const paper = await withPassphrase(passphrase, (typed) =>
            wrapForPaper(kept.key, kept.wrapping, typed, bytes, random),
          )
          requireStillHers(open, session, her)
          const shown = showPaperKey(bytes, language, random)
          const { atWindow } = session
          begun = { atWindow, key: kept.key.id, paper, shown }
          atWindow.addEventListener('abort', forget, { once: true })
          return shown
        } finally {
          bytes.fill(0)
        }
      }),
    confirmPaper: ({ words }) =>
      keeper.alone(async () => {
        const { session, her } = herSession(open)
        // Her passphrase may have been done away with meanwhile, and her keys with it.
        const key = keyInUse(session.database, her.narrator)?.key.id
        if (begun === null || begun.atWindow !== session.atWindow || begun.key !== key) throw new Failure('notFound')
        const { paper, shown } = begun
        if (!areTypedBack(shown.paperKey, shown.check, words)) return { right: false }
        session.save(['door'], (archive) => {
          putPaper(archive, her.narrator, { ...paper, key, madeAt: session.moment() })
          pagesToBeCleaned(archive)
        })
        forget()
        await onceItCounts(() => cleanPages(session))
        return { right: true }
      }),
    openWithPaper: ({ words, passphrase }) =>
      keeper.alone(async () => {
        const { session, her } = herSession(open)
        const kept = keyInUse(session.database, her.narrator)
        if (kept === null) throw new Failure('noPassphrase')
        const paper = paperInUse(session.database, her.narrator)
        if (paper === null) throw new Failure('noPaper')
        const bytes = readPaperKey(words)
        try {
          await requireStrength(passphrase)
          const parameters = await keeper.argon()
          const { random } = session.surroundings
          await withPassphrase(passphrase, async (typed) => {
            const made = await rewrapWithPaper(kept.key, paper, bytes, typed, parameters, random)
            if (made === null) throw new Failure((await opensArchive(session, bytes)) ? 'archivesPaper' : 'notHerPaper')
            await zeroedWhereFailing(made.open, async () => {
              requireStillHers(open, session, her)
              if (copyOf(session.database) !== null) {
                const opens = { kind: 'paper', bytes } as const
                await changePassphrase({ folder: session.folder, opens, passphrase: typed, random })
              }
              requireStillHers(open, session, her)
              session.save(['door', 'consent'], (archive) => {
                rewrapKey(archive, kept.key.id, made.wrapping)
                keepPaperUsed(archive, her.narrator, kept.key.id, session.moment())
              })
              session.holdKey(made.open)
            })
          })
        } finally {
          bytes.fill(0)
        }
        session.database.emptyLog()
        return {}
      }),
  }
}

/** Whether these are the words of the archive's paper key, and of no narrator's. Nothing is written. */
async function opensArchive({ folder }: Session, paper: Buffer): Promise<boolean> {
  const opened = await openWithPaperKey(folder, paper).catch(() => null)
  opened?.key.fill(0)
  return opened !== null
}
