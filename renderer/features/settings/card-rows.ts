// What stands on the card: every command that has keys, the nine speakers in one line where their keys follow each other.
import { isSpeaker, type KeyedCommand } from './use-key-choices.ts'

export interface CardRow {
  readonly id: string
  readonly name: string
  readonly keys: string
}

export function cardRows(
  commands: readonly KeyedCommand[],
  written: (keys: string) => string,
  speakers: (first: number, last: number) => string,
): readonly CardRow[] {
  const spoken = commands.filter(({ id }) => isSpeaker(id))
  const asOne = spoken.length === 9 && spoken.every(({ keys }, at) => keys === `Mod+${at + 1}`)
  return commands.flatMap(({ id, name, keys }): CardRow[] => {
    if (keys === undefined) return []
    if (!asOne || !isSpeaker(id)) return [{ id, name, keys: written(keys) }]
    return id === 'story.speaker.1' ? [{ id, name: speakers(1, 9), keys: `${written(keys)} – ${written('9')}` }] : []
  })
}
