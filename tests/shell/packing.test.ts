// The packed program, read back: exactly these files, the native modules beside it and loadable, nine fuses of nine.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtProgram, repository, runTool } from '../support/built.ts'
import { makeStandInRuntime } from '../support/stand-in-runtime.ts'

/** What each fuse must be. The stand-in runtime starts with the opposite of each. */
const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
} as const
const fuseNames = Object.keys(fuses) as Array<keyof typeof fuses>
const inverted = fuseNames.map((name) => (fuses[name] ? '0' : '1')).join('')

const native = ['better-sqlite3-multiple-ciphers', 'sodium-native']
const transcriber = `@fugood/node-whisper-linux-${process.arch}`
const modules = [
  ...native,
  'require-addon',
  'bare-addon-resolve',
  'bare-module-resolve',
  'bare-semver',
  'which-runtime',
]
const target = `linux-${process.arch}`
const allowed = [
  /^\/package\.json$/,
  /^\/(LICENSE|NOTICE)$/,
  /^\/out\/main\/(index|archive|browser|transcriber)\.js$/,
  /^\/out\/main\/(parts|chunks|assets)\/[\w.-]+\.(js|json|wasm|css|html)$/,
  /^\/out\/preload\/(index|recorder)\.cjs$/,
  /^\/out\/renderer\/(index|recorder)\.html$/,
  /^\/out\/renderer\/assets\/[\w.-]+\.(js|css|woff2?|svg|png|json|wasm)$/,
  new RegExp(`^/node_modules/(${modules.join('|')})/(package\\.json|LICENSE)$`),
  new RegExp(`^/node_modules/(${modules.slice(2).join('|')})/(index\\.js|lib/[\\w-]+\\.js)$`),
  new RegExp(`^/node_modules/${transcriber}/(package\\.json|index\\.node)$`),
  /^\/node_modules\/better-sqlite3-multiple-ciphers\/lib\/([\w-]+|methods\/\w+)\.js$/,
  new RegExp(`^/node_modules/better-sqlite3-multiple-ciphers/prebuilds/${target}\\.node$`),
  /^\/node_modules\/sodium-native\/(index|binding)\.js$/,
  new RegExp(`^/node_modules/sodium-native/prebuilds/${target}/sodium-native\\.node$`),
]

let folder: string
let packed: string
let asar: string

beforeAll(async () => {
  // What is reached through a link the packer does not pack: the modules of modules would be missing, and not by our fault.
  if (lstatSync(join(repository, 'node_modules')).isSymbolicLink())
    throw new Error('node_modules is a link to another folder: nothing can be packed here. Install into this one.')
  builtProgram()
  folder = mkdtempSync(join(tmpdir(), 'firsthand-packing-'))
  const { version } = JSON.parse(readFileSync(join(repository, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  makeStandInRuntime(join(folder, 'runtime'), version, inverted)
  const before = await getCurrentFuseWire(join(folder, 'runtime', 'electron'))
  for (const name of fuseNames) {
    const opposite = fuses[name] ? FuseState.DISABLE : FuseState.ENABLE
    if (before[FuseV1Options[name]] !== opposite) throw new Error(`the control failed: ${name} is set before packing`)
  }
  runTool('vite', ['build', '--config', 'electron/packing/rescue.vite.config.ts', '--logLevel', 'error'])
  runTool('electron-builder', [
    '--dir',
    '--linux',
    '--config',
    'electron.builder.yml',
    `-c.electronDist=${join(folder, 'runtime')}`,
    `-c.directories.output=${join(folder, 'packed')}`,
  ])
  const [unpacked = ''] = readdirSync(join(folder, 'packed')).filter((name) => name.endsWith('unpacked'))
  packed = join(folder, 'packed', unpacked)
  asar = join(packed, 'resources', 'app.asar')
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function filesBelow(place: string): string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(place, name)).isFile())
    .sort()
}

describe('the packed files', () => {
  test('are on the list, every one', () => {
    // NOTE: the asar lists folders too; they end nothing and hold nothing by themselves.
    const names = listPackage(asar, { isPack: false }).map((name) => name.replaceAll('\\', '/'))
    const files = names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)))
    const strangers = files.filter((name) => !allowed.some((pattern) => pattern.test(name)))
    expect(strangers).toEqual([])
    for (const needed of [
      '/package.json',
      '/out/main/index.js',
      '/out/main/archive.js',
      '/out/main/transcriber.js',
      '/out/preload/index.cjs',
      '/out/preload/recorder.cjs',
      '/out/renderer/index.html',
      '/out/renderer/recorder.html',
    ]) {
      expect(files).toContain(needed)
    }
  })

  test('say nothing of the machine they were made on', () => {
    const names = listPackage(asar, { isPack: false }).map((name) => name.replace(/^[\\/]/, ''))
    for (const name of names.filter((each) => /^out[\\/].*\.(js|cjs|html|css)$/.test(each))) {
      expect(extractFile(asar, name).includes(repository), name).toBe(false)
    }
    const manifest = JSON.parse(extractFile(asar, 'package.json').toString()) as Record<string, unknown>
    expect(manifest['main']).toBe('out/main/index.js')
    expect(manifest['devDependencies']).toBeUndefined()
  })

  test('lie in one asar, with the runtime and nothing else beside it', () => {
    const apart = ['app.asar.unpacked', 'rescue'].map((name) => join('resources', name))
    expect(filesBelow(packed).filter((name) => !apart.some((place) => name.startsWith(place)))).toEqual(
      [
        'LICENSE.electron.txt',
        'LICENSES.chromium.html',
        'chrome-sandbox',
        'firsthand',
        join('resources', 'app.asar'),
        'version',
      ].sort(),
    )
  })
})

