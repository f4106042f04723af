// Writing in a long story with all its ranges, against a bare ProseMirror with the same words and none: in turn, in one page.
import { createServer } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { findChromium } from '../support/chromium.mjs'
import type { Measured } from './editor-page/page.ts'
import { figure, median, percentile, type Figure } from './figure.ts'

const rounds = 10
/** One frame at 60 Hz. */
const frameMs = 16

type Who = 'ours' | 'bare'

function measured(page: Page, who: Who): Promise<Measured> {
  return page.evaluate(
    (name) => (window as unknown as { editorBench: Record<Who, () => Promise<Measured>> }).editorBench[name](),
    who,
  )
}

export async function benchEditor(): Promise<Figure[]> {
  const executablePath = await findChromium()
  if (executablePath === null) return []
  const folder = await mkdtemp(path.join(tmpdir(), 'firsthand-bench-'))
  const root = path.join(import.meta.dirname, 'editor-page')
  await build({ root, configFile: false, logLevel: 'error', base: './', build: { outDir: folder, emptyOutDir: true } })
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
  const server = createServer((request, response) => {
    const name = request.url === '/' || request.url === undefined ? '/index.html' : request.url
    const file = path.join(folder, path.normalize(name))
    readFile(file).then(
      (bytes) => response.setHeader('Content-Type', types[path.extname(file)] ?? 'text/plain').end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`http://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}/`)
    const opens: Record<Who, number[]> = { ours: [], bare: [] }
    const letters: Record<Who, number[]> = { ours: [], bare: [] }
    for (let round = 0; round < rounds; round += 1)
      for (const who of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
        const one = await measured(page, who)
        if (round === 0) continue // the first round warms up
        opens[who].push(one.open)
        // A round's own 95th percentile, and the middle one of the rounds: other work on the machine comes in bursts.
        letters[who].push(percentile(one.letters, 0.95))
      }
    const typing = median(letters.ours)
    if (typing > frameMs) process.stderr.write(`editor: a letter takes ${typing} ms, longer than a frame\n`)
    return [
      figure('editor.typing.p95', typing, median(letters.bare), 'ms'),
      figure('editor.open', median(opens.ours), median(opens.bare), 'ms'),
    ]
  } finally {
    await browser.close()
    server.close()
    await rm(folder, { recursive: true, force: true })
  }
}
