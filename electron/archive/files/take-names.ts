// How the files of takes are named, and which of them are stray: beside the media, under random names like theirs.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { destroyFile } from './destroy-file.ts'
import { mediaFile, mediaFolder } from './media-writer.ts'

const takeName = /^([0-9a-hjkmnp-tv-z]{26})(?:\.take|-\d{1,9}\.(?:off|hers))$/

/** The file of a take, from its name in the row. */
export function takeFile(folder: string, name: string): string {
  return mediaFile(folder, `${name}.take`)
}

/**
 * A file of what was said off the record: `off` until it is decided on, `hers` from then on. Renaming is the decision, so
 * that it holds however it ends.
 */
export function partName(name: string, part: number, state: 'off' | 'hers'): string {
  return `${name}-${part}.${state}`
}

export interface FoundPart {
  readonly name: string
  readonly part: number
  readonly decided: boolean
}

/** The files of what was said off the record in a take, in their order. */
export async function partsOf(folder: string, name: string): Promise<FoundPart[]> {
  const names = await readdir(mediaFolder(folder)).catch(() => [])
  return names
    .filter((one) => one.startsWith(`${name}-`) && takeName.test(one))
    .map((one) => ({ name: one, part: Number(/-(\d+)\./.exec(one)?.[1] ?? 0), decided: one.endsWith('.hers') }))
    .toSorted((a, b) => a.part - b.part)
}

/** Whether a file among the media is one that a take or something off the record names. */
export function isNamedTakeFile(name: string, takes: ReadonlySet<string>, offRecord: ReadonlySet<string>): boolean {
  return offRecord.has(name) || takes.has(takeName.exec(name)?.[1] ?? '')
}

/** Destroys what a crash left of takes that no row names any more. Returns how many went. */
export async function sweepTakes(
  folder: string,
  takes: ReadonlySet<string>,
  offRecord: ReadonlySet<string>,
): Promise<number> {
  const names = await readdir(mediaFolder(folder)).catch(() => [])
  const stray = names.filter((name) => takeName.test(name) && !isNamedTakeFile(name, takes, offRecord))
  for (const name of stray) await destroyFile(path.join(mediaFolder(folder), name))
  return stray.length
}
