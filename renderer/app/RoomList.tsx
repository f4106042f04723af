// The way to the rooms: a list at the side, or one menu where the window is narrow.
import { Menu } from '../ui/Menu.tsx'
import { useWords } from '../words/say.tsx'
import { useNavigation, type Place } from './navigation.tsx'
import styles from './RoomList.module.css'

const above = ['shelf', 'excerpts', 'givenOut', 'find'] as const
const below = ['settings'] as const
type Listed = (typeof above)[number] | (typeof below)[number]

/** Under which name in the list a place is found. */
function listedAs(room: Place['room']): Listed {
  if (room === 'story' || room === 'bringIn') return 'shelf'
  return room === 'excerpt' ? 'excerpts' : room
}

export function RoomList() {
  return (
    <>
      <ul className={styles.list}>
        {above.map((room) => (
          <RoomLink key={room} room={room} />
        ))}
      </ul>
      <hr className={styles.line} />
      <ul className={styles.list}>
        {below.map((room) => (
          <RoomLink key={room} room={room} />
        ))}
      </ul>
    </>
  )
}

function RoomLink({ room }: { room: Listed }) {
  const say = useWords()
  const { place, go } = useNavigation()
  const isHere = listedAs(place.room) === room
  return (
    <li>
      <button
        type="button"
        className={styles.link}
        aria-current={isHere ? 'page' : undefined}
        onClick={() => go({ room })}
      >
        {say(`shell.${room}`)}
      </button>
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
