// The transport keeps its promises over a real port and over a real WebSocket alike.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { call } from '../../shared/contract/define.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { connect } from '../../shared/rpc/client.ts'
import { mostRunning, serve } from '../../shared/rpc/server.ts'
import { streamWindow } from '../../shared/rpc/wire.ts'
import { contract, openWorld, portEnds, socketEnds, until, type World } from './rpc-world.ts'

const coded = (code: string): object => expect.objectContaining({ name: 'Failure', code })

describe.each([
  ['a message port', portEnds],
  ['a WebSocket', socketEnds],
] as const)('over %s', (_, ends) => {
  let world: World
  let client: World['client']
  beforeEach(async () => {
    world = await openWorld(ends)
    client = world.client
  })
  afterEach(() => world.end())

  test('a call is answered', async () => {
    expect(await client.sums.add({ a: 2, b: 3 })).toEqual({ sum: 5 })
  })

  test('what does not fit is refused before it is sent, and again on arrival', async () => {
    await expect(client.sums.add({ a: 'two' as unknown as number, b: 3 })).rejects.toEqual(coded('badInput'))
    const answers: unknown[] = []
    world.near.onMessage((message) => answers.push(message))
    world.near.send(['call', 900, 'sums', 'add', { a: 'two', b: 3 }])
    await until(() => answers.length > 0)
    expect(answers).toEqual([['failed', 900, 'badInput', { call: 'sums.add' }]])
  })

  test('an answer that does not fit never leaves, and only what is named leaves', async () => {
    await expect(client.sums.lie({})).rejects.toEqual(coded('badOutput'))
    const answers: unknown[] = []
    world.near.onMessage((message) => answers.push(message))
    expect(await client.sums.gossip({})).toEqual({ said: 'this' })
    expect(answers).toEqual([['answer', expect.any(Number), { said: 'this' }]])
  })

  test('the asking side does not believe an answer that does not fit', async () => {
    const [near, far, end] = await ends()
    const asking = connect(contract, near)
    far.onMessage((message) => far.send(['answer', (message as number[])[1], { sum: 'five' }]))
    await expect(asking.sums.add({ a: 2, b: 3 })).rejects.toEqual(coded('badOutput'))
    await end()
  })

  test('unknown names are refused, and there is no then', async () => {
    const other = connect({ ...contract, sums: { ...contract.sums, subtract: contract.sums.add } }, world.near)
    await expect(other.sums.subtract({ a: 1, b: 1 })).rejects.toEqual(coded('unknownCall'))
    expect('then' in client).toBe(false)
    expect('then' in client.sums).toBe(false)
    expect(await client).toBe(client)
    expect('constructor' in client.sums).toBe(false)
    const thenable = { sums: { then: call('door', z.object({}), z.object({})) } }
    expect(() => connect(thenable, world.near)).toThrow(TypeError)
  })

  test('who may not call is refused with the reason', async () => {
    world.refusal = 'locked'
    await expect(client.sums.add({ a: 2, b: 3 })).rejects.toEqual(coded('locked'))
  })

  test('a coded failure keeps its detail; any other says nothing', async () => {
    const failure = await client.work.fail({ how: 'coded' }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({ code: 'diskFull', detail: { free: 3, drive: 'D' } })
    const answers: unknown[] = []
    world.near.onMessage((message) => answers.push(message))
    for (const how of ['error', 'thrown text'] as const) {
      await expect(client.work.fail({ how })).rejects.toEqual(coded('broken'))
    }
    expect(JSON.stringify(answers)).not.toMatch(/Dolores|Calle|stack/)
    expect(world.broken).toHaveLength(2)
  })

  test('bytes arrive as bytes, and a small call does not overtake an upload', async () => {
    const bytes = new Uint8Array(3_000_000).map((_value, place) => place % 251)
    const upload = client.files.keep({ bytes })
    const small = client.files.keep({ bytes: new Uint8Array([1, 2, 3]) })
    const kept = await upload
    expect(Object.getPrototypeOf(kept.bytes)).toBe(Uint8Array.prototype)
    expect(kept.bytes.buffer.byteLength).toBe(bytes.length)
    expect(Buffer.compare(kept.bytes, bytes)).toBe(0)
    expect((await small).bytes).toEqual(new Uint8Array([1, 2, 3]))
    expect(world.log).toEqual(['keep 3000000', 'keep 3'])
  })

  test('many calls at once are answered each with its own, started in order', async () => {
    const sums = await Promise.all(Array.from({ length: 500 }, (_value, n) => client.sums.add({ a: n, b: 1 })))
    expect(sums.map(({ sum }) => sum)).toEqual(Array.from({ length: 500 }, (_value, n) => n + 1))
  })

  test('a cancelled call rejects at once and stops the work', async () => {
    const stop = new AbortController()
    const slow = client.work.slow({ name: 'one' }, stop.signal)
    await until(() => world.log.length === 1)
    stop.abort()
    await expect(slow).rejects.toEqual(coded('cancelled'))
    await until(() => world.log.includes('stopped one'))
    await expect(client.work.slow({ name: 'two' }, stop.signal)).rejects.toEqual(coded('cancelled'))
    expect(await client.sums.add({ a: 1, b: 1 })).toEqual({ sum: 2 })
    expect(world.log).toEqual(['slow one', 'stopped one'])
  })

  test('a stream gives all it has, in order, and ends', async () => {
    const seen: number[] = []
    for await (const { n } of client.work.count({ to: 1000 })) seen.push(n)
    expect(seen).toEqual(Array.from({ length: 1000 }, (_value, n) => n))
  })

  test('who wants to hears of every item, and of nothing else', async () => {
    let items = 0
    const asking = connect(contract, world.near, () => (items += 1))
    await asking.sums.add({ a: 2, b: 3 })
    for await (const { n } of asking.work.count({ to: 3 })) expect(n).toBeLessThan(items)
    expect(items).toBe(3)
  })

  test('a stream waits for who reads it', async () => {
    const reader = client.work.count({ to: 1_000_000 })[Symbol.asyncIterator]()
    await reader.next()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(world.made).toBeLessThanOrEqual(streamWindow + 2)
    for (let n = 0; n < 100; n += 1) await reader.next()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(world.made).toBeGreaterThan(100)
    expect(world.made).toBeLessThanOrEqual(101 + streamWindow + 1)
    await reader.return?.()
    await until(() => world.log.includes('left'))
  })

  test('leaving the loop reaches the other side, and so does the signal', async () => {
    for await (const { n } of client.work.count({ to: 1_000_000 })) if (n === 40) break
    await until(() => world.log.includes('left'))
    const stop = new AbortController()
    const read = (async () => {
      for await (const _item of client.work.wait({}, stop.signal)) throw new Error('nothing should come')
    })()
    setTimeout(() => stop.abort(), 30)
    await expect(read).rejects.toEqual(coded('cancelled'))
    await until(() => world.log.includes('stopped waiting'))
  })

  test('a stream that fails gives first what it had', async () => {
    const seen: number[] = []
    const read = (async () => {
      for await (const { n } of client.work.count({ to: 9, failAt: 5 })) seen.push(n)
    })()
    await expect(read).rejects.toEqual(coded('notFound'))
    expect(seen).toEqual([0, 1, 2, 3, 4])
    await expect(client.work.lies({})[Symbol.asyncIterator]().next()).rejects.toEqual(coded('badOutput'))
    await expect(
      client.work
        .count({ to: 'x' as unknown as number })
        [Symbol.asyncIterator]()
        .next(),
    ).rejects.toEqual(coded('badInput'))
  })

  test.each(['near', 'far'] as const)('once the %s side is gone every call rejects, now and later', async (side) => {
    const slow = client.work.slow({ name: 'one' })
    const reader = client.work.wait({})[Symbol.asyncIterator]()
    const next = reader.next()
    await until(() => world.log.includes('slow one'))
    world[side].close()
    await expect(slow).rejects.toEqual(coded('disconnected'))
    await expect(next).rejects.toEqual(coded('disconnected'))
    await expect(client.sums.add({ a: 1, b: 1 })).rejects.toEqual(coded('disconnected'))
    await expect(client.work.count({ to: 1 })[Symbol.asyncIterator]().next()).rejects.toEqual(coded('disconnected'))
    await until(() => world.log.includes('stopped one') && world.log.includes('stopped waiting'))
  })

  test('the number of running calls is bounded, also when they are cancelled and do not stop', async () => {
    const [near, far, end] = await ends()
    let started = 0
    const stubborn = { work: { hang: call('door', z.object({}), z.object({})) } }
    const hang = (): Promise<Record<string, never>> => {
      started += 1
      return new Promise(() => {})
    }
    serve(stubborn, { work: { hang } }, far, { mayCall: () => null })
    const answers: unknown[][] = []
    near.onMessage((message) => answers.push(message as unknown[]))
    for (let id = 1; id <= mostRunning + 5; id += 1) {
      near.send(['call', id, 'work', 'hang', {}])
      near.send(['cancel', id])
    }
    await until(() => answers.length >= 5)
    expect(started).toBe(mostRunning)
    expect(answers.map(([kind, , code]) => [kind, code])).toEqual(
      Array.from({ length: 5 }, () => ['failed', 'tooManyCalls']),
    )
    await end()
  })

  test('hostile messages change nothing and crash nothing', async () => {
    const name = fc.oneof(
      fc.constantFrom(
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
        'then',
        'sums',
        'work',
        'add',
        'count',
        'sums.add',
        '',
      ),
      fc.string(),
      fc.anything(),
    )
    // Never the number of a call that is being made: what is sent here under it is refused, and that call is told so.
    const id = fc
      .oneof(
        fc.integer(),
        fc.double(),
        fc.constantFrom(0, -1, Number.MAX_SAFE_INTEGER, 2 ** 64, '7', null),
        fc.anything(),
      )
      .filter((one) => typeof one !== 'number' || one <= 0 || one > 10_000)
    const kind = fc.oneof(
      fc.constantFrom('call', 'call', 'more', 'cancel', 'answer', 'item', 'end', 'failed', '__proto__'),
      fc.anything(),
    )
    const input = fc.oneof(
      fc.anything(),
      fc.record({ a: fc.anything(), b: fc.anything() }),
      fc.record({ to: fc.integer({ max: 50 }) }),
    )
    const message = fc.oneof(fc.tuple(kind, id, name, name, input), fc.array(fc.anything()), fc.anything())
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 20 }), fc.integer(), async (messages, a) => {
        for (const hostile of messages) {
          try {
            world.near.send(hostile)
          } catch {
            continue // cannot be carried at all
          }
        }
        expect(await client.sums.add({ a, b: 1 })).toEqual({ sum: a + 1 })
      }),
      { numRuns: 300 },
    )
    expect(world.broken).toEqual([])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('a hostile answering side crashes nothing either', async () => {
    const [near, far, end] = await ends()
    const asking = connect(contract, near)
    const kind = fc.oneof(fc.constantFrom('answer', 'item', 'end', 'failed', 'nothing', '__proto__'), fc.anything())
    let hostile: unknown[] = []
    far.onMessage((message) => {
      const [said, id] = message as [string, number]
      if (said === 'call') far.send([hostile[0], id, ...hostile.slice(1)])
    })
    await fc.assert(
      fc.asyncProperty(kind, fc.anything(), fc.anything(), async (first, second, third) => {
        hostile = [first, second, third].map((part) => (isCarried(part) ? part : null))
        const outcome = await asking.sums.add({ a: 1, b: 1 }).catch((error: unknown) => error)
        if (!(outcome instanceof Failure)) expect(outcome).toEqual({ sum: expect.any(Number) })
      }),
      { numRuns: 200 },
    )
    await end()
  })
})

