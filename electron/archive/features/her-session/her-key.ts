// Her passphrase: set, opened, changed, done away with. What she signed stays signed whatever becomes of it.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { herSession as contract } from '../../../../shared/contract/her-session.ts'
import { canonical } from '../../../../shared/domain/canonical.ts'
import type { ChangedConcept, Session } from '../../session.ts'
import { copyOf } from '../../store/looks.ts'
import { forgetWrapping, insertKey, keyInUse, rewrapKey } from '../../store/narrator-keys.ts'
import type { ReadableArchive, WritableArchive } from '../../store/archive-database.ts'
import { paperInUse } from '../../store/narrator-papers.ts'
import { pagesToBeCleaned } from '../../store/pages-to-clean.ts'
import { sealedAnswersTo } from '../../store/sealed-answers.ts'
import { sealedStretchesTo } from '../../store/sealed-sound.ts'
import { sealedTo } from '../../store/seals.ts'
import { changePassphrase } from '../../vault/keyring-change.ts'
import {
  makeNarratorKey,
  openNarratorKey,
  rewrapNarratorKey,
  withPassphrase,
  zeroedWhereFailing,
  zeroSecrets,
} from '../../vault/narrator-key.ts'
import { requireStrength } from '../../vault/passphrase.ts'
import { cleanPages, onceItCounts } from '../clean-pages.ts'
import { unsealAll } from '../sealed-sound/unseal.ts'
import type { Keeper } from './hand-over.ts'
import { unlockKey } from './unlock-key.ts'
import { herSession, requireStillHers } from './her.ts'

const touched: readonly ChangedConcept[] = ['door', 'story', 'marks', 'shelf', 'excerpts']

/** Every passage of which words, sound or what was said aloud are sealed to a key. */
function sealedAtAll(archive: ReadableArchive, key: string): { testimony: string; passage: string }[] {
  const all = [...sealedTo(archive, key), ...sealedStretchesTo(archive, key), ...sealedAnswersTo(archive, key)]
  const byPassage = new Map(all.map(({ testimony, passage }) => [passage, { testimony, passage }]))
  return [...byPassage.values()]
}

type Calls = Pick<Handlers<typeof contract>, 'setPassphrase' | 'openKey' | 'changePassphrase' | 'forgetPassphrase'>

/** In her copy the same passphrase opens the door. Where it was changed there and not here, nothing is left to do. */
async function changeAtTheDoor(session: Session, old: Buffer, passphrase: Buffer): Promise<void> {
  const { folder, surroundings } = session
  const change = (bytes: Buffer) =>
    changePassphrase({ folder, opens: { kind: 'passphrase', bytes }, passphrase, random: surroundings.random })
  try {
    await change(old)
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'wrongPassphrase') throw error
    await change(passphrase).catch(() => undefined) // it opens with the paper key, or with a passphrase of its own
  }
}

export function herKeyHandlers(keeper: Keeper): Calls {
  const { open } = keeper
  const random = () => open().surroundings.random
  return {
    setPassphrase: ({ passphrase }) =>
      keeper.alone(async () => {
        const { session, her } = herSession(open)
        if (keyInUse(session.database, her.narrator) !== null) throw new Failure('hasPassphrase')
        await requireStrength(passphrase)
        const parameters = await keeper.argon()
        const made = await withPassphrase(passphrase, (bytes) =>
          makeNarratorKey(her.narrator, bytes, parameters, random()),
        )
        await zeroedWhereFailing(made.open, () => {
          requireStillHers(open, session, her)
          session.save(['door'], (archive) => insertKey(archive, made, session.moment()))
          session.holdKey(made.open)
        })
        return {}
      }),
    openKey: ({ passphrase }) =>
      keeper.alone(async () => {
        const { session, her } = herSession(open)
        const key = await withPassphrase(passphrase, (bytes) => unlockKey(session, her.narrator, bytes))
        await zeroedWhereFailing(key, () => {
          requireStillHers(open, session, her)
          session.holdKey(key)
        })
        return {}
      }),
    changePassphrase: ({ old, passphrase }) =>
      keeper.alone(async () => {
        const { session, her } = herSession(open)
        const kept = keyInUse(session.database, her.narrator)
        if (kept === null) throw new Failure('noPassphrase')
        await requireStrength(passphrase)
        const parameters = await keeper.argon()
        await withPassphrase(old, (oldBytes) =>
          withPassphrase(passphrase, async (bytes) => {
            const wrapping = await rewrapNarratorKey(kept.key, kept.wrapping, oldBytes, bytes, parameters, random())
            requireStillHers(open, session, her)
            if (copyOf(session.database) !== null) await changeAtTheDoor(session, oldBytes, bytes)
            requireStillHers(open, session, her)
            session.save(['door'], (archive) => rewrapKey(archive, kept.key.id, wrapping))
          }),
        )
        session.database.emptyLog()
        return {}
      }),
    forgetPassphrase: ({ passphrase, sound }, signal) =>
      keeper.alone(async () => {
        const { session, her } = herSession(open)
        const kept = keyInUse(session.database, her.narrator)
        if (kept === null) throw new Failure('noPassphrase')
        const key =
          passphrase === null
            ? null
            : await withPassphrase(passphrase, (bytes) => openNarratorKey(kept.key, kept.wrapping, bytes))
        try {
          requireStillHers(open, session, her)
          const hadPaper = paperInUse(session.database, her.narrator) !== null
          const forget = (archive: WritableArchive): void => {
            forgetWrapping(archive, kept.key.id, session.moment(), key !== null)
            if (hadPaper) pagesToBeCleaned(archive)
          }
          let isClean = false
          if (key === null) session.save(touched, forget)
          else {
            const sealed = sealedAtAll(session.database, key.id)
            isClean = await unsealAll(
              session,
              sealed,
              sound === 'readable' ? 'readable' : 'all',
              key,
              touched,
              signal,
              () => {
                requireStillHers(open, session, her)
                // NOTE: what is sealed while sound is being written would be lost with the key.
                const isSame = canonical(sealedAtAll(session.database, key.id)) === canonical(sealed)
                if (!isSame) throw new Failure('changedMeanwhile')
                return forget
              },
            ).catch((error: unknown) => {
              // Her key is done away with then, and only what it lay on is left.
              if (error instanceof Failure && error.code === 'notCleanedYet') session.holdKey(null)
              throw error
            })
          }
          session.database.emptyLog()
          session.holdKey(null)
          if (hadPaper && !isClean) await onceItCounts(() => cleanPages(session)) // her paper has gone with her passphrase
        } finally {
          if (key !== null) zeroSecrets(key)
        }
        return {}
      }),
  }
}
