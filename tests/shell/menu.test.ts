// The menu: roles only, so that no word is ours, and none that reloads, inspects, remembers or hands text on.
import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { menuTemplate } from '../../electron/main/menu.ts'

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}

test('there is one on macOS only', () => {
  expect(menuTemplate('linux')).toBeNull()
  expect(menuTemplate('win32')).toBeNull()
  expect(menuTemplate('darwin')?.map(({ role }) => role)).toEqual(['appMenu', 'editMenu', 'windowMenu'])
})

test('every item is a role or a line, and every menu lists its own items', () => {
  const template = menuTemplate('darwin') ?? []
  for (const item of flat(template)) {
    expect(item.label).toBeUndefined()
    expect(item.click).toBeUndefined()
    expect(item.role !== undefined || item.type === 'separator').toBe(true)
  }
  for (const menu of template) expect(Array.isArray(menu.submenu) && menu.submenu.length > 0).toBe(true)
  expect(
    flat(template)
      .map(({ role }) => role)
      .filter((role) => role !== undefined),
  ).toEqual([
    'appMenu',
    'about',
    'hide',
    'hideOthers',
    'unhide',
    'quit',
    'editMenu',
    'undo',
    'redo',
    'cut',
    'copy',
    'paste',
    'pasteAndMatchStyle',
    'selectAll',
    'windowMenu',
    'minimize',
    'zoom',
    'togglefullscreen',
    'close',
  ])
})