function isCarried(value: unknown): boolean {
  try {
    structuredClone(value)
    return true
  } catch {
    return false
  }
}

test('a frame that cannot be read closes a WebSocket and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
      const { WebSocket, WebSocketServer } = await import('ws')
      const { webSocketChannel } = await import('../../shared/rpc/web-socket.ts')
      const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
      await new Promise((resolve) => server.once('listening', resolve))
      let served = 0
      server.on('connection', (socket) => {
        served += 1
        serve(
          { sums: { add: contract.sums.add } },
          { sums: { add: ({ a, b }) => ({ sum: a + b }) } },
          webSocketChannel(socket),
          { mayCall: () => null },
        )
      })
      const address = `ws://127.0.0.1:${(server.address() as { port: number }).port}`
      const hostile = new WebSocket(address)
      await new Promise((resolve) => hostile.once('open', resolve))
      hostile.send(bytes)
      hostile.send('text')
      await new Promise((resolve) => hostile.once('close', resolve))
      const good = connect({ sums: { add: contract.sums.add } }, webSocketChannel(new WebSocket(address)))
      expect(await good.sums.add({ a: 1, b: 2 })).toEqual({ sum: 3 })
      expect(served).toBe(2)
      for (const client of server.clients) client.terminate()
      await new Promise((resolve) => server.close(resolve))
    }),
    { numRuns: 30 },
  )
})
