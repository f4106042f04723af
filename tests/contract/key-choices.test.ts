// Keys that somebody chose are there after a restart of the real archive process, and what was kept before them still reads.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { KeyChoices } from '../../shared/contract/key-choices.ts'
import { keyChoicesFromStart } from '../../shared/contract/keys-from-start.ts'
import { temporaryFolder } from '../archive/temporary-folder.ts'
import { startProcess, type TestArchive } from '../support/archive.ts'

const looks = { language: 'es', theme: 'dark', textSize: 150 } as const
const keys: KeyChoices = {
  preset: 'own',
  own: { 'story.back': 'F9', 'story.forward': '', palette: 'Mod+Shift+K', settings: 'Mod+,' },
  pedals: { F13: 'story.playPause', Button2: 'story.back' },
  stepBackMs: 0,
  skipMs: 5_000,
  pauseWhileTyping: true,
}

let running: TestArchive | null = null
afterEach(async () => {
  await running?.close()
  running = null
})

async function restarted(folder: string) {
  await running?.close()
  running = await startProcess(folder)
  return running
}

test('keys, pedals and times are kept across a restart', async () => {
  const folder = temporaryFolder()
  const { client } = await restarted(folder)
  await client.door.keepPreferences({ ...looks, keys })
  const after = await (await restarted(folder)).client.door.state({})
  expect(after.preferences).toEqual({ ...looks, keys })
})

test('preferences from before there were keys still read', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'preferences.json'), JSON.stringify(looks))
  const { preferences } = await (await restarted(folder)).client.door.state({})
  expect(preferences).toEqual(looks)
})

test('keys that cannot be read are left out, and the rest is read', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'preferences.json'), JSON.stringify({ ...looks, keys: { preset: 'of tomorrow' } }))
  const { preferences } = await (await restarted(folder)).client.door.state({})
  expect(preferences).toEqual(looks)
})

test.each([
  ['a step back of a minute', { stepBackMs: 60_000 }],
  ['a skip of nothing', { skipMs: 0 }],
  ['words in place of a command', { own: { 'her name is Rosalinda': 'F9' } }],
  ['words in place of keys', { own: { palette: 'her name is Rosalinda' } }],
  ['a preset that is not there', { preset: 'mine' }],
  [
    'more than there are commands',
    { own: Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`a${at}`, 'F9'])) },
  ],
])('%s is refused', async (_, wrong) => {
  const folder = temporaryFolder()
  const { client } = await restarted(folder)
  await client.door.keepPreferences({ ...looks, keys: keyChoicesFromStart })
  const kept = readFileSync(path.join(folder, 'preferences.json'), 'utf8')
  await expect(
    client.door.keepPreferences({ ...looks, keys: { ...keys, ...wrong } as KeyChoices }),
  ).rejects.toMatchObject({
    code: 'badInput',
  })
  expect(readFileSync(path.join(folder, 'preferences.json'), 'utf8')).toBe(kept)
})
