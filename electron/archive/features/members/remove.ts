// An archivist's passphrase taken away: a new archive key for everybody else, and the whole database enciphered anew.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { members as contract } from '../../../../shared/contract/members.ts'
import type { OpensWith } from '../../../../shared/contract/opens-with.ts'
import { asFailure } from '../../as-failure.ts'
import type { Session } from '../../session.ts'
import { openKeyring, type OpenedKeyring } from '../../vault/keyring.ts'
import { writeGenerations } from '../../vault/keyring-write.ts'
import { entriesOf, readEither } from '../../vault/keyring-read.ts'
import type { RandomSource } from '../../vault/random.ts'
import { secretBytes } from '../../vault/secret-bytes.ts'
import { Told } from '../told.ts'
import type { MembersKeeper, Reopening } from './keeper.ts'
import { finishNewKey, prepareNewKey } from './new-key.ts'
import { withSecret } from './opens-with.ts'
import { membersOf } from './who-opened.ts'

type Calls = Pick<Handlers<typeof contract>, 'remove' | 'progress'>
type Progress = { readonly step: 'resting' | 'writing' | 'reading'; readonly done: number; readonly total: number }

export function removeHandlers(keeper: MembersKeeper, random: RandomSource): Calls {
  const told = new Told()
  let now: Progress = { step: 'resting', done: 0, total: 0 }

  function tell(step: Progress['step'], done: number, total: number): void {
    now = { step, done, total }
    told.change()
  }

  async function remove(opensWith: OpensWith, member: string, signal: AbortSignal): Promise<{ left: boolean }> {
    const session = keeper.open()
    requireGoing(session, member)
    if (keeper.isRecording()) throw new Failure('stillRecording')
    const isSelf = session.actor.role === 'archivist' && session.actor.member === member
    const { key, archiveId, slot } = await withSecret(opensWith, (opens) => openKeyring(session.folder, opens))
    // Whose passphrase it was may be gone: who stays at the window is who was there.
    const seat = session.keyring?.slot ?? slot
    try {
      if (keeper.open() !== session) throw new Failure('locked')
      await keeper.whileClosed((folder, locked) =>
        renewed({ folder, key, archiveId, slot: seat, member, isSelf, signal: AbortSignal.any([signal, locked]) }),
      )
      return { left: isSelf }
    } finally {
      key.fill(0)
      tell('resting', 0, 0)
    }
  }

  interface Asked {
    readonly folder: string
    readonly key: Buffer
    readonly archiveId: string
    readonly slot: number
    readonly member: string
    readonly isSelf: boolean
    readonly signal: AbortSignal
  }

  async function renewed({ folder, key, archiveId, slot, member, isSelf, signal }: Asked): Promise<Reopening> {
    const newKey = random(32)
    const openedWith = async (own: Buffer): Promise<OpenedKeyring> => {
      const { file, usedPrevious } = await readEither(folder)
      const entries = entriesOf(file, own, random)
      return { key: secretBytes(own), archiveId, usedPrevious, behind: false, slot, entries }
    }
    try {
      let prepared: Buffer
      try {
        prepared = await prepareNewKey({ folder, key, newKey, without: member, random, signal, tell })
      } catch (error) {
        // Nothing has changed: it opens as it did.
        return { opened: await openedWith(key), failure: error }
      }
      // NOTE: this is the moment. Where it fails it may have come about nevertheless: the next opening sees which.
      await writeGenerations(folder, prepared)
      await finishNewKey(folder, newKey)
      return { opened: isSelf ? null : await openedWith(newKey), failure: null }
    } finally {
      newKey.fill(0)
    }
  }

  return {
    remove: ({ opensWith, member }, signal) =>
      keeper.alone(() =>
        remove(opensWith, member, signal).catch((error: unknown) => {
          throw asFailure(error)
        }),
      ),
    progress: (_, signal) => told.follow(() => now, signal),
  }
}

/** Throws Failure notFound, lastMember. */
function requireGoing(session: Session, member: string): void {
  const all = membersOf(session)
  if (!all.some(({ id }) => id === member)) throw new Failure('notFound')
  if (all.filter(({ id, isCarried }) => isCarried && id !== member).length === 0) throw new Failure('lastMember')
}
