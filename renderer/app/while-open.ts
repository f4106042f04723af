// What a room remembers while somebody is in another one: in memory only. At lock the page goes, and this with it.
import { useCallback, useState } from 'react'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { useArchive } from './archive.tsx'

const remembered = new WeakMap<ArchiveClient, Map<string, unknown>>()

function memoryOf(archive: ArchiveClient): Map<string, unknown> {
  const memory = remembered.get(archive) ?? new Map<string, unknown>()
  remembered.set(archive, memory)
  return memory
}

/** Like useState, but a room that comes back finds what it left. `name` is the same for whoever shares it. */
export function useWhileOpen<T>(name: string, initial: T): [T, (value: T) => void] {
  const archive = useArchive()
  const [value, setValue] = useState<T>(() => {
    const memory = memoryOf(archive)
    return memory.has(name) ? (memory.get(name) as T) : initial
  })
  const keep = useCallback(
    (next: T) => {
      memoryOf(archive).set(name, next)
      setValue(next)
    },
    [archive, name],
  )
  return [value, keep]
}

/** Something with a life of its own, made once and shared by every room. */
export function useMadeOnce<T>(name: string, make: (archive: ArchiveClient) => T): T {
  const archive = useArchive()
  const memory = memoryOf(archive)
  if (!memory.has(name)) memory.set(name, make(archive))
  return memory.get(name) as T
}
