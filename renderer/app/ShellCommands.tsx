// The commands that are there in every room.
import { useWords } from '../words/say.tsx'
import { useCommand } from './commands.tsx'
import { useNavigation } from './navigation.tsx'
import { moveBetweenPanes } from './panes.ts'

export function ShellCommands({ onHide }: { onHide: () => void }) {
  const say = useWords()
  const { go } = useNavigation()
  useCommand({ id: 'hide', name: say('shell.hideNow'), keys: 'Mod+Shift+L', run: onHide, everywhere: true })
  useCommand({ id: 'find', name: say('shell.keys.find'), keys: 'Mod+Shift+F', run: () => go({ room: 'find' }) })
  useCommand({ id: 'settings', name: say('shell.settings'), keys: 'Mod+,', run: () => go({ room: 'settings' }) })
  useCommand({ id: 'shelf', name: say('shell.shelf'), run: () => go({ room: 'shelf' }) })
  useCommand({ id: 'bringIn', name: say('shell.bringIn'), run: () => go({ room: 'bringIn' }) })
  useCommand({ id: 'excerpts', name: say('shell.excerpts'), run: () => go({ room: 'excerpts' }) })
  useCommand({ id: 'givenOut', name: say('shell.givenOut'), run: () => go({ room: 'givenOut' }) })
  useCommand({ id: 'nextPane', name: say('shell.keys.nextPane'), keys: 'F6', run: () => moveBetweenPanes(1) })
  useCommand({
    id: 'previousPane',
    name: say('shell.keys.previousPane'),
    keys: 'Shift+F6',
    run: () => moveBetweenPanes(-1),
  })
  return null
}
