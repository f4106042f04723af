// Members: who can open the archive, and taking somebody in. Whoever asks shows first that she can open it, though it is open.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { members as contract } from '../../../../shared/contract/members.ts'
import type { Session } from '../../session.ts'
import { addPassphrase } from '../../vault/keyring-change.ts'
import { slotCount } from '../../vault/keyring-file.ts'
import type { KeyringEntry } from '../../vault/keyring-map.ts'
import type { RandomSource } from '../../vault/random.ts'
import type { MembersKeeper } from './keeper.ts'
import { withNewPassphrase } from './opens-with.ts'
import { removeHandlers } from './remove.ts'
import type { Sheets } from './sheets.ts'
import { membersOf, openedWith } from './who-opened.ts'

/** Slots that are kept for a paper key and for shares. */
const keptSlots = 2

export function membersHandlers(
  keeper: MembersKeeper,
  sheets: Sheets,
  { random, now }: { random: RandomSource; now: () => Date },
): Handlers<typeof contract> {
  const { open, alone } = keeper
  return {
    list: () => listed(open()),
    add: ({ opensWith, name, passphrase }) =>
      alone(async () => {
        const session = open()
        const { folder } = session
        requireRoom(session)
        requireOwnName(session, name)
        const entries = await withNewPassphrase(opensWith, passphrase, (opens, bytes) =>
          addPassphrase({ folder, opens, passphrase: bytes, name, random, now: now().getTime() }),
        )
        keeper.keepEntries(session, entries)
        return {}
      }),
    ...removeHandlers(keeper, random),
    ...sheets.handlers(),
  }
}

const inUse = (session: Session): readonly KeyringEntry[] =>
  (session.keyring?.entries ?? []).filter((entry) => entry !== null)
const momentOf = (since: number): string | null => (since === 0 ? null : new Date(since).toISOString())

function roomIn(session: Session): number {
  const others = inUse(session).filter(({ kind }) => kind === 'passphrase').length
  return Math.max(0, slotCount - keptSlots - others)
}

function listed(session: Session) {
  const you = session.actor.role === 'archivist' ? session.actor.member : null
  const only = (kind: 'paper' | 'shares') => inUse(session).find((entry) => entry.kind === kind) ?? null
  const [paper, shares] = [only('paper'), only('shares')]
  return {
    members: membersOf(session).map(({ since, ...member }) => ({
      ...member,
      isYou: member.id === you,
      since: momentOf(since),
    })),
    openedWith: openedWith(session),
    paper: paper === null ? null : { since: momentOf(paper.since), isCarried: !paper.first },
    shares: shares === null ? null : { needed: shares.needed, of: shares.of, since: momentOf(shares.since) },
    room: roomIn(session),
  }
}

/** Throws Failure keyringFull. */
function requireRoom(session: Session): void {
  if (roomIn(session) === 0) throw new Failure('keyringFull')
}

/** Two who sign alike could not be told apart. Throws Failure nameTaken. */
function requireOwnName(session: Session, name: string): void {
  const compared = (one: string): string => one.trim().normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ')
  if (compared(name) === '') throw new Failure('badInput')
  if (membersOf(session).some((member) => compared(member.name) === compared(name))) throw new Failure('nameTaken')
}
