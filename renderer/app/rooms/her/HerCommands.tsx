// Her commands, and no others: what an archivist can do is not in her session, nor in the menu of her window.
import { useWords } from '../../../words/say.tsx'
import { useCommand } from '../../commands.tsx'
import { MenuFeeder } from '../../MenuFeeder.tsx'
import { moveBetweenPanes } from '../../panes.ts'
import { useHerPlace } from './her-place.tsx'

interface HerCommandsProps {
  readonly isCopy: boolean
  readonly onHide: () => void
  readonly onLeave: () => void
}

export function HerCommands({ isCopy, onHide, onLeave }: HerCommandsProps) {
  const say = useWords()
  const { go } = useHerPlace()
  useCommand({ id: 'hide', name: say('shell.hideNow'), keys: 'Mod+Shift+L', run: onHide, everywhere: true })
  useCommand({ id: 'her.stories', name: say('her.room.stories'), run: () => go({ room: 'stories' }) })
  useCommand({ id: 'her.words', name: say('her.room.words'), run: () => go({ room: 'words' }) })
  useCommand({ id: 'her.excerpts', name: say('her.room.excerpts'), run: () => go({ room: 'excerpts' }) })
  useCommand({ id: 'her.givenOut', name: say('her.room.givenOut'), run: () => go({ room: 'givenOut' }) })
  useCommand({ id: 'her.answers', name: say('her.room.answers'), run: () => go({ room: 'answers' }) })
  useCommand({ id: 'her.takeHome', name: say('her.room.takeHome'), run: () => go({ room: 'takeHome' }) })
  useCommand({ id: 'her.about', name: say('her.room.about'), run: () => go({ room: 'about' }) })
  useCommand({ id: 'her.leave', name: say(isCopy ? 'her.leave.copy' : 'her.leave'), run: onLeave })
  useCommand({ id: 'nextPane', name: say('shell.keys.nextPane'), keys: 'F6', run: () => moveBetweenPanes(1) })
  useCommand({
    id: 'previousPane',
    name: say('shell.keys.previousPane'),
    keys: 'Shift+F6',
    run: () => moveBetweenPanes(-1),
  })
  // NOTE: it names what is registered here and nothing else; a page of hers is always loaded anew.
  return <MenuFeeder />
}
