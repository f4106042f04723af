// Which keys a command has: from the start, by preset, by choice; what may be chosen, and who loses what another one takes.
import { describe, expect, test } from 'vitest'
import { commandTable, keysFromStart, type CommandRow } from '../../shared/contract/commands.ts'
import { keyChoices, type KeyChoices } from '../../shared/contract/key-choices.ts'
import { keyChoicesFromStart } from '../../shared/contract/keys-from-start.ts'
import {
  conflictOf,
  giveKeys,
  isChanged,
  keysNow,
  resetAllKeys,
  resetKeys,
  withoutPedal,
  withPedal,
} from '../../renderer/app/key-bindings.ts'
import { whyNotKeys } from '../../renderer/app/key-rules.ts'

const table: readonly CommandRow[] = commandTable
const start = keyChoicesFromStart
const keys = (id: string, choices: KeyChoices, platform: 'mac' | 'windows' | 'other' = 'other') =>
  keysNow({ id }, choices, platform)
const everyKeys = (choices: KeyChoices, platform: 'mac' | 'windows' | 'other') =>
  table.flatMap(({ id }) => keys(id, choices, platform) ?? [])

describe('the keys from the start', () => {
  test('are the habits that transcribers have', () => {
    const habits = {
      'story.playPause': 'Escape',
      'story.back': 'F1',
      'story.forward': 'F2',
      'story.slower': 'F3',
      'story.faster': 'F4',
      'story.timestamp': 'Mod+J',
      'story.speaker.1': 'Mod+1',
      'story.speaker.9': 'Mod+9',
      'story.find': 'Mod+F',
      'story.snapshot': 'Mod+S',
      palette: 'Mod+K',
      find: 'Mod+Shift+F',
      print: 'Mod+P',
      settings: 'Mod+,',
      hide: 'Mod+Shift+L',
    }
    for (const [id, wanted] of Object.entries(habits)) expect(keys(id, start), id).toBe(wanted)
  })

  test.each(['mac', 'windows', 'other'] as const)('on %s no two commands share keys, in any preset', (platform) => {
    for (const preset of ['oTranscribe', 'expressScribe'] as const) {
      const all = everyKeys({ ...start, preset }, platform)
      expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([])
    }
  })

  test('may all be chosen by a person too, but undo and redo, which stay', () => {
    for (const row of table) {
      const own = keysFromStart(row, 'other')
      if (own !== undefined && !row.id.startsWith('marks.undo') && !row.id.startsWith('marks.redo'))
        expect(whyNotKeys(own, false), row.id).toBeNull()
    }
  })

  test('redo is where each system has it', () => {
    expect([keys('marks.redo', start, 'windows'), keys('marks.redo', start, 'mac'), keys('marks.redo', start)]).toEqual(
      ['Mod+Y', 'Mod+Shift+Z', 'Mod+Shift+Z'],
    )
  })
})

test('the preset of Express Scribe has its function keys, and keeps the rest', () => {
  const choices: KeyChoices = { ...start, preset: 'expressScribe' }
  expect(keys('story.play', choices)).toBe('F9')
  expect(keys('story.pause', choices)).toBe('F4')
  expect(keys('story.back', choices)).toBe('F7')
  expect(keys('story.forward', choices)).toBe('F8')
  expect(keys('story.timestamp', choices)).toBe('Mod+J')
})

describe('what may not be taken', () => {
  test.each([
    ['a', 'types'],
    ['A', 'types'],
    ['Shift+A', 'types'],
    ['7', 'types'],
    ['?', 'types'],
    ['Space', 'types'],
    ['Mod+Alt+E', 'types'],
    ['Mod+Space', 'inputMethod'],
    ['Ctrl+Space', 'inputMethod'],
    ['Shift+Space', 'inputMethod'],
    ['Alt+Space', 'inputMethod'],
    ['Alt+Shift+F5', 'inputMethod'],
    ['Shift', 'unknown'],
    ['Alt+Shift', 'unknown'],
    ['Mod', 'unknown'],
    ['', 'unknown'],
    ['Mod+ñ', 'unknown'],
    ['Unidentified', 'unknown'],
    ['Enter', 'moves'],
    ['Tab', 'moves'],
    ['Mod+ArrowLeft', 'moves'],
    ['Shift+Home', 'moves'],
    ['Mod+C', 'edits'],
    ['Mod+V', 'edits'],
    ['Mod+Z', 'edits'],
    ['Mod+Shift+Z', 'edits'],
    ['Mod+A', 'edits'],
    ['Mod+W', 'window'],
    ['Mod+T', 'window'],
    ['Alt+F4', 'window'],
  ])('%s: %s', (one, reason) => {
    expect(whyNotKeys(one, false)).toBe(reason)
    expect(giveKeys('story.back', one, [], start, 'other')).toEqual(one === '' ? expect.anything() : start)
  })
  test('on a Mac, Option writes signs', () => {
    expect(whyNotKeys('Alt+E', true)).toBe('types')
    expect(whyNotKeys('Mod+Alt+E', true)).toBeNull()
  })
  test.each(['F5', 'F13', 'F24', 'Escape', 'Mod+B', 'Mod+Shift+K', 'Shift+F9', 'Mod+.', 'MediaPlayPause', 'Pause'])(
    '%s may be taken',
    (one) => expect(whyNotKeys(one, false)).toBeNull(),
  )
})

