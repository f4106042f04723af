// Looks at everything that left, as whoever receives it would, without the policy that its pages bring: nothing may run or
// be fetched, no cell may be a formula, no cue may be another one, and every name must be one that any system keeps.
import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser } from '@playwright/test'

export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

export interface Looker {
  /** What is wrong about the files under a folder. */
  look(folder: string): Promise<string[]>
  close(): Promise<void>
}

const unfit = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/u
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu

function wrongName(name: string): boolean {
  const isLong = Buffer.byteLength(name) > 100
  return (
    unfit.test(name) || reserved.test(name) || /^[\s.~-]|[\s.]$/u.test(name) || isLong || name !== name.normalize('NFC')
  )
}

/** Cells of a table after RFC 4180. */
function cells(table: string): string[] {
  return [...table.matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/g)].map(
    ([, quoted, plain]) => plain ?? quoted?.replaceAll('""', '"') ?? '',
  )
}

const formula = /^[\s\p{Cf}]*[=+\-@|%＝＋－＠\t\r]/u

function wrongCues(captions: string): boolean {
  const [head, ...blocks] = captions.trimEnd().split('\n\n')
  const time = /^(?:\d\d+:)?\d\d:\d\d\.\d{3} --> (?:\d\d+:)?\d\d:\d\d\.\d{3}$/
  return (
    head !== 'WEBVTT' ||
    !blocks.every((block) => {
      const [first = '', ...said] = block.split('\n')
      const words = said.join('\n').replace(/^<v [^<>\n]*>/, '')
      return time.test(first) && !words.includes('-->') && !/[<>]/.test(words) && said.every((line) => line !== '')
    })
  )
}

/** What is never on a page of ours, or an attribute that runs or leads away. Runs in the page. */
function wrongOnPage(): string[] {
  const found: string[] = []
  for (const element of document.querySelectorAll('*')) {
    if (
      element.matches(
        'iframe, object, embed, base, form[action], svg script, link[href^="http"], meta[http-equiv="refresh" i]',
      )
    )
      found.push(element.tagName)
    for (const { name, value } of element.attributes)
      if (name.startsWith('on') || /^\s*(?:javascript|data:text|vbscript|https?:)/i.test(value))
        found.push(`${name}=${value}`)
  }
  return found
}

export async function makeLooker(): Promise<Looker> {
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  const context = await browser.newContext()
  const page = await context.newPage()
  let happened: string[] = []
  await context.exposeBinding('ran', () => void happened.push('something ran'))
  page.on('dialog', (dialog) => {
    happened.push('a dialog')
    void dialog.dismiss()
  })
  context.on('page', (other) => {
    happened.push('another page')
    void other.close()
  })
  context.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) happened.push(`it asked for ${request.url()}`)
  })

  async function lookAtPage(file: string): Promise<string[]> {
    happened = []
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replaceAll(/<meta http-equiv="Content-Security-Policy"[^>]*>/gi, ''))
    await page.goto(pathToFileURL(file).href).catch(() => happened.push('it went elsewhere'))
    const wrong = await page.evaluate(wrongOnPage).catch(() => ['it went elsewhere'])
    await page.waitForTimeout(50)
    writeFileSync(file, text)
    return [...wrong, ...happened]
  }

  return {
    async look(folder) {
      const wrong: string[] = []
      for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
        const file = path.join(entry.parentPath, entry.name)
        const tell = (what: string): void => void wrong.push(`${path.extname(file)} ${what}`.slice(0, 300))
        if (wrongName(entry.name)) tell(`is called ${JSON.stringify(entry.name)}`)
        if (entry.isDirectory()) continue
        if (!lstatSync(file).isFile()) tell('is no file')
        const text = readFileSync(file, 'utf8')
        if (/\.(?:txt|html|vtt|csv)$/.test(file) && /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text))
          tell('has controls')
        if (file.endsWith('.json')) JSON.parse(text)
        if (file.endsWith('.csv'))
          for (const one of cells(text)) if (formula.test(one)) tell(`is a formula: ${one.slice(0, 60)}`)
        if (file.endsWith('.vtt') && wrongCues(text)) tell('has cues that are none')
        if (file.endsWith('.html')) for (const one of await lookAtPage(file)) tell(one)
      }
      return wrong
    },
    close: () => browser.close(),
  }
}
