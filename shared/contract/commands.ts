// Every command there is: where it stands in menus and on the key card, and its keys from the start. Names are in renderer/words.
// Menus, palette, keys and key card are made from this one table.

export const commandRooms = ['sound', 'story', 'marks', 'window'] as const
export type CommandRoom = (typeof commandRooms)[number]

export const commandMenus = ['file', 'edit', 'story', 'sound', 'go'] as const
export type CommandMenu = (typeof commandMenus)[number]

export type Platform = 'mac' | 'windows' | 'other'

export interface CommandRow {
  readonly id: string
  readonly room: CommandRoom
  /** 'Mod+Shift+F': Mod is Command on a Mac and Control elsewhere. One for every system, or one for each. */
  readonly keys?: string | Readonly<Record<Platform, string>>
  readonly menu?: CommandMenu
  /** In the app's own menu on a Mac, where people look for it; elsewhere in `menu`. */
  readonly appMenuOnMac?: true
  /** Its keys stay as they are, and no other command may take them. */
  readonly fixed?: true
  /** Goes on for as long as the key is held down. */
  readonly repeats?: true
}

export const commandTable = [
  { id: 'story.playPause', room: 'sound', keys: 'Escape', menu: 'sound' },
  { id: 'story.play', room: 'sound' },
  { id: 'story.pause', room: 'sound' },
  { id: 'story.back', room: 'sound', keys: 'F1', menu: 'sound', repeats: true },
  { id: 'story.forward', room: 'sound', keys: 'F2', menu: 'sound', repeats: true },
  { id: 'story.slower', room: 'sound', keys: 'F3', menu: 'sound', repeats: true },
  { id: 'story.faster', room: 'sound', keys: 'F4', menu: 'sound', repeats: true },
  { id: 'story.near', room: 'sound', keys: 'Mod+Shift+X', menu: 'sound' },
  { id: 'story.timestamp', room: 'story', keys: 'Mod+J', menu: 'story' },
  { id: 'story.speaker.1', room: 'story', keys: 'Mod+1' },
  { id: 'story.speaker.2', room: 'story', keys: 'Mod+2' },
  { id: 'story.speaker.3', room: 'story', keys: 'Mod+3' },
  { id: 'story.speaker.4', room: 'story', keys: 'Mod+4' },
  { id: 'story.speaker.5', room: 'story', keys: 'Mod+5' },
  { id: 'story.speaker.6', room: 'story', keys: 'Mod+6' },
  { id: 'story.speaker.7', room: 'story', keys: 'Mod+7' },
  { id: 'story.speaker.8', room: 'story', keys: 'Mod+8' },
  { id: 'story.speaker.9', room: 'story', keys: 'Mod+9' },
  { id: 'story.find', room: 'story', keys: 'Mod+F', menu: 'edit' },
  { id: 'story.snapshot', room: 'story', keys: 'Mod+S', menu: 'story' },
  { id: 'marks.label', room: 'marks', keys: 'Mod+E', menu: 'story' },
  { id: 'marks.takeOut', room: 'marks', keys: 'Mod+Shift+E', menu: 'story' },
  { id: 'marks.tie', room: 'marks', menu: 'story' },
  { id: 'excerpts.ofChosen', room: 'marks', menu: 'story' },
  { id: 'story.choosePassage', room: 'marks', keys: 'Mod+Shift+A', menu: 'story' },
  { id: 'story.letGo', room: 'marks', menu: 'story' },
  { id: 'marks.undo', room: 'marks', keys: 'Mod+Z', menu: 'story', fixed: true },
  {
    id: 'marks.redo',
    room: 'marks',
    keys: { mac: 'Mod+Shift+Z', windows: 'Mod+Y', other: 'Mod+Shift+Z' },
    menu: 'story',
    fixed: true,
  },
  { id: 'hide', room: 'window', keys: 'Mod+Shift+L', menu: 'file', fixed: true },
  { id: 'palette', room: 'window', keys: 'Mod+K', menu: 'go' },
  { id: 'find', room: 'window', keys: 'Mod+Shift+F', menu: 'edit' },
  { id: 'print', room: 'window', keys: 'Mod+P', menu: 'file' },
  { id: 'settings', room: 'window', keys: 'Mod+,', menu: 'file', appMenuOnMac: true },
  { id: 'nextPane', room: 'window', keys: 'F6', menu: 'go', repeats: true },
  { id: 'previousPane', room: 'window', keys: 'Shift+F6', menu: 'go', repeats: true },
  { id: 'shelf', room: 'window', menu: 'go' },
  { id: 'bringIn', room: 'window', menu: 'file' },
  { id: 'record', room: 'window', keys: 'Mod+Shift+S', menu: 'file' },
  { id: 'excerpts', room: 'window', menu: 'go' },
  { id: 'givenOut', room: 'window', menu: 'go' },
] as const satisfies readonly CommandRow[]

export type CommandId = (typeof commandTable)[number]['id']

const rows: ReadonlyMap<string, CommandRow> = new Map(commandTable.map((row): [string, CommandRow] => [row.id, row]))

export const commandRow = (id: string): CommandRow | undefined => rows.get(id)
export const isCommandId = (id: string): id is CommandId => rows.has(id)

/** A command's keys before anybody changed them; undefined where it has none. */
export function keysFromStart(row: CommandRow, platform: Platform): string | undefined {
  return typeof row.keys === 'object' ? row.keys[platform] : row.keys
}
