// What the built programs import: the archive process nothing of electron or of a network, the page's preload only electron.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { builtProgram, repository } from '../support/built.ts'

const networkModules = [
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'child_process',
  'cluster',
  'inspector',
]
let out: string
beforeAll(() => {
  out = builtProgram()
}, 120_000)

/** Every module that a built file names, in itself and in the parts it loads. Words in quotes after from, import and require. */
function namedModules(file: string, seen = new Set<string>()): Set<string> {
  const named = new Set<string>()
  if (seen.has(file)) return named
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  for (const match of text.matchAll(
    /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*|\bgetBuiltinModule\s*\(\s*)["'`]([^"'`\n]+)["'`]/g,
  )) {
    const name = match[1] ?? ''
    if (name.startsWith('.')) for (const below of namedModules(join(dirname(file), name), seen)) named.add(below)
    else named.add(name.replace(/^node:/, ''))
  }
  return named
}

describe('the archive process', () => {
  test('imports neither electron nor a network nor other programs', () => {
    const named = namedModules(join(out, 'main/archive.js'))
    expect([...named].filter((name) => name === 'electron' || networkModules.includes(name))).toEqual([])
    expect(named.has('better-sqlite3-multiple-ciphers'), 'the control: what it does import is found').toBe(true)
  })

  test('calls no network by a global either', () => {
    const text = readFileSync(join(out, 'main/archive.js'), 'utf8')
    expect(text.match(/\bnew (WebSocket|EventSource|XMLHttpRequest)\b/g)).toBeNull()
  })
})

test('the transcriber imports neither electron nor a network nor other programs nor a database', () => {
  const named = [...namedModules(join(out, 'main/transcriber.js'))]
  expect(
    named.filter((name) => networkModules.includes(name) || /electron|sqlite|sodium|^fs|crypto/.test(name)),
  ).toEqual([])
  expect(named, 'the control: what it does import is found').toContain('os')
})

test('the control: the browser host imports a network, main imports electron', () => {
  expect([...namedModules(join(out, 'main/browser.js'))]).toContain('http')
  expect([...namedModules(join(out, 'main/index.js'))]).toContain('electron')
})

test('main imports no network and no database', () => {
  const named = [...namedModules(join(out, 'main/index.js'))]
  expect(named.filter((name) => networkModules.includes(name) || /sqlite|sodium/.test(name))).toEqual([])
})

test('the preload imports electron and nothing else, and puts nothing on the window', () => {
  expect([...namedModules(join(out, 'preload/index.cjs'))]).toEqual(['electron'])
  expect(readFileSync(join(out, 'preload/index.cjs'), 'utf8')).not.toMatch(
    /contextBridge|exposeInMainWorld|ipcRenderer\.(send|invoke)/,
  )
})

describe('the sources of the shell', () => {
  const sources = ['electron/main', 'electron/preload'].flatMap((room) =>
    readdirSync(join(repository, room))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(repository, room, name)),
  )

  test.each([
    'addRecentDocument',
    'new Notification',
    'crashReporter',
    'openExternal',
    'contextBridge',
    'ipcMain',
    'executeJavaScript',
    'insertCSS',
    'setAsDefaultProtocolClient',
    'setJumpList',
    'webContents.debugger',
    'openDevTools',
    'loadFile',
    'remote',
    'persist:',
    'enableBlinkFeatures',
    'safeStorage',
  ])('never say %s', (word) => {
    const code = sources
      .map((source) => readFileSync(source, 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, ''))
      .join('\n')
      .replace(/^\s*\/\^.*$/gm, '')
      .replace(/'disable-remote-playback-api'/, '')
      .replace(/No `persist:`/g, '')
    expect(code).not.toContain(word)
  })

  test('import electron only in the entry; elsewhere only its types', () => {
    for (const source of sources) {
      const imports = readFileSync(source, 'utf8').match(/^import (?!type).*from 'electron'/gm) ?? []
      if (!source.endsWith('index.ts')) expect(imports, source).toEqual([])
    }
  })

  test('the entry is thin, the preload thinner', () => {
    const lines = (path: string): number => readFileSync(join(repository, path), 'utf8').split('\n').length
    expect(lines('electron/main/index.ts')).toBeLessThan(100)
    expect(lines('electron/preload/index.ts')).toBeLessThan(40)
  })
})
