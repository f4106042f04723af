// What a press means: among the commands that are there, where the focus is, with the keys and pedals that were chosen.
import { describe, expect, test } from 'vitest'
import { keyChoicesFromStart as start } from '../../shared/contract/keys-from-start.ts'
import { CommandRegistry, type Command } from '../../renderer/app/command-registry.ts'
import { PadLook } from '../../renderer/app/pads.ts'

type Press = Parameters<CommandRegistry['meant']>[0]
const press = (key: string, code: string, held: Partial<Press> = {}): Press => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  repeat: false,
  ...held,
})
const inText = { underDialog: false, escapeIsTaken: false }
const inField = { underDialog: false, escapeIsTaken: true }
const inDialog = { underDialog: true, escapeIsTaken: true }

function registryWith(...ids: readonly (string | Partial<Command>)[]) {
  const registry = new CommandRegistry('other')
  const ran: string[] = []
  for (const given of ids) {
    const more = typeof given === 'string' ? { id: given } : given
    const id = more.id ?? ''
    registry.put({ name: id, run: () => ran.push(id), ...more, id })
  }
  const meant = (event: Press, around = inText) => {
    const found = registry.meant(event, around)
    return found === null || found === 'ignored' ? found : found.id
  }
  return { registry, ran, meant }
}
const transport = { id: 'story.playPause', everywhere: true }
const back = { id: 'story.back', everywhere: true }

describe('Escape', () => {
  const { meant } = registryWith(transport, back)
  test('plays and pauses while the caret is in the text', () => {
    expect(meant(press('Escape', 'Escape'), inText)).toBe('story.playPause')
  })
  test('belongs to fields and dialogs', () => {
    expect(meant(press('Escape', 'Escape'), inField)).toBeNull()
    expect(meant(press('Escape', 'Escape'), inDialog)).toBeNull()
  })
  test('belongs to a dialog wherever the focus in it is', () => {
    expect(meant(press('Escape', 'Escape'), { underDialog: true, escapeIsTaken: false })).toBeNull()
  })
  test('is the input method’s while it is composing', () => {
    expect(meant(press('Escape', 'Escape', { isComposing: true }))).toBeNull()
    expect(meant(press('Escape', 'Escape', { keyCode: 229 }))).toBeNull()
  })
})

test('the other keys of the sound work in fields and above dialogs', () => {
  const { meant } = registryWith(transport, back)
  expect(meant(press('F1', 'F1'), inDialog)).toBe('story.back')
  expect(meant(press('F1', 'F1'), inField)).toBe('story.back')
})

test('Play on another key than Escape works above dialogs', () => {
  const { registry, meant } = registryWith(transport)
  registry.choose({ ...start, preset: 'own', own: { 'story.playPause': 'F9' } })
  expect(meant(press('F9', 'F9'), inDialog)).toBe('story.playPause')
  expect(meant(press('Escape', 'Escape'), inText)).toBeNull()
})

test('a key that is held down goes on only where that is meant', () => {
  const { meant } = registryWith(transport, back)
  expect(meant(press('F1', 'F1', { repeat: true }))).toBe('story.back')
  expect(meant(press('Escape', 'Escape', { repeat: true }))).toBe('ignored')
})

test('what is written on a key counts before where it lies', () => {
  const { meant } = registryWith('settings', { id: 'own.join', keys: 'Mod+M' })
  expect(meant(press(',', 'KeyM', { ctrlKey: true }))).toBe('settings')
  expect(meant(press('ь', 'KeyM', { ctrlKey: true }))).toBe('own.join')
})

test('the table’s keys count before those that a component brings', () => {
  const { registry } = registryWith({ id: 'find', keys: 'F12' }, { id: 'own.join', keys: 'Mod+M' })
  expect(registry.current().map(({ keys }) => keys)).toEqual(['Mod+Shift+F', 'Mod+M'])
})

describe('pedals', () => {
  const { registry, meant, ran } = registryWith(transport, back, 'palette')
  registry.choose({ ...start, pedals: { F13: 'story.playPause', Button2: 'story.back', Button3: 'palette' } })
  test('that send keys, beside the key that the command has', () => {
    expect(meant(press('F13', 'F13'), inDialog)).toBe('story.playPause')
    expect(meant(press('Escape', 'Escape'))).toBe('story.playPause')
  })
  test('that are game controllers', () => {
    registry.meantByPedal('Button2', inDialog)?.run()
    expect(registry.meantByPedal('Button3', inDialog)).toBeNull()
    expect(registry.meantByPedal('Button9', inText)).toBeNull()
    expect(ran).toEqual(['story.back'])
  })
  test('tell each press once, whichever device it comes from', () => {
    const look = new PadLook()
    const pad = (...pressed: boolean[]) => ({ buttons: pressed.map((one) => ({ pressed: one })) })
    expect(look.look([null, pad(false, false)])).toEqual([])
    expect(look.look([null, pad(false, true)])).toEqual(['Button1'])
    expect(look.look([null, pad(false, true)])).toEqual([])
    expect(look.look([pad(true), pad(false, true)])).toEqual(['Button0'])
    expect(look.look([pad(false), pad(false, false)])).toEqual([])
    expect(look.look([pad(false), pad(false, true)])).toEqual(['Button1'])
  })
})

describe('the menu', () => {
  test('runs only what can be run here and now', () => {
    const { registry, ran } = registryWith({ id: 'marks.label', when: false }, 'find', { id: 'hide', everywhere: true })
    for (const id of ['marks.label', 'find', 'hide', 'nothing']) registry.run(id, inDialog)
    registry.run('find', inText)
    expect(ran).toEqual(['hide', 'find'])
  })
})

test('the registry gives what can be run now, and remembers what has been there until it is told to forget', () => {
  const registry = new CommandRegistry()
  const run = (): void => {}
  const away = registry.put({ id: 'play', name: 'Play', run })
  registry.put({ id: 'find', name: 'Find', run })
  registry.put({ id: 'find', name: 'Buscar', run })
  away()
  const names = (commands: readonly Command[]) => commands.map(({ name }) => name).toSorted()
  expect(names(registry.current())).toEqual(['Buscar'])
  expect(names(registry.seen())).toEqual(['Buscar', 'Play'])
  registry.forget()
  expect(names(registry.seen())).toEqual(['Buscar'])
})
