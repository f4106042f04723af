// The keys as they are chosen, what is called how, and the ways to change them; everything that the key screens share.
import { useMemo } from 'react'
import type { CommandId } from '../../../shared/contract/commands.ts'
import { commandRow, type CommandRoom } from '../../../shared/contract/commands.ts'
import type { KeyChoices } from '../../../shared/contract/key-choices.ts'
import { nameOfCommand } from '../../app/command-names.ts'
import { useSeenCommands, useWrittenKeys, type Command } from '../../app/commands.tsx'
import { everyCommand, keysNow, type Asked } from '../../app/key-bindings.ts'
import { platformHere } from '../../app/key-match.ts'
import { usePreferences } from '../../app/preferences.tsx'
import { useWords } from '../../words/say.tsx'

export type ShownRoom = CommandRoom | 'more'
export const shownRooms: readonly ShownRoom[] = ['sound', 'story', 'marks', 'window', 'more']

export interface KeyedCommand {
  readonly id: string
  readonly name: string
  readonly room: ShownRoom
  /** As the registry writes them; undefined where there are none. */
  readonly keys: string | undefined
  readonly fixed: boolean
  readonly asked: Asked
}

export interface KeyDesk {
  readonly choices: KeyChoices
  readonly change: (choices: KeyChoices) => void
  readonly commands: readonly KeyedCommand[]
  readonly asked: readonly Asked[]
  readonly written: (keys: string) => string
  readonly nameOf: (id: string) => string
}

export function useKeyChoices(): KeyDesk {
  const say = useWords()
  const seen = useSeenCommands()
  const written = useWrittenKeys()
  const { keys: choices, change } = usePreferences()
  const commands = useMemo(
    () => keyedCommands(seen, choices, (id) => nameOfCommand(id, seen, say, choices)),
    [seen, choices, say],
  )
  return {
    choices,
    change: (next) => change({ keys: next }),
    commands,
    asked: seen,
    written,
    nameOf: (id) => nameOfCommand(id, seen, say, choices),
  }
}

/** Every command of the table, and those that came with keys of their own; by room, in the order of the table. */
export function keyedCommands(
  seen: readonly Pick<Command, 'id' | 'keys'>[],
  choices: KeyChoices,
  nameOf: (id: string) => string,
): readonly KeyedCommand[] {
  const platform = platformHere()
  return everyCommand(seen).flatMap((asked): KeyedCommand[] => {
    const row = commandRow(asked.id)
    if (row === undefined && asked.keys === undefined && choices.own[asked.id] === undefined) return []
    return [
      {
        id: asked.id,
        name: nameOf(asked.id),
        room: row?.room ?? 'more',
        keys: keysNow(asked, choices, platform),
        fixed: row?.fixed === true,
        asked,
      },
    ]
  })
}

export const isSpeaker = (id: string): boolean => /^story\.speaker\.[1-9]$/.test(id)

/** What a pedal can be given: what is done again and again while listening. */
export const pedalCommands: readonly CommandId[] = [
  'story.playPause',
  'story.play',
  'story.pause',
  'story.back',
  'story.forward',
  'story.slower',
  'story.faster',
  'story.timestamp',
]
