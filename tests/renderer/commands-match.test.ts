// Keys mean the same on every layout and machine, and never while an input method is composing.
import { describe, expect, test } from 'vitest'
import { keysOf, matchesKeys, matchOf, writtenKeys } from '../../renderer/app/key-match.ts'

type Pressed = Parameters<typeof matchesKeys>[1]

function press(key: string, code: string, held: Partial<Pressed> = {}): Pressed {
  return {
    key,
    code,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    isComposing: false,
    keyCode: 0,
    ...held,
  }
}
const ctrl = { ctrlKey: true }
const ctrlShift = { ctrlKey: true, shiftKey: true }

describe('which press is meant', () => {
  test('Mod is Control, and Command on a Mac', () => {
    expect(matchesKeys('Mod+K', press('k', 'KeyK', ctrl), false)).toBe(true)
    expect(matchesKeys('Mod+K', press('k', 'KeyK', { metaKey: true }), true)).toBe(true)
    expect(matchesKeys('Mod+K', press('k', 'KeyK', ctrl), true)).toBe(false)
    expect(matchesKeys('Mod+K', press('k', 'KeyK'), false)).toBe(false)
  })
  test('Shift and Alt must be as written', () => {
    expect(matchesKeys('Mod+Shift+L', press('L', 'KeyL', ctrlShift), false)).toBe(true)
    expect(matchesKeys('Mod+Shift+L', press('l', 'KeyL', ctrl), false)).toBe(false)
    expect(matchesKeys('Mod+L', press('L', 'KeyL', ctrlShift), false)).toBe(false)
    expect(matchesKeys('Mod+K', press('k', 'KeyK', { ctrlKey: true, altKey: true }), false)).toBe(false)
    expect(matchesKeys('F6', press('F6', 'F6', { shiftKey: true }), false)).toBe(false)
    expect(matchesKeys('Shift+F6', press('F6', 'F6', { shiftKey: true }), false)).toBe(true)
  })
  test('letters go by their place where the layout has no Latin ones', () => {
    expect(matchesKeys('Mod+K', press('л', 'KeyK', ctrl), false)).toBe(true)
    expect(matchesKeys('Mod+Shift+L', press('د', 'KeyL', ctrlShift), false)).toBe(true)
    expect(matchesKeys('Mod+K', press('t', 'KeyK', ctrl), false)).toBe(false) // Dvorak: the letter that is written counts
    expect(matchesKeys('Mod+K', press('k', 'KeyV', ctrl), false)).toBe(true)
  })
  test('signs and digits', () => {
    expect(matchesKeys('Mod+,', press(',', 'Comma', ctrl), false)).toBe(true)
    expect(matchesKeys('Mod+,', press('б', 'Comma', ctrl), false)).toBe(true)
    expect(matchesKeys('Mod+1', press('&', 'Digit1', ctrl), false)).toBe(true)
  })
  test('nothing is meant while an input method is composing', () => {
    expect(matchesKeys('Mod+K', press('k', 'KeyK', { ...ctrl, isComposing: true }), false)).toBe(false)
    expect(matchesKeys('Escape', press('Escape', 'Escape', { keyCode: 229 }), false)).toBe(false)
  })
})

test('keys are written as the machine writes them', () => {
  expect(writtenKeys('Mod+Shift+L', false)).toBe('Ctrl+Shift+L')
  expect(writtenKeys('Mod+Shift+L', true)).toBe('⌘⇧L')
  expect(writtenKeys('Escape', false)).toBe('Esc')
  expect(writtenKeys('Mod+Shift+F', false, { Shift: 'Mayús' })).toBe('Ctrl+Mayús+F')
})

