// Every command has a name in every language, the key card is the registry's, and no name holds a word of a story.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commandTable } from '../../shared/contract/commands.ts'
import { keyChoicesFromStart as start } from '../../shared/contract/keys-from-start.ts'
import { commandName } from '../../renderer/app/command-names.ts'
import { giveKeys, keysNow } from '../../renderer/app/key-bindings.ts'
import { writtenKeys } from '../../renderer/app/key-match.ts'
import { cardRows } from '../../renderer/features/settings/card-rows.ts'
import { keyedCommands, shownRooms } from '../../renderer/features/settings/use-key-choices.ts'
import { makeSay } from '../../renderer/words/make-say.ts'

describe.each(['en', 'es'] as const)('%s', (code) => {
  const say = makeSay(code)
  test('no two commands have the same name', () => {
    const names = commandTable.map(({ id }) => commandName(id, say, start))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    expect(names.filter((name) => name.trim() === '')).toEqual([])
  })

  test('back and on say how far they go', () => {
    expect(commandName('story.back', say, { ...start, skipMs: 5_000 })).toContain('5')
    expect(commandName('story.forward', say, { ...start, skipMs: 1_000 })).toContain('1')
  })

  test('the card says what the registry does, with the keys that were chosen', () => {
    const chosen = giveKeys('story.back', 'F9', [], start, 'other')
    const seen = [{ id: 'text.join', name: 'Join', keys: 'Mod+M', run: () => {} }]
    const commands = keyedCommands(seen, chosen, (id) =>
      id === 'text.join' ? 'Join' : commandName(id as never, say, chosen),
    )
    expect(new Set(commands.map(({ room }) => room)).size).toBe(shownRooms.length)
    const rows = cardRows(
      commands,
      (keys) => writtenKeys(keys, false),
      (first, last) => `${first} to ${last}`,
    )
    const speakers = commandTable.filter(({ id }) => id.startsWith('story.speaker.'))
    const wanted = commandTable.flatMap(({ id }) => {
      const keys = keysNow({ id }, chosen, 'other')
      return keys === undefined || speakers.some((one) => one.id === id) ? [] : [`${id} ${writtenKeys(keys, false)}`]
    })
    expect(rows.map(({ id, keys }) => `${id} ${keys}`).toSorted()).toEqual(
      [...wanted, 'text.join Ctrl+M', 'story.speaker.1 Ctrl+1 – 9'].toSorted(),
    )
    expect(rows.find(({ id }) => id === 'story.back')?.keys).toBe('F9')
  })

  test('the speakers have a line each where their keys do not follow each other', () => {
    const chosen = giveKeys('story.speaker.3', 'F9', [], start, 'other')
    const commands = keyedCommands([], chosen, (id) => id)
    const rows = cardRows(
      commands,
      (keys) => keys,
      () => 'all',
    )
    expect(rows.filter(({ id }) => id.startsWith('story.speaker.'))).toHaveLength(9)
  })
})

test('names of commands are words of this program alone, in every component', () => {
  const renderer = new URL('../../renderer/', import.meta.url)
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && name !== 'app/commands.tsx',
  )
  const uses = files.flatMap((file) =>
    [...readFileSync(new URL(file, renderer), 'utf8').matchAll(/useCommand\(\{([^]*?)\}\)/g)].map(
      ([, inside]) => [file, inside ?? ''] as const,
    ),
  )
  expect(uses.length).toBeGreaterThan(15)
  for (const [file, inside] of uses) {
    const name = /\bname:\s*([^]*?)(?:,\s*\w+:|,?\s*$)/.exec(inside)?.[1]
    if (name !== undefined) expect(name.trim(), file).toMatch(/^say\((?:'[\w.]+'|[^,()]*\?[^,()]*)\)$/)
  }
})
