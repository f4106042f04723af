// The menu: roles of the system and the commands of the one table; nothing that reloads, inspects, remembers or hands text on.
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { acceleratorOf, menuTemplate } from '../../electron/main/menu.ts'
import { createPageMenu } from '../../electron/main/menu-of-page.ts'
import { commandMenus, commandTable, keysFromStart, type CommandRow } from '../../shared/contract/commands.ts'
import { menuFeed, type MenuFeed } from '../../shared/contract/menu-feed.ts'

const table: readonly CommandRow[] = commandTable
const systems = [
  ['darwin', 'mac'],
  ['win32', 'windows'],
  ['linux', 'other'],
] as const

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}

function fullFeed(system: 'mac' | 'windows' | 'other'): MenuFeed {
  return {
    kind: 'menu',
    names: Object.fromEntries(commandMenus.map((menu) => [menu, `menu ${menu}`])) as MenuFeed['names'],
    items: table.map((row) => ({
      id: row.id,
      name: `name of ${row.id}`,
      keys: keysFromStart(row, system) ?? null,
      isPossible: row.id !== 'marks.label',
    })),
  }
}

const roleNames = (template: readonly MenuItemConstructorOptions[]) =>
  flat(template)
    .map(({ role }) => role)
    .filter((role) => role !== undefined)

describe('before a page has named its commands', () => {
  test('there is a menu on macOS only, of roles only', () => {
    expect(menuTemplate('linux')).toBeNull()
    expect(menuTemplate('win32')).toBeNull()
    const template = menuTemplate('darwin') ?? []
    expect(template.map(({ role }) => role)).toEqual(['appMenu', 'editMenu', 'windowMenu'])
    for (const item of flat(template)) {
      expect(item.label).toBeUndefined()
      expect(item.click).toBeUndefined()
      expect(item.role !== undefined || item.type === 'separator').toBe(true)
    }
  })
})

describe.each(systems)('on %s', (platform, system) => {
  const template = menuTemplate(platform, fullFeed(system)) ?? []
  const own = flat(template).filter(({ click }) => click !== undefined)

  test('holds exactly the commands that the table places in menus, each once, with its name', () => {
    expect(own.map(({ label }) => label).toSorted()).toEqual(
      table
        .filter(({ menu }) => menu !== undefined)
        .map(({ id }) => `name of ${id}`)
        .toSorted(),
    )
    for (const menu of template) expect(Array.isArray(menu.submenu) && menu.submenu.length > 0).toBe(true)
  })

  test('shows the keys that the page says, and takes none of them', () => {
    for (const row of table.filter(({ menu }) => menu !== undefined)) {
      const item = own.find(({ label }) => label === `name of ${row.id}`)
      const keys = keysFromStart(row, system)
      expect(item?.accelerator, row.id).toBe(
        keys === undefined ? undefined : (acceleratorOf(keys, system === 'mac') ?? undefined),
      )
      expect(item?.registerAccelerator).toBe(false)
      expect(item?.enabled).toBe(row.id !== 'marks.label')
    }
  })

  test('has redo where that system has it', () => {
    const redo = flat(template).find(({ role }) => role === 'redo')
    expect(redo?.accelerator).toBe(platform === 'win32' ? 'Ctrl+Y' : 'Shift+CmdOrCtrl+Z')
    const ours = own.find(({ label }) => label === 'name of marks.redo')
    expect(ours?.accelerator).toBe(platform === 'win32' ? 'CmdOrCtrl+Y' : 'CmdOrCtrl+Shift+Z')
  })

  test('has no role that reloads, inspects, remembers or hands text on', () => {
    expect(roleNames(template).join(' ')).not.toMatch(
      /reload|devTools|recent|services|share|speech|zoomIn|dictionary|viewMenu|fileMenu|help/i,
    )
  })
})

