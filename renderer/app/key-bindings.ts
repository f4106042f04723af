// Which keys each command has, from the table, the preset and what the person chose; and what changes when one is given away.
import {
  commandRow,
  commandTable,
  keysFromStart,
  type CommandId,
  type CommandRow,
  type Platform,
} from '../../shared/contract/commands.ts'
import type { KeyChoices } from '../../shared/contract/key-choices.ts'
import { whyNotKeys } from './key-rules.ts'

type Changes = Readonly<Partial<Record<string, string>>>

/** What the presets change of the keys from the start, which are those of oTranscribe. Empty: no key. */
const presetChanges: Readonly<Record<'oTranscribe' | 'expressScribe', Readonly<Partial<Record<CommandId, string>>>>> = {
  oTranscribe: {},
  expressScribe: {
    'story.play': 'F9',
    'story.pause': 'F4',
    'story.back': 'F7',
    'story.forward': 'F8',
    'story.slower': 'F2',
    'story.faster': 'F3',
  },
}

/** A command and the keys that its component asks for; a command of the table has the table's. */
export interface Asked {
  readonly id: string
  readonly keys?: string | undefined
}

const changesOf = (choices: KeyChoices): Changes =>
  choices.preset === 'own' ? choices.own : presetChanges[choices.preset]

function fromStart({ id, keys }: Asked, platform: Platform): string | undefined {
  const row = commandRow(id)
  return row === undefined ? keys : keysFromStart(row, platform)
}

/** The keys of a command now; undefined where it has none. Kept keys that may not be taken count as none chosen. */
export function keysNow(asked: Asked, choices: KeyChoices, platform: Platform): string | undefined {
  const start = fromStart(asked, platform)
  if (commandRow(asked.id)?.fixed === true) return start
  const changed = changesOf(choices)[asked.id]
  if (changed === undefined) return start
  if (changed === '') return undefined
  return whyNotKeys(changed, platform === 'mac') === null ? changed : start
}

/** Whether a command has other keys than from the start. */
export const isChanged = (asked: Asked, choices: KeyChoices, platform: Platform): boolean =>
  keysNow(asked, choices, platform) !== fromStart(asked, platform)

export const everyCommand = (more: readonly Asked[]): readonly Asked[] => [
  ...commandTable.map(({ id }): Asked => ({ id })),
  ...more.filter(({ id }) => commandRow(id) === undefined),
]

export interface Conflict {
  readonly id: string
  /** The other command keeps its keys whatever happens. */
  readonly fixed: boolean
}

/** The command that has these keys already, other than `id` itself. */
export function conflictOf(
  id: string,
  keys: string,
  commands: readonly Asked[],
  choices: KeyChoices,
  platform: Platform,
): Conflict | null {
  const other = everyCommand(commands).find((one) => one.id !== id && keysNow(one, choices, platform) === keys)
  if (other === undefined) return null
  return { id: other.id, fixed: commandRow(other.id)?.fixed === true }
}

/**
 * Gives keys to a command, and takes them from the one that had them. A preset becomes the person's own keys, which begin
 * as that preset's. Empty keys: the command has none any more. Keys of a fixed command change nothing.
 */
export function giveKeys(
  id: string,
  keys: string,
  commands: readonly Asked[],
  choices: KeyChoices,
  platform: Platform,
): KeyChoices {
  const conflict = keys === '' ? null : conflictOf(id, keys, commands, choices, platform)
  if (conflict?.fixed === true || commandRow(id)?.fixed === true) return choices
  if (keys !== '' && whyNotKeys(keys, platform === 'mac') !== null) return choices
  const own: Record<string, string> = { ...(changesOf(choices) as Record<string, string>) }
  if (conflict !== null) own[conflict.id] = ''
  own[id] = keys
  return { ...choices, preset: 'own', own }
}

/** Gives a command its keys from the start again, taking them from whoever has them now. */
export function resetKeys(id: string, commands: readonly Asked[], choices: KeyChoices, platform: Platform): KeyChoices {
  const start = fromStart(everyCommand(commands).find((one) => one.id === id) ?? { id }, platform) ?? ''
  const given = giveKeys(id, start, commands, choices, platform)
  if (given === choices) return choices
  const { [id]: _, ...own } = given.own
  return { ...given, own }
}

/** All keys as from the start. Pedals and times stay. */
export const resetAllKeys = (choices: KeyChoices): KeyChoices => ({ ...choices, preset: 'oTranscribe', own: {} })

export const withPedal = (pedal: string, id: string, choices: KeyChoices): KeyChoices => ({
  ...choices,
  pedals: { ...choices.pedals, [pedal]: id },
})

export function withoutPedal(pedal: string, choices: KeyChoices): KeyChoices {
  const { [pedal]: _, ...pedals } = choices.pedals
  return { ...choices, pedals }
}

export const repeats = (id: string): boolean => (commandRow(id) satisfies CommandRow | undefined)?.repeats === true
