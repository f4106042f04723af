// The window of the browser host is one, comes back after a reload, and is locked away when it has gone.
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { host, seen, cookie, openSocket, outcome, until, comeIn } from './host-world.ts'

describe('the window', () => {
  test('needs the cookie, the origin and the right path', async () => {
    expect(await outcome(openSocket())).toBe('403')
    await comeIn()
    expect(await outcome(openSocket({ Cookie: 'x=y' }))).toBe('403')
    expect(await outcome(openSocket({}, '/other'))).toBe('404')
    const bare = new WebSocket(`ws://127.0.0.1:${host.port}/rpc`, { headers: { Cookie: cookie } })
    expect(await outcome(bare)).toBe('403')
    expect(await outcome(openSocket({ 'Sec-Fetch-Site': 'same-site' }))).toBe('403')
    expect(seen.attached).toHaveLength(0)
    const socket = openSocket()
    expect(await outcome(socket)).toBe('open')
    expect(seen.attached).toHaveLength(1)
    socket.terminate()
  })

  test('is one: a second is told so, and the first goes on', async () => {
    await comeIn()
    const first = openSocket()
    expect(await outcome(first)).toBe('open')
    const [second, third] = [openSocket(), openSocket()]
    expect(await Promise.all([outcome(second), outcome(third)])).toEqual(['closed 4001', 'closed 4001'])
    expect(first.readyState).toBe(WebSocket.OPEN)
    expect(seen.attached).toHaveLength(1)
    first.terminate()
  })

  test('that comes while the process takes leave is sent to the next one, and the one that is in stays', async () => {
    await comeIn()
    const first = openSocket()
    expect(await outcome(first)).toBe('open')
    const second = openSocket()
    host.part()
    expect(await outcome(second)).toBe('closed 4001')
    first.terminate()
    await once(first, 'close')
    expect(await outcome(openSocket())).toBe('closed 4002')
    expect(seen.attached).toHaveLength(1)
  })

  test('gets in again after a reload, however often and however late the old one goes', async () => {
    await comeIn()
    let old = openSocket()
    expect(await outcome(old)).toBe('open')
    for (const lateMs of [0, 0, 5, 100]) {
      const leaving = old
      if (lateMs === 0) leaving.close()
      else setTimeout(() => leaving.terminate(), lateMs)
      old = openSocket()
      expect(await outcome(old)).toBe('open')
    }
    old.terminate()
  })

  test('gets in when the old one is dead and does not say so', async () => {
    await comeIn()
    const dead = openSocket()
    expect(await outcome(dead)).toBe('open')
    ;(dead as unknown as { _socket: { pause(): void } })._socket.pause()
    const next = openSocket()
    expect(await outcome(next)).toBe('open')
    expect(seen.attached).toHaveLength(2)
    dead.terminate()
    next.terminate()
  })

  test('too large a message ends it', async () => {
    await comeIn()
    const socket = openSocket()
    expect(await outcome(socket)).toBe('open')
    const closed = once(socket, 'close')
    socket.send(Buffer.alloc(8 * 1024 * 1024 + 1))
    expect((await closed)[0]).toBe(1009)
  })

  test('when it has been gone for a while the archive locks, but not when it comes back', async () => {
    await comeIn()
    const first = openSocket()
    expect(await outcome(first)).toBe('open')
    first.close()
    const second = openSocket()
    expect(await outcome(second)).toBe('open')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(seen.locked).toBe(0)
    second.close()
    await until(() => seen.locked === 1)
  })
})
