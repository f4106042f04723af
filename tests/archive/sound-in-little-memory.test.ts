// Files made of one small element again and again: what is remembered of them does not grow with them. Each is read by a
// thread that may have no more memory than a real recording needs.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

const sounds = path.resolve(import.meta.dirname, '../../electron/archive/importers/sound')
const megabytes = 64

/** Reads `head`, then `again` so many times, then `tail`; gives what came of it, or how the thread ended. */
function readIn(
  module: string,
  call: string,
  head: string,
  again: string,
  times: number,
  tail: string,
): Promise<unknown> {
  const code = `
    const { parentPort } = require('node:worker_threads')
    const [head, again, tail] = ${JSON.stringify([head, again, tail])}.map((hex) => Buffer.from(hex, 'hex'))
    const until = head.length + again.length * ${times}
    const at = (place) => place < head.length ? head[place]
      : place < until ? again[(place - head.length) % again.length] : tail[place - until]
    const access = {
      size: until + tail.length,
      async read(start, end) {
        return Uint8Array.from({ length: end - start }, (_, place) => at(start + place))
      },
    }
    import(${JSON.stringify(pathToFileURL(path.join(sounds, module)).href)})
      .then((read) => read[${JSON.stringify(call)}](access))
      .then((found) => parentPort.postMessage(found === null ? 'nothing' : 'found'),
        (error) => parentPort.postMessage(error.code ?? String(error)))`
  return new Promise((resolve) => {
    const worker = new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: megabytes } })
    worker.on('message', (came) => {
      resolve(came)
      void worker.terminate()
    })
    worker.on('error', (error: Error & { code?: string }) => resolve(error.code ?? error.message))
  })
}

const ebml = '1a45dfa380'
const segment = '1853806701ffffffffffffff'
const info = '1549a966872ad7b1830f4240'
const tracks = '1654ae6b88ae86d78101838102'
const cluster = (tick: string) => `1f43b6758ae781${tick}a38581000580ff`

test('WebM of empty clusters, of which an index is made', async () => {
  const head = ebml + segment + info + tracks + cluster('00')
  expect(await readIn('webm-index.ts', 'webmWithIndex', head, '1f43b67580', 1_500_000, cluster('64'))).toBe('found')
}, 60_000)

test('WebM of empty tracks', async () => {
  const head = ebml + segment + info + tracks
  expect(await readIn('webm.ts', 'readWebm', head, 'ae80', 1_500_000, cluster('64'))).toBe('soundUnreadable')
}, 60_000)
