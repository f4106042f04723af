// What is read ahead when the archive is locked tells so once, and neither answers nor complains from then on.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { fetchWhileOpen } from '../../renderer/app/sound/fetch-while-open.ts'

test('an open archive answers as it does; a locked one is told of, and nothing comes', async () => {
  let status = 206
  const server = createServer((_, response) => response.writeHead(status).end('sound')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/media/1`
  let told = 0
  const read = fetchWhileOpen(() => (told += 1))
  try {
    expect(await (await read(address)).text()).toBe('sound')
    status = 404
    expect((await read(address)).status, 'what is not there is said as ever').toBe(404)
    expect(told).toBe(0)

    status = 401
    let answered = false
    const after = (): void => void (answered = true)
    read(address).then(after, after)
    await expect.poll(() => told).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(answered, 'an answer after the lock').toBe(false)
  } finally {
    server.close()
  }
})
