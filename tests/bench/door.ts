// From start to the painted door, against an empty page in the same browser: each in a browser of its own, in turn.
import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../support/chromium.mjs'
import { startHostFor } from '../support/host.ts'
import { figure, median, type Figure } from './figure.ts'

const rounds = 7

/** Milliseconds from opening the browser until the page has drawn: the door's own mark, or two frames after an empty page. */
async function painted(executablePath: string, address: string, mark: string | null): Promise<number> {
  const started = performance.now()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  try {
    const page = await browser.newPage()
    await page.goto(address, { waitUntil: 'commit' })
    await page.evaluate(
      (name) =>
        new Promise<void>((resolve) => {
          const look = (): void => {
            const ready =
              name === null ? document.readyState === 'complete' : performance.getEntriesByName(name).length > 0
            if (!ready) requestAnimationFrame(look)
            else if (name === null) requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
            else resolve()
          }
          look()
        }),
      mark,
    )
    return performance.now() - started
  } finally {
    await browser.close()
  }
}

export async function benchDoor(): Promise<Figure[]> {
  const executablePath = await findChromium()
  if (executablePath === null) return []
  const empty = createServer((_, response) =>
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Empty</title><body></body>'),
  )
  await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve))
  const place = empty.address()
  const emptyAddress = `http://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}/`
  const ours: number[] = []
  const peer: number[] = []
  try {
    for (let round = 0; round < rounds; round += 1) {
      const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-bench-'))
      const host = await startHostFor(dataFolder)
      ours.push(await painted(executablePath, host.address, 'door-painted'))
      await host.close()
      await rm(dataFolder, { recursive: true, force: true })
      peer.push(await painted(executablePath, emptyAddress, null))
    }
  } finally {
    empty.close()
  }
  return [figure('door.painted', median(ours), median(peer), 'ms')]
}
