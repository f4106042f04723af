// A new folder is named for good in the one that it lies in, before anything in it is said to be kept.
import { readlinkSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../electron/archive/files/write-durably.ts'
import { bringIn, startProcess } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'
import { makeHere } from '../torture/journey.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The places that are synced while `work` runs, by their names below `root`. */
async function syncedBy(root: string, work: () => Promise<unknown>): Promise<string[]> {
  const handle = await open(process.execPath, 'r')
  const handles = Object.getPrototypeOf(handle) as { sync(this: { readonly fd: number }): Promise<void> }
  await handle.close()
  const { sync } = handles
  const places: string[] = []
  handles.sync = function () {
    places.push(path.relative(root, readlinkSync(`/proc/self/fd/${this.fd}`)) || '.')
    return Reflect.apply(sync, this, [])
  }
  try {
    await work()
  } finally {
    handles.sync = sync
  }
  return places
}

// What a handle is open on only Linux says.
const here = test.runIf(process.platform === 'linux')

here('each one that is made, and nothing where it is there', async () => {
  const root = temporaryFolder()
  const wanted = path.join(root, 'one', 'two', 'three')
  expect(await syncedBy(root, () => makeFolder(wanted))).toEqual([path.join('one', 'two'), 'one', '.'])
  expect(await syncedBy(root, () => makeFolder(wanted))).toEqual([])
})

here('an archive in a folder that was not there, and its media', async () => {
  const root = temporaryFolder()
  const archive = await startProcess(path.join(root, 'data'))
  const made = await syncedBy(root, () => makeHere(archive.client, path.join(root, 'hers', 'archive')))
  expect(made).toEqual(expect.arrayContaining(['.', 'hers', path.join('hers', 'archive')]))
  const brought = await syncedBy(root, () =>
    bringIn(archive.client, [{ name: 'a.wav', bytes: toneWav(1, 8_000, 440) }]),
  )
  expect(brought[0]).toBe(path.join('hers', 'archive'))
  await archive.close()
  expect(archive.broken).toEqual([])
})
