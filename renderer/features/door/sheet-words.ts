// What is wrong with the words of a sheet, in plain sentences.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import type { Say } from '../../words/say.tsx'
import { saysOfUnknown } from './paper-words.ts'

type Sheet = Awaited<ReturnType<ArchiveClient['door']['lookAtShares']>>['sheets'][number]

export function whatIsWrongWithSheet(say: Say, sheet: Sheet | undefined): string[] {
  if (sheet === undefined || sheet.is === 'usable') return [say.failure('wrongShares')]
  const { is, count, unknown, number } = sheet
  const [place = 0, other = 0] = sheet.places
  if (is === 'unknown') return saysOfUnknown(say, unknown)
  if (is === 'count') return [say('door.sheets.is.count', { count })]
  if (is === 'another') return [say('door.sheets.is.another', { place })]
  if (is === 'swapped') return [say('door.sheets.is.swapped', { place, other })]
  if (is === 'twice') return [say('door.sheets.is.twice', { number: number ?? 0 })]
  return [say(`door.sheets.is.${is}`)]
}
