// What is wrong with the sheets of shares that somebody has typed at the door, one by one. Nothing is opened by looking.
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { door } from '../../../../shared/contract/door.ts'
import { readEither } from '../../vault/keyring-read.ts'
import { readShareWords, wordsOfShare, type ReadWords } from '../../vault/share-words.ts'
import { markOfArchive, readShare, type Share } from '../../vault/shares.ts'

type Look = Awaited<ReturnType<Handlers<Pick<typeof door, 'lookAtShares'>>['lookAtShares']>>
type Sheet = Look['sheets'][number]
const newest = 1

/** @param archiveId of the archive that they are to open; null where its keyring cannot be read */
export function lookAtSheets(typed: readonly string[], archiveId: Buffer | null): Look {
  const mark = archiveId === null ? null : markOfArchive(archiveId)
  const read = typed.map((words) => readShareWords(words))
  const shares = read.map((one) => (one.kind === 'share' ? readShare(one.bytes) : null))
  const isOfHere = (share: Share): boolean => share.version <= newest && (mark === null || share.archive.equals(mark))
  const first = shares.find((share) => share !== null && isOfHere(share)) ?? null
  const seen = new Set<number>()
  const sheets = read.map((one, at): Sheet => {
    const share = shares[at] ?? null
    return share === null ? unreadable(one) : readable(share, isOfHere(share), first, seen)
  })
  return { needed: first?.needed ?? null, usable: sheets.filter(({ is }) => is === 'usable').length, sheets }
}

function readable(share: Share, isOfHere: boolean, first: Share | null, seen: Set<number>): Sheet {
  const sheet = { number: share.number, count: wordsOfShare, unknown: [], places: [] }
  if (share.version > newest) return { ...sheet, is: 'newer' }
  if (!isOfHere) return { ...sheet, is: 'otherArchive' }
  if (first === null || !share.set.equals(first.set)) return { ...sheet, is: 'otherSet' }
  if (seen.has(share.number)) return { ...sheet, is: 'twice' }
  seen.add(share.number)
  return { ...sheet, is: 'usable' }
}

function unreadable(read: ReadWords): Sheet {
  const sheet = { number: null, count: wordsOfShare, unknown: [], places: [] }
  if (read.kind === 'count') return { ...sheet, is: 'count', count: read.count }
  if (read.kind === 'unknown') return { ...sheet, is: 'unknown', unknown: [...read.unknown] }
  if (read.kind === 'another') return { ...sheet, is: 'another', places: [read.place] }
  if (read.kind === 'swapped') return { ...sheet, is: 'swapped', places: [read.place, read.other] }
  return { ...sheet, is: read.kind === 'paper' ? 'paper' : 'broken' }
}

/** As above, for the archive in a folder. */
export async function lookAtSheetsFor(folder: string, typed: readonly string[]): Promise<Look> {
  const archiveId = await readEither(folder).then(
    ({ file }) => file.archive,
    () => null,
  )
  return lookAtSheets(typed, archiveId)
}
