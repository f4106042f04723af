// The commands that are there in every room.
import { useCommand } from './commands.tsx'
import { MenuFeeder } from './MenuFeeder.tsx'
import { useNavigation } from './navigation.tsx'
import { moveBetweenPanes } from './panes.ts'

export function ShellCommands({ onHide }: { onHide: () => void }) {
  const { go } = useNavigation()
  useCommand({ id: 'hide', run: onHide, everywhere: true })
  useCommand({ id: 'find', run: () => go({ room: 'find' }) })
  useCommand({ id: 'settings', run: () => go({ room: 'settings' }) })
  useCommand({ id: 'print', run: () => window.print() })
  useCommand({ id: 'shelf', run: () => go({ room: 'shelf' }) })
  useCommand({ id: 'bringIn', run: () => go({ room: 'bringIn' }) })
  useCommand({ id: 'record', run: () => go({ room: 'record' }) })
  useCommand({ id: 'excerpts', run: () => go({ room: 'excerpts' }) })
  useCommand({ id: 'givenOut', run: () => go({ room: 'givenOut' }) })
  useCommand({ id: 'nextPane', run: () => moveBetweenPanes(1) })
  useCommand({ id: 'previousPane', run: () => moveBetweenPanes(-1) })
  return <MenuFeeder />
}
