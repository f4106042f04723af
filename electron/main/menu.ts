// The menu: the system's own roles, and the commands that the page names, in the places that the table of commands gives them.
// NOTE: no role here reloads, opens the developer's tools, lists recent documents, or hands a selection to macOS services.
import type { MenuItemConstructorOptions } from 'electron'
import { commandTable, type CommandMenu, type CommandRow } from '../../shared/contract/commands.ts'
import type { MenuFeed } from '../../shared/contract/menu-feed.ts'

/** Before a page has named its commands: macOS needs a menu for its shortcuts, elsewhere there is none. */
export function menuTemplate(
  platform: string,
  feed: MenuFeed | null = null,
  run: (id: string) => void = () => {},
): MenuItemConstructorOptions[] | null {
  const mac = platform === 'darwin'
  if (feed === null) return mac ? [appMenu([]), editMenu(platform, []), windowMenu] : null
  const rows: readonly CommandRow[] = commandTable
  const placed = (place: (row: CommandRow) => boolean): MenuItemConstructorOptions[] =>
    rows.filter(place).flatMap(({ id }) => {
      const named = feed.items.find((item) => item.id === id)
      return named === undefined ? [] : [item(named, mac, run)]
    })
  const inMenu = (menu: CommandMenu): MenuItemConstructorOptions[] =>
    placed((row) => row.menu === menu && !(mac && row.appMenuOnMac === true))
  const menu = (name: CommandMenu): MenuItemConstructorOptions[] => {
    const submenu = inMenu(name)
    return submenu.length === 0 ? [] : [{ label: plain(feed.names[name]), submenu }]
  }
  const file = [...inMenu('file'), ...(mac ? [] : [line, { role: 'quit' } as const])]
  return [
    ...(mac ? [appMenu(placed((row) => row.appMenuOnMac === true))] : []),
    { label: plain(feed.names.file), submenu: file },
    editMenu(platform, inMenu('edit'), mac ? undefined : feed.names.edit),
    ...menu('story'),
    ...menu('sound'),
    ...menu('go'),
    ...(mac ? [windowMenu] : []),
  ]
}

const line: MenuItemConstructorOptions = { type: 'separator' }

function item(
  { id, name, keys, isPossible }: MenuFeed['items'][number],
  mac: boolean,
  run: (id: string) => void,
): MenuItemConstructorOptions {
  const accelerator = keys === null ? null : acceleratorOf(keys, mac)
  return {
    label: plain(name),
    enabled: isPossible,
    // NOTE: shown, not taken: the page hears the keys, because only it knows when an input method is composing.
    registerAccelerator: false,
    ...(accelerator === null ? {} : { accelerator }),
    click: () => run(id),
  }
}

/** A name without the sign that Windows makes an underline of. */
const plain = (name: string): string => name.replaceAll('&', '&&')

/**
 * Keys of the page as Electron writes them; null where the menu must not show them.
 * NOTE: macOS takes every key that its menu shows and the page has left alone, so Escape, F1 and the like stay out of it:
 * Escape that closes a dialog would also start the sound.
 */
export function acceleratorOf(keys: string, mac: boolean): string | null {
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  if (!/^(?:[A-Z0-9]|F\d{1,2}|Escape|Space|Insert|[!-*,-./:-@[-`{-~])$/.test(key)) return null
  if (mac && !parts.includes('Mod') && !parts.includes('Ctrl')) return null
  return [...parts.map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part)), key].join('+')
}

function appMenu(own: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      line,
      ...(own.length === 0 ? [] : [...own, line]),
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  }
}

function editMenu(
  platform: string,
  own: readonly MenuItemConstructorOptions[],
  name?: string,
): MenuItemConstructorOptions {
  return {
    role: 'editMenu',
    ...(name === undefined ? {} : { label: plain(name) }),
    submenu: [
      { role: 'undo', accelerator: 'CmdOrCtrl+Z' },
      { role: 'redo', accelerator: platform === 'win32' ? 'Ctrl+Y' : 'Shift+CmdOrCtrl+Z' },
      line,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'selectAll' },
      ...(own.length === 0 ? [] : [line, ...own]),
    ],
  }
}

const windowMenu: MenuItemConstructorOptions = {
  role: 'windowMenu',
  submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'togglefullscreen' }, { role: 'close' }],
}
