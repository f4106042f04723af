// Tells the shell which commands its menu may show, and runs what is chosen there. In an ordinary browser there is no such menu.
import { useEffect, useState } from 'react'
import { commandMenus } from '../../shared/contract/commands.ts'
import type { MenuChoice, MenuFeed } from '../../shared/contract/menu-feed.ts'
import { useWords } from '../words/say.tsx'
import { useCurrentCommands, useRegistry } from './commands.tsx'
import { inWindow, menuPort } from './port.ts'
import { surroundings } from './surroundings.ts'

/** A room that opens registers many commands at once; the menu is made once for all of them. */
const settleMs = 100

export function MenuFeeder() {
  const say = useWords()
  const registry = useRegistry()
  const commands = useCurrentCommands()
  const [port, setPort] = useState<MessagePort | null>(null)

  useEffect(() => {
    if (!inWindow()) return
    let left = false
    const chosen = ({ data }: MessageEvent<unknown>): void => {
      const choice = data as Partial<MenuChoice> | null
      if (choice?.kind === 'run' && typeof choice.id === 'string') registry.run(choice.id, surroundings())
    }
    let listening: MessagePort | null = null
    void menuPort().then((handed) => {
      if (left) return
      listening = handed
      handed.addEventListener('message', chosen)
      handed.start()
      setPort(handed)
    })
    return () => {
      left = true
      listening?.removeEventListener('message', chosen)
    }
  }, [registry])

  useEffect(() => {
    if (port === null) return
    const feed: MenuFeed = {
      kind: 'menu',
      names: Object.fromEntries(commandMenus.map((menu) => [menu, say(`menu.${menu}`)])) as MenuFeed['names'],
      items: commands.map(({ id, name, keys, when }) => ({ id, name, keys: keys ?? null, isPossible: when !== false })),
    }
    const waiting = setTimeout(() => port.postMessage(feed), settleMs)
    return () => clearTimeout(waiting)
  }, [port, commands, say])
  return null
}
