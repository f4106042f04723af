// Keys mean the same on every layout and machine, and never while an input method is composing.
import { describe, expect, test } from 'vitest'
import { CommandRegistry } from '../../renderer/app/commands.tsx'
import { matchesKeys, writtenKeys } from '../../renderer/app/key-match.ts'

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
})

test('the registry gives what can be run now, and remembers what has been there for the key card', () => {
  const registry = new CommandRegistry()
  const run = (): void => {}
  const away = registry.put({ id: 'play', name: 'Play', keys: 'Escape', run })
  registry.put({ id: 'find', name: 'Find', run })
  registry.put({ id: 'find', name: 'Buscar', run })
  away()
  expect(registry.current().map(({ name }) => name)).toEqual(['Buscar'])
  expect(
    registry
      .seen()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['Buscar', 'Play'])
})
