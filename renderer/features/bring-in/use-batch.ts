// The batch that is being brought in, the same for every room.
import { useSyncExternalStore } from 'react'
import { useMadeOnce } from '../../app/while-open.ts'
import type { BatchState } from './batch-state.ts'
import { BatchWork } from './batch-work.ts'

export function useBatch(): { readonly work: BatchWork; readonly state: BatchState } {
  const work = useMadeOnce('bringIn.batch', (archive) => new BatchWork(archive))
  const state = useSyncExternalStore(work.subscribe, work.read)
  return { work, state }
}