describe('the stand-alone exporter', () => {
  const rescue = (): string => join(packed, 'resources', 'rescue')

  test('lies beside it with what it needs, and runs where nothing else is', () => {
    const files = filesBelow(rescue())
    expect(files.filter((name) => !name.startsWith('node_modules'))).toEqual(['FORMAT.md', 'rescue.mjs'])
    expect(files.filter((name) => name.endsWith('.node'))).toEqual([
      join('node_modules', 'sodium-native', 'prebuilds', target, 'sodium-native.node'),
    ])
    expect(readFileSync(join(rescue(), 'rescue.mjs')).includes(repository)).toBe(false)
    const alone = join(folder, 'alone')
    cpSync(rescue(), alone, { recursive: true })
    const said = spawnSync(process.execPath, [join(alone, 'rescue.mjs'), '--language', 'en'], { encoding: 'utf8' })
    expect([said.status, said.stderr.startsWith('Opens an archive of Firsthand')]).toEqual([2, true])
  })
})

describe('the native modules', () => {
  const unpacked = (): string => join(packed, 'resources', 'app.asar.unpacked', 'node_modules')

  test('lie beside the asar, for this platform only', () => {
    expect(filesBelow(unpacked()).filter((name) => name.endsWith('.node'))).toEqual([
      join('@fugood', `node-whisper-linux-${process.arch}`, 'index.node'),
      join('better-sqlite3-multiple-ciphers', 'prebuilds', `${target}.node`),
      join('sodium-native', 'prebuilds', target, 'sodium-native.node'),
    ])
    expect(readdirSync(unpacked()).sort()).toEqual(['@fugood', ...native])
    expect(readdirSync(join(unpacked(), '@fugood'))).toEqual([transcriber.slice('@fugood/'.length)])
  })

  test('can be loaded as they are packed, with nothing of the repository near', () => {
    const extracted = join(folder, 'extracted')
    extractAll(asar, extracted)
    // In a process of its own, so that it is the packed binary and not one already loaded here.
    const script = `
      const { createRequire } = require('node:module')
      const load = createRequire(${JSON.stringify(join(extracted, 'package.json'))})
      const database = new (load('better-sqlite3-multiple-ciphers'))(':memory:')
      database.pragma("cipher='sqlcipher'")
      const sodium = load('sodium-native')
      const hash = Buffer.alloc(32)
      sodium.crypto_generichash(hash, Buffer.from('x'))
      const { WhisperContext } = load(${JSON.stringify(transcriber)})
      const files = process.report.getReport().sharedObjects.filter((name) => name.endsWith('.node'))
      console.log(database.prepare('SELECT 6 * 7 AS answer').get().answer, hash.some((byte) => byte > 0), files.length,
        files.every((name) => name.includes('firsthand-packing-')), typeof WhisperContext)
    `
    expect(execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' }).trim()).toBe(
      '42 true 3 true function',
    )
  })
})

test('nine fuses of nine', async () => {
  const wire = await getCurrentFuseWire(join(packed, 'firsthand'))
  const read = Object.fromEntries(fuseNames.map((name) => [name, wire[FuseV1Options[name]] === FuseState.ENABLE]))
  expect(read).toEqual(fuses)
  expect(Object.keys(wire).filter((key) => /^\d+$/.test(key))).toHaveLength(9)
})