test('preferences are in the app menu on a Mac, and in the file menu elsewhere', () => {
  const menuWith = (platform: string, system: 'mac' | 'windows') =>
    (menuTemplate(platform, fullFeed(system)) ?? []).find(
      ({ submenu }) => Array.isArray(submenu) && submenu.some(({ label }) => label === 'name of settings'),
    )
  expect(menuWith('darwin', 'mac')?.role).toBe('appMenu')
  expect(menuWith('win32', 'windows')?.label).toBe('menu file')
})

test('a Mac menu shows no key that it would take from a dialog', () => {
  expect(acceleratorOf('Escape', true)).toBeNull()
  expect(acceleratorOf('F1', true)).toBeNull()
  expect(acceleratorOf('Mod+Shift+F', true)).toBe('CmdOrCtrl+Shift+F')
  expect(acceleratorOf('Escape', false)).toBe('Escape')
  expect(acceleratorOf('Mod+,', false)).toBe('CmdOrCtrl+,')
  expect(acceleratorOf('no such key', false)).toBeNull()
})

/** Ports of which one end is the page's hand in this test. */
function menuOfPage(platform: string) {
  const shown: (MenuItemConstructorOptions[] | null)[] = []
  const sent: unknown[][] = []
  const ends: { message: (event: { data: unknown }) => void; close: () => void }[] = []
  const menu = createPageMenu({
    platform,
    createChannel: () => {
      const heard = new Map<string, (event: { data: unknown }) => void>()
      const mine: unknown[] = []
      sent.push(mine)
      ends.push({
        message: (event) => heard.get('message')?.(event),
        close: () => heard.get('close')?.({ data: null }),
      })
      const port1 = {
        on: (event: string, listener: (event: { data: unknown }) => void) => heard.set(event, listener),
        postMessage: (message: unknown) => mine.push(message),
        start: () => {},
      }
      return { port1, port2: {} } as never
    },
    show: (template) => shown.push(template),
  })
  return { menu, shown, sent, ends }
}

describe('the menu of a page', () => {
  const feed = fullFeed('other')
  const itemIn = (template: MenuItemConstructorOptions[] | null | undefined, label: string) =>
    flat(template ?? []).find((item) => item.label === label)

  test('shows what the page names, and tells the page what was chosen', () => {
    const { menu, shown, sent, ends } = menuOfPage('linux')
    menu.attach()
    ends[0]?.message({ data: feed })
    const item = itemIn(shown.at(-1), 'name of find')
    ;(item?.click as (() => void) | undefined)?.()
    expect(sent[0]).toEqual([{ kind: 'run', id: 'find' }])
  })

  test('listens to the newest page only, and is bare again when that one has gone', () => {
    const { menu, shown, ends } = menuOfPage('linux')
    menu.attach()
    ends[0]?.message({ data: feed })
    menu.attach()
    expect(shown.at(-1)).toBeNull()
    const before = shown.length
    ends[0]?.message({ data: feed })
    ends[0]?.close()
    expect(shown).toHaveLength(before)
    ends[1]?.message({ data: feed })
    expect(shown.at(-1)).not.toBeNull()
    ends[1]?.close()
    expect(shown.at(-1)).toBeNull()
  })

  test('takes nothing that is not the shape of a menu, and no command that is not in the table', () => {
    const { menu, shown, ends } = menuOfPage('win32')
    menu.attach()
    for (const data of [null, 'menu', { kind: 'menu' }, { ...feed, items: [{ id: 'find' }] }, { ...feed, names: {} }])
      ends[0]?.message({ data })
    expect(shown).toEqual([])
    ends[0]?.message({
      data: { ...feed, items: [...feed.items, { id: 'other', name: 'Night shift', keys: null, isPossible: true }] },
    })
    expect(itemIn(shown.at(-1), 'name of find')).toBeDefined()
    expect(itemIn(shown.at(-1), 'Night shift')).toBeUndefined()
  })

  test('a name cannot underline a letter of itself', () => {
    const named = { ...feed, items: [{ id: 'find', name: 'Find & go', keys: null, isPossible: true }] }
    expect(menuFeed.safeParse(named).success).toBe(true)
    expect(itemIn(menuTemplate('win32', named), 'Find && go')).toBeDefined()
  })
})
