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
  test('imports neither electron nor a network, and starts a program in one place alone', () => {
    const named = namedModules(join(out, 'main/archive.js'))
    const found = [...named].filter((name) => name === 'electron' || networkModules.includes(name))
    expect(found).toEqual(['child_process'])
    const archive = join(repository, 'electron/archive')
    const starting = readdirSync(archive, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((name) => readFileSync(join(archive, name), 'utf8').includes('child_process'))
    expect(starting, 'a voice of the machine, which gets words by a pipe').toEqual([
      join('features', 'readings', 'machine-voice.ts'),
    ])
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

test.each(['index', 'recorder'])(
  'the preload %s imports electron and nothing else, puts nothing on the window',
  (name) => {
    const preload = join(out, 'preload', `${name}.cjs`)
    expect([...namedModules(preload)]).toEqual(['electron'])
    expect(readFileSync(preload, 'utf8')).not.toMatch(/contextBridge|exposeInMainWorld|ipcRenderer\.(send|invoke)/)
  },
)

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

  test('import electron only in the entry and the preloads; elsewhere only its types', () => {
    const entries = ['main/index.ts', 'preload/index.ts', 'preload/recorder.ts'].map((name) =>
      join(repository, 'electron', name),
    )
    for (const source of sources) {
      const imports = readFileSync(source, 'utf8').match(/^import (?!type).*from 'electron'/gm) ?? []
      if (!entries.includes(source)) expect(imports, source).toEqual([])
    }
  })

  test('the entry is thin, the preloads thinner', () => {
    const lines = (path: string): number => readFileSync(join(repository, path), 'utf8').split('\n').length
    expect(lines('electron/main/index.ts')).toBeLessThan(120)
    for (const name of ['index', 'recorder']) expect(lines(`electron/preload/${name}.ts`)).toBeLessThan(40)
  })
})
