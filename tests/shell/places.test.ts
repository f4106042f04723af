// Where things lie on each system, and that emptying the window's folder touches nothing else.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'electron'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataFolder, emptyWindowFolder, setPlaces, windowFolder } from '../../electron/main/places.ts'
import { Recorder } from '../support/electron-stand-in.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'firsthand-places-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const home = '/somebody'
test.each([
  ['linux', {}, join('/somebody', '.local', 'share', 'firsthand'), join('/roaming', 'Firsthand-window')],
  [
    'linux',
    { XDG_DATA_HOME: '/data', XDG_RUNTIME_DIR: '/run/user/1' },
    join('/data', 'firsthand'),
    join('/run/user/1', 'firsthand-window'),
  ],
  [
    'linux',
    { XDG_DATA_HOME: 'relative', XDG_RUNTIME_DIR: 'relative' },
    join('/somebody', '.local', 'share', 'firsthand'),
    join('/roaming', 'Firsthand-window'),
  ],
  ['darwin', { XDG_RUNTIME_DIR: '/run/user/1' }, join('/roaming', 'Firsthand'), join('/roaming', 'Firsthand-window')],
  ['win32', {}, join('/roaming', 'Firsthand'), join('/roaming', 'Firsthand-window')],
  ['linux', { FIRSTHAND_DATA: '/chosen' }, '/chosen', join('/roaming', 'Firsthand-window')],
] as const)('%s %o', (platform, env, data, own) => {
  const surroundings = { platform, env, home, appData: '/roaming' }
  expect(dataFolder(surroundings)).toBe(data)
  expect(windowFolder(surroundings)).toBe(own)
})

test.runIf(process.platform !== 'win32')("the folder is the person's alone", () => {
  setPlaces(new Recorder().part<App>('app'), join(root, 'own'))
  expect(statSync(join(root, 'own')).mode & 0o777).toBe(0o700)
  expect(statSync(join(root, 'own', 'session')).mode & 0o777).toBe(0o700)
})

test('is emptied of everything but the lock, and nothing beside it is', () => {
  const own = join(root, 'own')
  mkdirSync(join(own, 'session', 'Cache'), { recursive: true })
  for (const name of ['Local State', 'SingletonLock', 'SingletonCookie', 'lockfile', 'session/Cache/x'])
    writeFileSync(join(own, name), 'x')
  writeFileSync(join(root, 'beside'), 'x')
  emptyWindowFolder(own)
  expect(readdirSync(own).sort()).toEqual(['SingletonCookie', 'SingletonLock', 'lockfile', 'session'])
  expect(readdirSync(join(own, 'session'))).toEqual([])
  expect(existsSync(join(root, 'beside'))).toBe(true)
})