describe('giving keys', () => {
  test('takes them from who had them, and nobody else changes', () => {
    expect(conflictOf('story.back', 'F2', [], start, 'other')).toEqual({ id: 'story.forward', fixed: false })
    const given = giveKeys('story.back', 'F2', [], start, 'other')
    expect(given.preset).toBe('own')
    expect(keys('story.back', given)).toBe('F2')
    expect(keys('story.forward', given)).toBeUndefined()
    for (const { id } of table)
      if (id !== 'story.back' && id !== 'story.forward') expect(keys(id, given), id).toBe(keys(id, start))
    expect(keyChoices.safeParse(given).success).toBe(true)
  })

  test('free keys are nobody’s loss', () => {
    expect(conflictOf('story.back', 'F9', [], start, 'other')).toBeNull()
    expect(conflictOf('story.back', 'F1', [], start, 'other')).toBeNull()
    expect(giveKeys('story.back', 'F9', [], start, 'other').own).toEqual({ 'story.back': 'F9' })
  })

  test('Hide now and undo lose nothing and change nothing', () => {
    expect(conflictOf('story.back', 'Mod+Shift+L', [], start, 'other')).toEqual({ id: 'hide', fixed: true })
    expect(giveKeys('story.back', 'Mod+Shift+L', [], start, 'other')).toBe(start)
    expect(giveKeys('hide', 'F9', [], start, 'other')).toBe(start)
    const forged: KeyChoices = { ...start, preset: 'own', own: { hide: 'F9', 'marks.undo': '' } }
    expect([keys('hide', forged), keys('marks.undo', forged)]).toEqual(['Mod+Shift+L', 'Mod+Z'])
  })

  test('begins as the preset was', () => {
    const given = giveKeys('palette', 'F10', [], { ...start, preset: 'expressScribe' }, 'other')
    expect([keys('story.play', given), keys('palette', given), keys('story.back', given)]).toEqual(['F9', 'F10', 'F7'])
  })

  test('sees commands that bring their own keys', () => {
    const more = [{ id: 'text.join', keys: 'Mod+M' }]
    expect(conflictOf('story.back', 'Mod+M', more, start, 'other')).toEqual({ id: 'text.join', fixed: false })
  })

  test('a kept choice that would take a letter counts for nothing', () => {
    const forged: KeyChoices = { ...start, preset: 'own', own: { 'story.back': 'e', 'story.forward': 'Mod+Space' } }
    expect([keys('story.back', forged), keys('story.forward', forged)]).toEqual(['F1', 'F2'])
  })
})

describe('going back', () => {
  const swapped = giveKeys('story.back', 'F2', [], start, 'other')
  test('one command gets its keys again, from whoever has them', () => {
    expect(isChanged({ id: 'story.forward' }, swapped, 'other')).toBe(true)
    const reset = resetKeys('story.forward', [], swapped, 'other')
    expect(keys('story.forward', reset)).toBe('F2')
    expect(keys('story.back', reset)).toBeUndefined()
    expect(isChanged({ id: 'story.forward' }, reset, 'other')).toBe(false)
  })
  test('all get theirs; pedals and times stay', () => {
    const more = { ...withPedal('F13', 'story.playPause', swapped), stepBackMs: 0 }
    const reset = resetAllKeys(more)
    expect(everyKeys(reset, 'other')).toEqual(everyKeys(start, 'other'))
    expect([reset.pedals, reset.stepBackMs]).toEqual([{ F13: 'story.playPause' }, 0])
    expect(withoutPedal('F13', reset).pedals).toEqual({})
  })
})
