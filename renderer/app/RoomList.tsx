// The way to the rooms: a list at the side, or one menu where the window is narrow.
import { Menu } from '../ui/Menu.tsx'
import { RoomLink } from '../ui/RoomLink.tsx'
import { useWords } from '../words/say.tsx'
import { useNavigation, type Place } from './navigation.tsx'
import styles from './RoomList.module.css'

const above = ['shelf', 'record', 'excerpts', 'givenOut', 'find'] as const
const below = ['settings'] as const
type Listed = (typeof above)[number] | (typeof below)[number]

/** Under which name in the list a place is found. */
function listedAs(room: Place['room']): Listed {
  if (room === 'story' || room === 'bringIn' || room === 'consent' || room === 'transcribing' || room === 'erase')
    return 'shelf'
  if (room === 'cards') return 'settings'
  return room === 'excerpt' ? 'excerpts' : room
}

export function RoomList() {
  return (
    <>
      <ul className={styles.list}>
        {above.map((room) => (
          <ListedRoom key={room} room={room} />
        ))}
      </ul>
      <hr className={styles.line} />
      <ul className={styles.list}>
        {below.map((room) => (
          <ListedRoom key={room} room={room} />
        ))}
      </ul>
    </>
  )
}

function ListedRoom({ room }: { room: Listed }) {
  const say = useWords()
  const { place, go } = useNavigation()
  return (
    <li>
      <RoomLink lies="list" isHere={listedAs(place.room) === room} onGo={() => go({ room })}>
        {say(`shell.${room}`)}
      </RoomLink>
    </li>
  )
}

export function RoomMenu() {
  const say = useWords()
  const { go } = useNavigation()
  return (
    <Menu
      name={say('shell.menu')}
      items={[...above, ...below].map((room) => ({ id: room, name: say(`shell.${room}`), run: () => go({ room }) }))}
    />
  )
}
