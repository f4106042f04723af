// Looks for words and sound in files, in the names of files, and in files that are deleted but still open.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import type { Needle } from './needles.ts'

/** Every file in these folders and below; links are not followed. */
export function filesIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name)),
  )
}

/** What a process has open although it was deleted, but for what lies in memory. Linux only; none elsewhere. */
export function openThoughDeleted(pid: number): string[] {
  const handles = `/proc/${pid}/fd`
  let names: string[]
  try {
    names = readdirSync(handles)
  } catch {
    return []
  }
  return names
    .map((name) => path.join(handles, name))
    .filter((handle) => {
      try {
        const place = readlinkSync(handle)
        return place.endsWith(' (deleted)') && !/^\/(?:dev\/shm\/|memfd:)/.test(place)
      } catch {
        return false
      }
    })
}

/** The names of the files too are searched: a title or a person must not be in one. A file that has gone holds nothing. */
export function found(files: readonly string[], needles: readonly Needle[]): string[] {
  return files.flatMap((file) => {
    let bytes: Buffer
    try {
      bytes = readFileSync(file)
    } catch {
      return []
    }
    return needles
      .filter((needle) => bytes.includes(needle.bytes) || path.basename(file).includes(needle.bytes.toString()))
      .map(({ name }) => `${path.basename(file)}: ${name}`)
  })
}
