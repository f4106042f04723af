// How long after a seek in a three-hour recording its first sound is heard, in a real browser: from encrypted chunks, as the
// program serves them, against the same file served plain by a bare server; in turn, in one run.
import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { makeArchive } from '../support/archive.ts'
import { findChromium } from '../support/chromium.mjs'
import { startListeningHost } from '../support/listening-host.ts'
import { figure, median, type Figure } from './figure.ts'
import { openPlayer } from './first-sound-page.ts'

const run = promisify(execFile)
const rate = 16_000
const blockSeconds = 10
const blocks = (3 * 3_600) / blockSeconds
const rounds = 41
/** Every ten seconds stand at a height of their own, so that it can be told which of them is heard. */
const levelOf = (block: number): number => ((block % 190) + 5) * 150

async function writeThreeHours(file: string): Promise<void> {
  const handle = await open(file, 'wx')
  const samples = rate * blockSeconds
  await handle.write(wavHead(samples * blocks, rate))
  for (let block = 0; block < blocks; block += 1) {
    const noise = systemRandom(samples)
    const bytes = Buffer.alloc(samples * 2)
    for (let at = 0; at < samples; at += 1) bytes.writeInt16LE(levelOf(block) + ((noise[at] ?? 0) >> 2) - 32, at * 2)
    await handle.write(bytes)
  }
  await handle.close()
}

/** As little as serves a file to a player: ranges, from the disk. */
async function servePlain(file: string, type: string): Promise<{ address: string; close: () => void }> {
  const { size } = await stat(file)
  const server = createServer((request, response) => {
    if (request.url !== '/sound') return void response.setHeader('Content-Type', 'text/html').end('<!doctype html>')
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    const start = Number(from)
    const end = to === '' ? size - 1 : Number(to)
    response.writeHead(206, {
      'Content-Type': type,
      'Content-Length': end - start + 1,
      'Content-Range': `bytes ${start}-${end}/${size}`,
      'Accept-Ranges': 'bytes',
    })
    const bytes = createReadStream(file, { start, end })
    response.on('close', () => bytes.destroy())
    bytes.on('error', () => response.destroy()).pipe(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The file in an archive, behind the host that a browser meets. */
async function serveOurs(file: string, pages: string) {
  const archive = await makeArchive()
  const { client } = archive
  const { batch } = await client.bringIn.begin({})
  const handle = await open(file)
  const { size } = await handle.stat()
  const { file: id } = await client.bringIn.openFile({ batch, name: path.basename(file), size })
  for (let at = 0; at < size; at += 2 ** 20) {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(2 ** 20), 0, 2 ** 20, at)
    await client.bringIn.append({ batch, file: id, bytes: buffer.subarray(0, bytesRead) })
  }
  await handle.close()
  await client.bringIn.closeFile({ batch, file: id })
  await client.bringIn.preview({ batch })
  let testimony = ''
  for await (const line of client.bringIn.keep({ batch })) testimony = line.testimony ?? testimony
  const { story } = await client.story.read({ testimony })
  const host = await startListeningHost({ archive: archive.process, rendererFolder: pages, lingerMs: 600_000 })
  return {
    address: host.address,
    media: `/media/${story.recordings[0]?.media ?? ''}`,
    async close() {
      await host.close()
      await archive.close()
    },
  }
}

const seek = (page: Page, block: number): Promise<number> =>
  page.evaluate(
    ([seconds = 0, level = 0]) =>
      (globalThis as unknown as { firstSound: (seconds: number, level: number) => Promise<number> }).firstSound(
        seconds,
        level,
      ),
    [block * blockSeconds + 3, levelOf(block)],
  )

async function compare(name: string, file: string, type: string, place: string): Promise<Figure> {
  const pages = path.join(place, `pages-${name}`)
  await mkdir(pages)
  await writeFile(path.join(pages, 'index.html'), '<!doctype html>')
  const [ours, plain] = [await serveOurs(file, pages), await servePlain(file, type)]
  const executablePath = (await findChromium()) ?? ''
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required'],
  })
  try {
    const open = async (address: string, sound: string) => {
      const page = await (await browser.newContext({ bypassCSP: true })).newPage()
      await page.goto(address)
      await page.evaluate(openPlayer, sound)
      return page
    }
    const sides = [
      { page: await open(ours.address, ours.media), times: [] as number[] },
      { page: await open(plain.address, '/sound'), times: [] as number[] },
    ] as const
    for (let round = 0; round < rounds; round += 1) {
      const block = Math.floor(Math.random() * (blocks - 1))
      // In turn, and neither always after the other; the first rounds warm up.
      for (const { page, times } of round % 2 === 0 ? sides : sides.toReversed()) {
        const took = await seek(page, block)
        if (round >= 3) times.push(took)
      }
    }
    return figure(name, median(sides[0].times), median(sides[1].times), 'ms')
  } finally {
    await browser.close()
    plain.close()
    await ours.close()
  }
}

export async function benchFirstSound(): Promise<Figure[]> {
  if ((await findChromium()) === null) return []
  const place = await mkdtemp(path.join(tmpdir(), 'firsthand-bench-'))
  try {
    const wav = path.join(place, 'three-hours.wav')
    await writeThreeHours(wav)
    const figures = [await compare('sound.first', wav, 'audio/wav', place)]
    if (spawnSync('ffmpeg', ['-version']).error === undefined) {
      const flac = path.join(place, 'three-hours.flac')
      await run('ffmpeg', ['-v', 'error', '-i', wav, '-compression_level', '0', flac])
      figures.push(await compare('sound.first.flac', flac, 'audio/flac', place))
    }
    return figures
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}
