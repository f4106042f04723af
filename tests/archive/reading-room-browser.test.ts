// The reading-room folder in a real browser, opened from the disk and as the program shows it, with no network at all.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { heldPolicy } from '../../shared/contract/page-policies.ts'
import { readingRoom } from '../../electron/archive/exporters/reading-room.ts'
import { sha256 } from '../../electron/archive/sha256.ts'
import { timeline } from '../../shared/domain/sound/sound-plan.ts'
import { axeFaults } from '../support/axe.ts'
import { toneWav } from '../support/tone.ts'
import { asContent, said, story, type RoomContent } from './reading-room-content.ts'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const none = !existsSync(executablePath)
if (none)
  process.stderr.write(
    `There is no Chromium at ${executablePath} (CHROMIUM_PATH): reading rooms are not opened in a browser.\n`,
  )

describe.skipIf(none)('a reading room in a browser', () => {
  let browser: Browser
  let folder: string
  const folders: string[] = []

  async function written(content: RoomContent): Promise<string> {
    const wav = toneWav(12, 8_000, 440)
    const files = [{ path: 'sound.wav', size: wav.length, sha256: sha256(wav) }]
    const sound = { files, clips: timeline(asContent(content)) }
    const made = await mkdtemp(path.join(tmpdir(), 'reading-room-'))
    folders.push(made)
    for (const { path: name, bytes } of readingRoom(asContent(content), sound, 'reference0a1b2c3d'))
      await writeFile(path.join(made, name), bytes)
    await writeFile(path.join(made, 'sound.wav'), wav)
    return made
  }

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
    folder = await written(story)
  })
  afterAll(async () => {
    await browser.close()
    for (const made of folders) await rm(made, { recursive: true, force: true })
  })

  const complaints: string[] = []
  const asked: string[] = []
  afterEach(() => {
    complaints.length = 0
    asked.length = 0
  })

  async function open(options: BrowserContextOptions = {}, from = folder): Promise<Page> {
    const context = await browser.newContext({ offline: true, ...options })
    const page = await context.newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('requestfailed', (request) => complaints.push(request.url()))
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(path.join(from, 'index.html')).href)
    return page
  }

  async function find(page: Page, words: string) {
    await page.getByRole('searchbox').fill(words)
    await page.waitForTimeout(250)
    const found = await page
      .locator('.passage.found')
      .evaluateAll((passages) => passages.map(({ id }) => Number(id.split('-')[1])))
    return {
      found,
      marked: await page.locator('.words mark').allTextContents(),
      said: await page.locator('#found').textContent(),
    }
  }

  test('is read without script, with its sound', async () => {
    const page = await open({ javaScriptEnabled: false })
    await expect.poll(() => page.getByText('nobody counted it for me').isVisible()).toBe(true)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'An excerpt for the laundry workers’ booklet',
    )
    expect(await page.locator('#search').isVisible()).toBe(false)
    expect(await page.locator('audio').isVisible()).toBe(true)
    expect(await page.getByRole('img', { name: 'a name, taken out' }).isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'Hear passage 4, from 0:09' }).getAttribute('href')).toBe(
      'sound.wav#t=9,11',
    )
    const family = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).fontFamily)
    expect(await family('.narrator .words')).toContain('Noto Serif')
    expect(await family('.interviewer .words')).toContain('Noto Sans')
    expect(await family('h1')).toContain('Noto Sans')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('finds words in every script, and marks them', async () => {
    const page = await open()
    expect(await find(page, 'laundry')).toEqual({ found: [2], marked: ['laundry'], said: 'Found in 1 passage.' })
    expect(await find(page, 'THE')).toMatchObject({ found: [1, 2, 3, 9], said: 'Found in 4 passages.' })
    for (const typed of ['lloro', 'lloró', 'LLORÓ', 'lloro\u0301'])
      expect(await find(page, typed), typed).toMatchObject({ found: [4], marked: ['lloró'] })
    for (const typed of ['esta', 'está'])
      expect(await find(page, typed), typed).toMatchObject({ found: [4], marked: ['está'] })
    expect(await find(page, '工作')).toMatchObject({ found: [7], marked: ['工作'] })
    expect(await find(page, '舞')).toMatchObject({ found: [7], marked: ['舞'] })
    expect(await find(page, '工舞')).toMatchObject({ found: [], said: 'Not found here.' })
    expect(await find(page, 'ตลาด')).toMatchObject({ found: [8], marked: ['ตลาด'] })
    expect(await find(page, 'كتبت')).toMatchObject({ found: [5], marked: ['كَتَبْتُ'] })
    expect(await find(page, 'اول الشتاء')).toMatchObject({ found: [5], marked: ['أوّل', 'الشتاء'] })
    expect(await find(page, 'winter worst')).toMatchObject({ found: [2], marked: ['winter', 'worst', 'worst'] })
    expect(await find(page, 'rosa police')).toMatchObject({ found: [3], marked: ['police', 'Rosa'] })
    // What stands on the page around her words is not her words.
    for (const typed of ['a name', 'narrator', 'seizure', 'real words', 'Marisol'])
      expect((await find(page, typed)).found, typed).toEqual([])
    for (const typed of ['*', '+the -winter ~', 'words:winter^9', '__proto__', '<b>']) await find(page, typed)
    expect(await find(page, '  ')).toEqual({ found: [], marked: [], said: '' })
    expect(await page.locator('#passage-2 .words').evaluate((words) => words.childNodes.length)).toBe(2)
    expect(complaints).toEqual([])
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
    await find(page, 'the')
    await page.getByRole('searchbox').press('Enter')
    await page.getByRole('searchbox').press('Enter')
    expect(await page.locator('#found').textContent()).toBe('Found in 4 passages. 2 / 4')
    await page.getByRole('searchbox').fill('rosa')
    await page.getByRole('searchbox').press('Enter')
    expect(await page.locator('#found').textContent()).toBe('Found in 1 passage. 1 / 1')
    await expect
      .poll(() => page.locator('#passage-3 mark').evaluate((mark) => mark.getBoundingClientRect().top < innerHeight))
      .toBe(true)
    await page.context().close()
  })

  test('plays a passage from its time and shows which one sounds', async () => {
    const page = await open()
    await expect.poll(() => page.locator('audio').evaluate((sound: HTMLAudioElement) => sound.duration)).toBe(12)
    await page.getByRole('link', { name: 'Hear passage 3' }).click()
    await expect.poll(() => page.locator('#passage-3').getAttribute('class')).toContain('sounding')
    expect(await page.locator('audio').evaluate((sound: HTMLAudioElement) => sound.currentTime)).toBeGreaterThanOrEqual(
      5,
    )
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['narrow', { colorScheme: 'light', viewport: { width: 320, height: 640 } }],
  ] as const)('is open to everybody: %s', async (_, options) => {
    const page = await open(options)
    await find(page, 'the')
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    expect(await axeFaults(page, { type: 'tag', values })).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.context().close()
  })

  test('a page with no words at all opens too', async () => {
    const page = await open(
      {},
      await written({ ...story, passages: [said(1, '', { pieces: [{ kind: 'gap', thing: 'passage' }] })], sound: [] }),
    )
    expect((await find(page, 'words')).said).toBe('Not found here.')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('is read as the program shows it: under its own policy without script, and as a website would', async () => {
    const types: Record<string, string> = {
      html: 'text/html',
      css: 'text/css',
      js: 'text/javascript',
      wav: 'audio/wav',
    }
    const server: Server = createServer((request, response) => {
      const name = path.basename(request.url ?? '')
      void readFile(path.join(folder, name)).then(
        (bytes) => {
          response.writeHead(200, {
            'Content-Type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain',
            ...(request.url?.startsWith('/held/') ? { 'Content-Security-Policy': heldPolicy } : {}),
          })
          response.end(bytes)
        },
        () => response.writeHead(404).end(),
      )
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const page = await (await browser.newContext()).newPage()
    await page.goto(`http://127.0.0.1:${address.port}/held/0a1b2c3d/index.html`)
    expect(
      await page
        .locator('.narrator .words')
        .first()
        .evaluate((words) => getComputedStyle(words).fontFamily),
    ).toContain('Noto Serif')
    await expect.poll(() => page.locator('audio').evaluate((sound: HTMLAudioElement) => sound.duration)).toBe(12)
    expect(await page.locator('#search').isVisible()).toBe(false)
    await page.goto(`http://127.0.0.1:${address.port}/stories/index.html`)
    expect(await find(page, 'lloro')).toMatchObject({ found: [4] })
    await page.context().close()
    await new Promise((closed) => server.close(closed))
  })
})
