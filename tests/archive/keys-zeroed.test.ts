// A second after locking, the archive key is nowhere in the memory of the process that had it, in no form that it had there.
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { makeArchive, passphrase } from '../support/archive.ts'
import { takeKeys } from '../support/everything-kept.ts'
import { inMemory } from '../torture/memory-of.ts'

const keeper = path.join(import.meta.dirname, '..', 'torture', 'keep-open.ts')
const recorder = path.join(import.meta.dirname, '..', 'support', 'keep-recording.ts')
const zeroing = path.join(import.meta.dirname, '..', 'support', 'keep-zeroed.ts')

/** How often the bytes stand in memory that the process can write. Linux only. */
function timesInMemory(pid: number, sought: readonly Buffer[]): number {
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  let times = 0
  for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
    if (from === undefined || to === undefined) continue
    const [start, end] = [BigInt(`0x${from}`), BigInt(`0x${to}`)]
    const piece = Buffer.alloc(4 * 1024 * 1024)
    for (let at = start; at < end; at += BigInt(piece.length - 128)) {
      let read = 0
      try {
        read = readSync(memory, piece, 0, Math.min(piece.length, Number(end - at)), at)
      } catch {
        continue // not there to be read
      }
      for (const bytes of sought) if (piece.subarray(0, read).includes(bytes)) times += 1
    }
  }
  closeSync(memory)
  return times
}

test('keys are gone from memory within a second of locking', { timeout: 60_000 }, async () => {
  if (process.platform !== 'linux') return // no other system lets a process's memory be read so plainly
  const archive = await makeArchive()
  await archive.client.door.lock({})
  const { key } = await openWithPassphrase(archive.folder, normalisePassphrase(passphrase))
  const hex = key.toString('hex')
  const sought = [Buffer.from(key), Buffer.from(hex), Buffer.from(hex.toUpperCase())]
  const work = { dataFolder: archive.dataFolder, folder: archive.folder }
  const child = spawn(process.execPath, [keeper, JSON.stringify(work)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  expect((await lines.next()).value).toBe('open')
  // The control: while it is open it is there.
  expect(timesInMemory(child.pid ?? 0, sought)).toBeGreaterThan(0)
  child.stdin.write('\n')
  expect((await lines.next()).value).toBe('locked')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(timesInMemory(child.pid ?? 0, sought)).toBe(0)
  child.stdin.write('\n')
  await archive.close()
})

test('what was zeroed has left no copy where garbage was collected', async () => {
  if (process.platform !== 'linux') return // no other system lets a process's memory be read so plainly
  const child = spawn(process.execPath, ['--expose-gc', zeroing], { stdio: ['pipe', 'pipe', 'inherit'] })
  expect((await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()).value).toBe('zeroed')
  const bytes = (first: number) => Buffer.from(Array.from({ length: 32 }, (_, place) => (place * 37 + first) & 255))
  const found = inMemory(child.pid ?? 0, [
    { name: 'a secret', bytes: bytes(11) },
    { name: 'an ordinary small Buffer', bytes: bytes(101) },
  ])
  child.stdin.write('\n')
  // The control: of what lies in V8's own heap there are copies.
  expect(found.map(({ name }) => name)).toEqual(['an ordinary small Buffer'])
})

test('while a recording goes on nothing is left that opens what it keeps', { timeout: 60_000 }, async () => {
  if (process.platform !== 'linux') return // no other system lets a process's memory be read so plainly
  const archive = await makeArchive()
  await archive.client.door.lock({})
  const work = { dataFolder: archive.dataFolder, folder: archive.folder }
  const child = spawn(process.execPath, [recorder, JSON.stringify(work)], { stdio: ['pipe', 'pipe', 'inherit'] })
  expect((await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()).value).toBe('locked')
  const { key } = await openWithPassphrase(archive.folder, normalisePassphrase(passphrase))
  const [take] = await takeKeys(archive.folder)
  if (take === undefined) throw new Error('nothing is recorded')
  const sought = [
    { name: 'the archive key', bytes: Buffer.from(key) },
    { name: 'what opens it', bytes: Buffer.from(take.secretKey) },
    { name: 'what it is sealed to', bytes: Buffer.from(take.publicKey) },
  ]
  // The control: what it goes on sealing to is there, and stays.
  const names = (): string[] => inMemory(child.pid ?? 0, sought).map(({ name }) => name)
  await expect.poll(names, { timeout: 5_000, interval: 500 }).toEqual(['what it is sealed to'])
  child.stdin.write('\n')
  await archive.close()
})
