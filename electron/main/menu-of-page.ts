// Makes the menu from what the newest page names, and tells that page what was chosen. Without a page it is the bare menu.
import type { MenuItemConstructorOptions, MessageChannelMain, MessagePortMain } from 'electron'
import { menuFeed, type MenuChoice } from '../../shared/contract/menu-feed.ts'
import { menuTemplate } from './menu.ts'

export interface MenuStart {
  readonly platform: string
  readonly createChannel: () => MessageChannelMain
  /** Shows a menu; null for none. */
  readonly show: (template: MenuItemConstructorOptions[] | null) => void
}

export interface PageMenu {
  /** A fresh port for one page. From here on the page before has no menu any more. */
  attach(): MessagePortMain
}

export function createPageMenu({ platform, createChannel, show }: MenuStart): PageMenu {
  let turn = 0
  const bare = (): void => show(menuTemplate(platform))
  if (menuTemplate(platform) !== null) bare()
  return {
    attach() {
      const mine = (turn += 1)
      const { port1, port2 } = createChannel()
      if (mine > 1) bare()
      port1.on('message', ({ data }: { data: unknown }) => {
        const fed = menuFeed.safeParse(data)
        if (mine !== turn || !fed.success) return
        show(menuTemplate(platform, fed.data, (id) => port1.postMessage({ kind: 'run', id } satisfies MenuChoice)))
      })
      port1.on('close', () => {
        if (mine === turn) bare()
      })
      port1.start()
      return port2
    },
  }
}
