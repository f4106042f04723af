// What each command of the table is called. A name says what is done, and holds nothing of a story.
import { isCommandId, type CommandId } from '../../shared/contract/commands.ts'
import type { KeyChoices } from '../../shared/contract/key-choices.ts'
import type { WordId } from '../words/index.ts'
import type { Say } from '../words/say.tsx'

const nameIds = {
  'story.playPause': 'story.player.playPause',
  'story.play': 'story.player.play',
  'story.pause': 'story.player.pause',
  'story.back': 'story.player.back',
  'story.forward': 'story.player.forward',
  'story.slower': 'story.player.slower',
  'story.faster': 'story.player.faster',
  'story.near': 'story.close',
  'story.timestamp': 'command.timestamp',
  'story.speaker.1': 'command.speaker',
  'story.speaker.2': 'command.speaker',
  'story.speaker.3': 'command.speaker',
  'story.speaker.4': 'command.speaker',
  'story.speaker.5': 'command.speaker',
  'story.speaker.6': 'command.speaker',
  'story.speaker.7': 'command.speaker',
  'story.speaker.8': 'command.speaker',
  'story.speaker.9': 'command.speaker',
  'story.find': 'command.findInStory',
  'story.snapshot': 'command.snapshot',
  'marks.label': 'marks.label.command',
  'marks.takeOut': 'marks.takeOut.command',
  'marks.tie': 'writing.tie.new',
  'excerpts.ofChosen': 'excerpts.ofChosen',
  'story.choosePassage': 'story.chosen.passage',
  'story.letGo': 'story.chosen.letGo',
  'marks.undo': 'command.undo',
  'marks.redo': 'command.redo',
  hide: 'shell.hideNow',
  palette: 'shell.keys.palette',
  find: 'shell.keys.find',
  print: 'command.print',
  settings: 'shell.settings',
  nextPane: 'shell.keys.nextPane',
  previousPane: 'shell.keys.previousPane',
  shelf: 'shell.shelf',
  bringIn: 'shell.bringIn',
  record: 'shell.record',
  excerpts: 'shell.excerpts',
  givenOut: 'shell.givenOut',
} as const satisfies Record<CommandId, WordId>

export function commandName(id: CommandId, say: Say, choices: KeyChoices): string {
  if (id === 'story.back' || id === 'story.forward') return say(nameIds[id], { seconds: choices.skipMs / 1000 })
  if (id.startsWith('story.speaker.'))
    return say('command.speaker', { number: Number(id.slice('story.speaker.'.length)) })
  return say(nameIds[id])
}

/** The name of any command: the table's, or the one that it came with. */
export function nameOfCommand(
  id: string,
  more: readonly { readonly id: string; readonly name: string }[],
  say: Say,
  choices: KeyChoices,
): string {
  return isCommandId(id) ? commandName(id, say, choices) : (more.find((one) => one.id === id)?.name ?? id)
}
