// At lock the process with the archive ends and another takes its place behind the same address: what was typed and shown is
// in the memory of no process of ours. The front never held any of it.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { contract, type ArchiveClient } from '../../shared/contract/index.ts'
import { connect } from '../../shared/rpc/client.ts'
import { webSocketChannel, type Socket } from '../../shared/rpc/web-socket.ts'
import { builtProgram } from '../support/built.ts'
import { childrenOf, startHostFor } from '../support/host.ts'
import { familyOf, inMemory } from '../torture/memory-of.ts'
import { temporaryFolder } from '../archive/temporary-folder.ts'

const passphrase = 'lantern orbit velvet canyon mirror pepper'
const typed = 'kittiwakeholm is written on the wall'

async function come(origin: string, Cookie: string): Promise<{ client: ArchiveClient; socket: WebSocket }> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { Origin: origin, Cookie } })
  const client = connect(contract, webSocketChannel(socket as unknown as Socket))
  await once(socket, 'open')
  return { client, socket }
}

const isThere = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('what was typed is in no process a moment after the lock', { timeout: 60_000 }, async () => {
  if (process.platform !== 'linux') return // no other system lets a process's memory be read so plainly
  builtProgram()
  const data = temporaryFolder()
  const host = await startHostFor(data)
  try {
    const { origin } = new URL(host.address)
    const entered = await fetch(host.address, { redirect: 'manual' })
    const cookie = (entered.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    const { client, socket } = await come(origin, cookie)
    const folder = path.join(data, 'archive')
    const { paperKey, check } = await client.door.create({ folder, passphrase, archivist: typed, language: 'en' })
    await client.door.confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') })

    const sought = [passphrase, typed].map((text) => ({ name: text, bytes: Buffer.from(text) }))
    const [behind] = childrenOf(host.pid)
    const found = () => familyOf(host.pid).flatMap((pid) => inMemory(pid, sought))
    // The control: while it is open it is there, and not in the front.
    expect(found().map(({ pid }) => pid)).toContain(behind)
    expect(inMemory(host.pid, sought)).toEqual([])
    await client.door.lock({})
    await vi.waitFor(() => expect(isThere(behind ?? 0)).toBe(false), { timeout: 5_000 })
    expect(found()).toEqual([])
    expect(socket.readyState).not.toBe(socket.OPEN)

    // The same browser comes in again, and nobody else does.
    const again = await come(origin, cookie)
    expect(await again.client.door.state({})).toMatchObject({ state: 'closed', archivist: null })
    expect((await fetch(`${origin}/`)).status).toBe(403)
    expect((await fetch(host.address, { redirect: 'manual' })).status).toBe(403)
    again.socket.terminate()
  } finally {
    await host.close()
  }
})
