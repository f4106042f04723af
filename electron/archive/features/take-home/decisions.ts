// Her decisions on their way home: handed over, read, looked at with the archivist, and taken whole or left.
import { Failure } from '../../../../shared/contract/failure.ts'
import { canonical } from '../../../../shared/domain/canonical.ts'
import type { Merged } from '../../../../shared/domain/take-home/take-home.ts'
import { mostDecisions } from '../../../../shared/formats/decisions.ts'
import type { OpenSession, Session } from '../../session.ts'
import { readNarrator } from '../../store/narrators.ts'
import type { HandedOver } from '../erase/handed-over.ts'
import { inTurn } from '../sound-anew/in-turn.ts'
import { difference } from './difference.ts'
import { readIncoming } from './incoming.ts'
import { soundToClose } from './sound-brought.ts'
import { take, type Waiting } from './take-decisions.ts'

const mostPiece = 1024 * 1024
/** A few at a time: each may be large. */
const mostHeld = 2

interface Held {
  readonly files: Map<string, { readonly pieces: Uint8Array[]; size: number }>
  readonly packs: Map<string, Waiting>
}

/** By session, so that none outlives its lock. */
const heldBy = new WeakMap<Session, Held>()

function heldIn(session: Session): Held {
  const kept = heldBy.get(session)
  if (kept !== undefined) return kept
  const held: Held = { files: new Map(), packs: new Map() }
  heldBy.set(session, held)
  const forget = () => {
    held.files.clear()
    held.packs.clear()
    heldBy.delete(session)
  }
  session.onClose(() => Promise.resolve(forget()))
  session.atWindow.addEventListener('abort', forget)
  return held
}

function keepFew<T>(held: Map<string, T>): void {
  for (const oldest of held.keys()) {
    if (held.size <= mostHeld) return
    held.delete(oldest)
  }
}

export function beginDecisions(open: OpenSession): { file: string } {
  const session = open()
  const { files } = heldIn(session)
  const file = session.newId()
  files.set(file, { pieces: [], size: 0 })
  keepFew(files)
  return { file }
}

/** Throws Failure notFound, badInput (a piece over 1 MiB), fileTooLarge. */
export function appendDecisions(open: OpenSession, file: string, bytes: Uint8Array): void {
  const { files } = heldIn(open())
  const held = files.get(file)
  if (held === undefined) throw new Failure('notFound')
  if (bytes.length > mostPiece) throw new Failure('badInput')
  if (held.size + bytes.length > mostDecisions) {
    files.delete(file)
    throw new Failure('fileTooLarge')
  }
  held.pieces.push(bytes)
  held.size += bytes.length
}

/** Reads what was handed over; nothing is taken yet. Throws as `readIncoming`, and notFound. */
export async function readDecisions(open: OpenSession, file: string) {
  const session = open()
  const held = heldIn(session)
  const handed = held.files.get(file)
  if (handed === undefined) throw new Failure('notFound')
  held.files.delete(file)
  const read = await readIncoming(session, Buffer.concat(handed.pieces))
  if (open() !== session || heldBy.get(session) !== held) throw new Failure('locked')
  const { decisions } = read
  const { merged, conflicts } = difference(session.database, decisions, new Set())
  held.packs.set(decisions.pack, { read, shown: canonical(conflicts) })
  keepFew(held.packs)
  const sum = (count: (one: Merged) => number) => [...merged.values()].reduce((total, one) => total + count(one), 0)
  const toClose = await soundToClose(session, merged)
  if (open() !== session) throw new Failure('locked')
  return {
    ...(toClose.passages === 0 ? {} : { toClose }),
    pack: decisions.pack,
    narratorName: readNarrator(session.database, decisions.narrator).name,
    madeAt: decisions.madeAt,
    changedPassages: sum(({ changedPassages }) => changedPassages),
    marks: sum(({ changedMarks }) => changedMarks),
    entries: decisions.entries.length,
    spoken: decisions.sounds.length,
    conflicts,
  }
}

/**
 * Takes it: hers wins but where `keepHere` says otherwise. Throws as `take`, and notFound.
 */
export function takeDecisions(
  open: OpenSession,
  handedOver: HandedOver,
  { pack, keepHere }: { readonly pack: string; readonly keepHere: readonly string[] },
  signal: AbortSignal,
) {
  const session = open()
  return inTurn(session, async () => {
    const waiting = heldBy.get(session)?.packs.get(pack)
    if (waiting === undefined) throw new Failure('notFound')
    const stillHere = (): void => {
      if (signal.aborted) throw new Failure('cancelled')
      if (open() !== session || session.actor.role !== 'archivist') throw new Failure('locked')
    }
    const forget = (): void => void heldBy.get(session)?.packs.delete(pack)
    return take(session, handedOver, waiting, new Set(keepHere), { signal, stillHere, taken: forget })
  })
}

export function leaveDecisions(open: OpenSession, pack: string): void {
  heldBy.get(open())?.packs.delete(pack)
}