/** What Chromium reports for keys of real layouts: [layout, what is written, where it lies, what is meant]. */
const layouts = [
  ['Arabic', 'ن', 'KeyK', 'Mod+K'],
  ['Arabic, two letters on one key', 'لا', 'KeyB', 'Mod+B'],
  ['Arabic, digits of its own', '١', 'Digit1', 'Mod+1'],
  ['Persian', 'ک', 'Semicolon', 'Mod+;'],
  ['Russian', 'л', 'KeyK', 'Mod+K'],
  ['Russian, at the place of a sign', 'б', 'Comma', 'Mod+,'],
  ['Greek', 'κ', 'KeyK', 'Mod+K'],
  ['Hebrew', 'ל', 'KeyK', 'Mod+K'],
  ['Thai', 'า', 'KeyK', 'Mod+K'],
  ['Thai, a mark above', 'ื', 'KeyN', 'Mod+N'],
  ['Devanagari, a mark', '्', 'KeyD', 'Mod+D'],
  ['AZERTY, A lies where Q does', 'a', 'KeyQ', 'Mod+A'],
  ['AZERTY, M lies beside L', 'm', 'Semicolon', 'Mod+M'],
  ['AZERTY, a comma where M is', ',', 'KeyM', 'Mod+,'],
  ['AZERTY, a digit without Shift', '&', 'Digit1', 'Mod+1'],
  ['AZERTY, an accented letter on a digit', 'é', 'Digit2', 'Mod+2'],
  ['QWERTZ', 'z', 'KeyY', 'Mod+Z'],
  ['Dvorak', 'k', 'KeyV', 'Mod+K'],
  ['Turkish, a dotless i', 'ı', 'KeyI', 'Mod+I'],
] as const

describe.each(layouts)('%s (%s at %s)', (_, key, code, meant) => {
  const pressed = press(key, code, ctrl)
  test(`is ${meant}`, () => {
    expect(matchesKeys(meant, pressed, false)).toBe(true)
    if (key !== 'ı') expect(keysOf(pressed, false)).toBe(meant)
  })
  test('is no other letter, digit or sign', () => {
    const others = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,.;/'].map((sign) => `Mod+${sign}`)
    expect(others.filter((other) => other !== meant && matchesKeys(other, pressed, false))).toEqual([])
  })
})

test('what is written is told from where it lies', () => {
  expect(matchOf('Mod+,', press(',', 'KeyM', ctrl), false)).toBe('written')
  expect(matchOf('Mod+,', press('б', 'Comma', ctrl), false)).toBe('place')
  expect(matchOf('Mod+,', press(';', 'Comma', ctrl), false)).toBeNull()
  // Latin letters that lie far from the others count by what they are: Vietnamese.
  expect(matchOf('Mod+K', press('ạ', 'KeyK', ctrl), false)).toBeNull()
})

describe('a press that is written down', () => {
  test.each([
    [press('F5', 'F5'), 'F5'],
    [press('F6', 'F6', { shiftKey: true }), 'Shift+F6'],
    [press('K', 'KeyK', ctrlShift), 'Mod+Shift+K'],
    [press('?', 'Slash', ctrlShift), 'Mod+?'],
    [press('Escape', 'Escape'), 'Escape'],
    [press(' ', 'Space', ctrl), 'Mod+Space'],
    [press('MediaPlayPause', 'MediaPlayPause'), 'MediaPlayPause'],
  ])('%#: %s', (pressed, keys) => {
    expect(keysOf(pressed, false)).toBe(keys)
    expect(matchesKeys(keys, pressed, false)).toBe(true)
  })
  test.each([
    ['a modifier alone', press('Shift', 'ShiftLeft', { shiftKey: true })],
    ['composing', press('k', 'KeyK', { ...ctrl, isComposing: true })],
    ['composing, as older systems say it', press('Process', 'KeyK', { keyCode: 229 })],
    ['a dead key', press('Dead', 'BracketLeft')],
    ['a key of an input method', press('KanjiMode', 'Lang1')],
    ['the key of the system', press('k', 'KeyK', { metaKey: true })],
    ['a key without a name', press('Unidentified', '')],
  ])('not for %s', (_, pressed) => {
    expect(keysOf(pressed, false)).toBeNull()
  })
})
